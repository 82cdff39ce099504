/** What a file is that is packed as a workbook: a plain one, or one that carries what nobody asked for. */
export type Workbook = "plain" | "refused";

const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** A comment behind the directory is this long at most. */
const MAX_COMMENT = 65_535;
/** A tech pack has some hundred parts; a directory without end is an attack. */
const MAX_PARTS = 5_000;

/** Programs, other documents and links to elsewhere. */
const unwanted = /vbaproject|\/macrosheets\/|\/dialogsheets\/|\/embeddings\/|\/externallinks\/|\/activex\/|\.bin$/i;

type Part = { readonly name: string; readonly isEncrypted: boolean };

/** Where the record at the end of a ZIP file stands; undefined for what is none. */
function endOf(file: Buffer): number | undefined {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const isThere = end >= Math.max(0, file.length - END_BYTES - MAX_COMMENT) && end + END_BYTES <= file.length;
  return isThere && file.readUInt16LE(end + 10) <= MAX_PARTS ? end : undefined;
}

/** The entry of the directory that stands here, and where the next one does; undefined where there is none. */
function entryAt(file: Buffer, at: number): (Part & { readonly next: number }) | undefined {
  if (at + ENTRY_BYTES > file.length || file.readUInt32LE(at) !== ENTRY) return undefined;
  const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
  const starts = at + ENTRY_BYTES;
  return {
    name: file.toString("utf8", starts, starts + name),
    isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
    next: starts + name + extra + comment,
  };
}

/** The parts that the directory at the end of a ZIP file names; undefined for what is none. */
function partsOf(bytes: Uint8Array): readonly Part[] | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(file);
  if (end === undefined) return undefined;
  const parts: Part[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const entry = entryAt(file, at);
    if (!entry) return undefined;
    parts.push(entry);
    at = entry.next;
  }
  return parts;
}

/**
 * Looks at the parts of a file that may be an Excel workbook (OOXML, a ZIP file): undefined when it is none, `refused` when it is
 * locked or carries macros, other documents or links to elsewhere. Nothing is unpacked.
 */
export function workbookIn(bytes: Uint8Array): Workbook | undefined {
  const parts = partsOf(bytes);
  const names = new Set(parts?.map(({ name }) => name));
  if (!parts || !names.has("[Content_Types].xml") || !names.has("xl/workbook.xml")) return undefined;
  return parts.some(({ name, isEncrypted }) => isEncrypted || (unwanted.test(name) && !/\/printersettings\//i.test(name))) ? "refused" : "plain";
}
