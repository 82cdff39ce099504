import { csvLine } from "../product/csv/escape.ts";
import { Blob } from "../ports/blob.ts";
import { LargeFile } from "../ports/large-file.ts";
import type { Info } from "./store.ts";

/** What became of one product or row of the file. */
export type Line = {
  readonly line: number;
  readonly handle: string;
  readonly outcome: "created" | "updated" | "skipped" | "left out";
  readonly productId?: string;
  readonly reason?: string;
  readonly message?: string;
};

const HEAD = csvLine(["Line", "Handle", "Outcome", "Product ID", "Reason", "What to do"]);

const written = ({ line, handle, outcome, productId = "", reason = "", message = "" }: Line): string =>
  csvLine([String(line), handle, outcome, productId, reason, message]);

const folder = ({ key }: Info): string => key.replace(/\.csv$/, "");
const pieceKey = (job: Info, { from, to }: Info["pieces"][number]): string => `${folder(job)}/report/${job.attempt}-${from}-${to}.csv`;

/** Rows that could not be read are the report's first piece. */
export const leftOutKey = (job: Info): string => `${folder(job)}/report/left-out.csv`;
export const reportKey = (job: Info): string => `${folder(job)}/report.csv`;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const writtenLines = (lines: readonly Line[]): Uint8Array => bytesOf(lines.map(written).join(""));

/** Writes down what one message did; a repetition writes the same. */
export const writePiece = (job: Info, piece: Info["pieces"][number], lines: readonly Line[]): Promise<void> =>
  Blob.use().put({ key: pieceKey(job, piece), type: "text/csv", bytes: writtenLines(lines) });

async function* allPieces(job: Info): AsyncGenerator<Uint8Array> {
  yield bytesOf(HEAD);
  for (const key of [leftOutKey(job), ...job.pieces.map((piece) => pieceKey(job, piece))]) yield* (await LargeFile.use().read(key)) ?? [];
}

/** Puts the pieces together: every product and every row left out, once. */
export const writeReport = (job: Info): Promise<void> => LargeFile.use().write({ key: reportKey(job), type: "text/csv", pieces: allPieces(job) });
