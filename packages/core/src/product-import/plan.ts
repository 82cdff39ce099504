import { Blob } from "../ports/blob.ts";
import { LargeFile } from "../ports/large-file.ts";
import { type Need, Needs, readEntries, type Rejection } from "../product/csv/index.ts";
import type { Planned } from "./draft.ts";
import type { Answers } from "./model.ts";
import { leftOutKey, type Line, writtenLines } from "./report.ts";
import type { Info } from "./store.ts";

/** Products of one part of a plan. */
export const PART = 200;

/** Rejected rows that the job itself keeps, to be shown; the report has all. */
const SHOWN = 200;

const partKey = ({ key }: Info, part: number): string => `${key.replace(/\.csv$/, "")}/plan/${part}.json`;

async function writePart(job: Info, part: number, products: readonly Planned[]): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(products));
  await Blob.use().put({ key: partKey(job, part), type: "application/json", bytes });
}

/** The products of a part, as the plan wrote them. */
export async function readPart(job: Info, part: number): Promise<readonly Planned[]> {
  const bytes = await Blob.use().get(partKey(job, part));
  if (!bytes) throw new Error(`Part ${part} of the plan of ${job.jobId} is not there`);
  // Only this file writes parts, from what the reader gave.
  return JSON.parse(new TextDecoder().decode(bytes)) as Planned[];
}

const lineOf = ({ line, handle = "", code, message }: Rejection): Line => ({ line, handle, outcome: "left out", reason: code, message });

async function* leftOutPieces(lines: readonly Line[]): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < lines.length; from += 1_000) yield writtenLines(lines.slice(from, from + 1_000));
}

/** The file's pieces, from its beginning. */
export async function openFile({ key }: Pick<Info, "key">): Promise<AsyncIterable<Uint8Array> | undefined> {
  return LargeFile.use().read(key);
}

type Plan = Pick<Info, "total" | "rejected" | "rejections"> & { readonly needs: readonly Need[] };

/** Reads the file to its end and lays its products down in parts, so that each can be worked on by itself. The same file and answers give the same parts. */
export async function writePlan(job: Info, answers: Answers): Promise<Plan> {
  let part: Planned[] = [];
  let total = 0;
  const leftOut: Line[] = [];
  const rejected: Rejection[] = [];
  const needs = new Needs();
  const reject = (rejection: Rejection) => {
    leftOut.push(lineOf(rejection));
    if (rejected.length < SHOWN) rejected.push(rejection);
  };
  const open = async () => (await openFile(job)) ?? [];
  for await (const entry of readEntries(open, answers)) {
    if (entry.kind === "rejected") reject(entry.rejection);
    if (entry.kind === "waiting") needs.add(entry.waiting);
    if (entry.kind !== "product" && entry.kind !== "own") continue;
    part.push(entry);
    total += 1;
    if (part.length < PART) continue;
    await writePart(job, total / PART - 1, part);
    part = [];
  }
  if (part.length > 0) await writePart(job, Math.floor(total / PART), part);
  await LargeFile.use().write({ key: leftOutKey(job), type: "text/csv", pieces: leftOutPieces(leftOut) });
  return { total, rejected: rejected.map((one) => ({ ...one })), rejections: leftOut.length, needs: needs.list() };
}
