import { expect, test } from "vitest";
import { workbookIn } from "./workbook.ts";

/** The directory of a ZIP file that names these parts; `locked` marks the first as encrypted. */
function zip(names: readonly string[], { locked = false, comment = "" } = {}): Uint8Array {
  const entries = names.map((name, place) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(locked && place === 0 ? 1 : 0, 8);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const directory = Buffer.concat(entries);
  const start = Buffer.from("PK\u0003\u0004 the parts themselves");
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(start.length, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([start, directory, end, Buffer.from(comment)]));
}

const plain = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/media/image1.png"];

test.each<[string, Uint8Array, ReturnType<typeof workbookIn>]>([
  ["a plain workbook", zip(plain), "plain"],
  ["one with a comment behind it", zip(plain, { comment: "made by a tool" }), "plain"],
  ["one with a printer's settings", zip([...plain, "xl/printerSettings/printerSettings1.bin"]), "plain"],
  ["one with macros", zip([...plain, "xl/vbaProject.bin"]), "refused"],
  ["one with sheets of old macros", zip([...plain, "xl/macrosheets/sheet1.xml"]), "refused"],
  ["one with another document in it", zip([...plain, "xl/embeddings/oleObject1.bin"]), "refused"],
  ["one that reads elsewhere", zip([...plain, "xl/externalLinks/externalLink1.xml"]), "refused"],
  ["a locked one", zip(plain, { locked: true }), "refused"],
  ["an archive of something else", zip(["readme.txt", "run.exe"]), undefined],
  ["a text document", zip(["[Content_Types].xml", "word/document.xml"]), undefined],
  ["one that breaks off", zip(plain).slice(0, 60), undefined],
  ["nothing", new Uint8Array(0), undefined],
  ["a PDF", new TextEncoder().encode("%PDF-1.7 and so on"), undefined],
])("%s is told by its parts", (_name, bytes, verdict) => {
  expect(workbookIn(bytes)).toBe(verdict);
});

test("a directory that claims more than there is, is none", () => {
  const bytes = Buffer.from(zip(plain));
  bytes.writeUInt16LE(4_000, bytes.length - 12);

  expect(workbookIn(new Uint8Array(bytes))).toBeUndefined();
});
