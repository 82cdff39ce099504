import { type CsvError, type Info, parse } from "csv-parse";
import { Readable } from "node:stream";
import { invalid } from "../../kernel/error.ts";
import { type Column, readHead } from "./columns.ts";
import type { Rejection } from "./rejection.ts";

/** The most rows a file may have; a larger one is split by its owner. */
export const MAX_ROWS = 50_000;

/** One row by meaning: what is empty is absent, what is there is trimmed. */
export type Row = { readonly line: number; readonly cells: Readonly<Partial<Record<Column, string>>> };

/** A row, one that could not be read, or that more of them follow than were asked for. */
export type ReadRow = { readonly row: Row } | { readonly rejection: Rejection } | { readonly isCut: true };

export type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Decodes bytes as UTF-8 and nothing else: a file in another encoding is refused as a whole rather than read wrongly. */
async function* decode(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const refuse = () => invalid("file.encoding", "This file is not in UTF-8; save it as “CSV UTF-8” and send it again");
  try {
    for await (const bytes of source) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? refuse() : error;
  }
}

/** One kind of line break whatever the file has, so that lines are counted as an editor counts them. */
async function* withLineFeeds(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const part of text) {
    const all = held + part;
    held = all.endsWith("\r") ? "\r" : "";
    yield all.slice(0, all.length - held.length).replace(/\r\n?/g, "\n");
  }
  yield held === "" ? "" : "\n";
}

/** Spreadsheets of many countries write semicolons; the head, which has no prices in it, tells. */
function delimiterOf(head: string): string {
  const line = head.slice(0, head.indexOf("\n") + 1 || head.length);
  const counts = [",", ";", "\t"].map((mark) => [mark, line.split(mark).length] as const);
  return counts.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ",";
}

type Parsed = { readonly record: readonly string[]; readonly raw: string; readonly info: Info };

const isParsed = (value: unknown): value is Parsed => typeof value === "object" && value !== null && "record" in value && "raw" in value;

const breaks = (text: string): number => text.trimEnd().split("\n").length - 1;

/** A record ends on the line the parser counts; it starts as many lines earlier as there are breaks inside it. */
const startOf = ({ raw, info }: Parsed): number => info.lines - breaks(raw.replace(/^\n+/, ""));

const named = (head: readonly (Column | undefined)[], record: readonly string[]): Row["cells"] => {
  const entries = head.flatMap((column, index) => {
    const value = record[index]?.trim() ?? "";
    return column === undefined || value === "" ? [] : [[column, value] as const];
  });
  return Object.fromEntries(entries);
};

function checkHead(head: readonly (Column | undefined)[]): void {
  if (!head.includes("title") && !head.includes("handle")) {
    throw invalid("file.columns", "This file has no column called Title or Handle in its first row");
  }
  if (!head.includes("price")) throw invalid("file.columns", "This file has no column called Variant Price or Price in its first row");
}

const rejected = (line: number, code: Rejection["code"], message: string): ReadRow => ({ rejection: { line, code, message } });

function toRow(head: readonly (Column | undefined)[], parsed: Parsed): ReadRow {
  const { record } = parsed;
  const line = startOf(parsed);
  if (record.length !== head.length) {
    return rejected(line, "row.columns", `This row has ${record.length} cells, the first row has ${head.length}`);
  }
  return { row: { line, cells: named(head, record) } };
}

function openParser(delimiter: string, skipped: ReadRow[]) {
  return parse({
    bom: true,
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 1_000_000,
    // A quotation mark in the middle of a cell is a letter like any other; what remains is one that is never closed.
    relax_quotes: true,
    on_skip: (error?: CsvError, raw?: string) => {
      const start = Number(error?.["lines"] ?? 1) - breaks(raw ?? "");
      skipped.push(rejected(start, "row.quote", "A quotation mark opened in this row is never closed, so this row and all after it are left out"));
    },
  });
}

async function* withFirst(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function firstChunk(text: AsyncIterator<string>): Promise<string> {
  let first = "";
  for (let next = await text.next(); next.done !== true; next = await text.next()) {
    first += next.value;
    if (first.trimStart().includes("\n")) break;
  }
  if (first.trim() === "") throw invalid("file.empty", "This file is empty");
  return first;
}

/**
 * The rows of a product CSV as they stream in, each with the line it starts on; a row that cannot be read as one comes as its rejection.
 * No more than `most` are read, and that there are more is said last. Throws `file.empty`, `file.encoding`, `file.columns`, `file.rows` and `file.quote` when the file as a whole cannot be read.
 */
export async function* readRows(source: Source, most = Number.POSITIVE_INFINITY): AsyncGenerator<ReadRow> {
  const text = withLineFeeds(decode(source));
  const first = await firstChunk(text);
  const skipped: ReadRow[] = [];
  const parser = Readable.from(withFirst(first, text)).compose(openParser(delimiterOf(first), skipped));
  let head: readonly (Column | undefined)[] | undefined;
  let count = 0;
  for await (const parsed of parser) {
    yield* skipped.splice(0);
    if (!isParsed(parsed)) continue;
    if (head === undefined) {
      head = readHead(parsed.record);
      checkHead(head);
      continue;
    }
    count += 1;
    if (count > most) return void (yield { isCut: true });
    if (count > MAX_ROWS) throw invalid("file.rows", `This file has more than ${MAX_ROWS} rows; split it`);
    yield toRow(head, parsed);
  }
  yield* skipped.splice(0);
  if (head === undefined) throw invalid("file.empty", "This file is empty");
}
