import { beforeAll, beforeEach, expect, test } from "vitest";
import { actors, BUYER } from "../../../../test/support/actors.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import * as Ai from "../ai/index.ts";
import { MAX_PICTURE_BYTES } from "../ai/tasks/design-analysis.ts";
import * as AiJob from "../ai-job/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { newId } from "../kernel/id.ts";
import { unavailable } from "../kernel/error.ts";
import { Blob } from "../ports/blob.ts";
import { type Answer, type Asking, Model } from "../ports/model.ts";
import { commit } from "../table/commit.ts";
import * as Design from "./index.ts";
import { readPicture } from "./read-picture.ts";
import * as store from "./store.ts";

beforeAll(startTable);
process.env["MODEL_DAY_MICROS"] = "10000000";

const answer = {
  garment: { value: "hoodie", percent: 92 },
  construction: { value: "jersey", percent: 71 },
  pattern: { value: "unknown", percent: 30 },
  print: { value: "large-motif", percent: 64 },
  colours: [{ hex: "#24407a", percent: 88 }],
  techniques: [{ value: "screen-print", percent: 55 }],
};
const answered: Answer = { outcome: "answered", value: answer, usage: { inputTokens: 2_000, outputTokens: 200 } };

let asked: Asking[];
let reply: Answer | Error;
let files: Map<string, Uint8Array>;
let now = NOW;
beforeEach(() => {
  [asked, reply, files] = [[], answered, new Map()];
  // A day for each test, so that none meets another's counters.
  now = new Date(now.getTime() + 86_400_000);
  Model.provide({
    id: () => "amazon.nova-lite-v1:0",
    sizeOf: ({ prompt, attachments = [] }) => attachments.reduce((sum, { data }) => sum + data.length, prompt.length),
    read: async (asking) => {
      asked.push(asking);
      if (reply instanceof Error) throw reply;
      return reply;
    },
  });
  Blob.provide({ put: async () => undefined, get: async (key) => files.get(key), remove: async () => undefined });
});

const by = <T>(actor: Actor, run: () => Promise<T>) => as(actor, run, { now });
const own = <T>(run: () => Promise<T>) => by(actors.buyerOwner, run);
const system = <T>(run: () => Promise<T>) => by(actors.system, run);
const seen = (jobId: string) => own(() => AiJob.get({ jobId }));
const work = (jobId: string) => system(() => readPicture({ jobId, run: 1, isLast: false }));

/** A design of the buyer, whose picture is in private storage unless there is none. */
async function kept(bytes: Uint8Array | undefined = new TextEncoder().encode("a checked picture")): Promise<string> {
  const designId = newId("design");
  const key = `design/${BUYER}/${designId}.webp`;
  if (bytes) files.set(key, bytes);
  const words = { description: "A fleece hoodie with a mountain", garmentType: "hoodie", palette: ["#1f3a5f"], origin: "model" } as const;
  const row = { ...words, palette: [...words.palette], designId, ownerId: BUYER, uploadId: newId("upload"), key, width: 640, height: 640, uses: 0 };
  await system(() => commit({ about: designId, writes: [store.createWrite({ ...row, createdAt: now.toISOString() })], events: [], reply: null }));
  return designId;
}

async function asks(bytes?: Uint8Array) {
  const designId = await kept(bytes);
  const { jobId } = await own(() => Design.askAnalysis({ designId }));
  return { designId, jobId };
}

test("the picture of a design is read by the model from private storage, and what it says is the job's result with our names of its colours", async () => {
  const { designId, jobId } = await asks();
  expect(await seen(jobId)).toMatchObject({ status: "queued", task: "design-analysis", subjectId: designId });

  await work(jobId);

  expect(await seen(jobId)).toMatchObject({
    status: "done",
    percent: 100,
    source: "model",
    result: {
      kind: "analysis",
      analysis: { ...answer, pattern: { value: "unknown", percent: 0 }, colours: [{ hex: "#24407a", name: "Navy", percent: 88 }] },
    },
  });
  expect(asked[0]?.attachments).toEqual([{ type: "image/webp", data: Buffer.from("a checked picture").toString("base64") }]);
  expect(await system(() => Ai.usageOn(now.toISOString().slice(0, 10)))).toMatchObject([
    { task: "design-analysis", outcome: "answered", ownerId: BUYER },
  ]);
});

test("without a model the reading comes from the design's own words, and says so", async () => {
  reply = unavailable("model.unavailable", "away");
  const { jobId } = await asks();

  await work(jobId);

  expect(await seen(jobId)).toMatchObject({
    status: "done",
    source: "fallback",
    result: {
      analysis: { garment: { value: "hoodie", percent: 100 }, construction: { value: "jersey" }, pattern: { value: "unknown", percent: 0 } },
    },
  });
});

test("a message that comes again after the reading is over pays nothing twice", async () => {
  const { jobId } = await asks();
  await work(jobId);

  await expect(work(jobId)).rejects.toMatchObject({ code: "ai_job.over" });

  expect(asked).toHaveLength(1);
});

test.each([
  ["is larger than the model takes", new Uint8Array(MAX_PICTURE_BYTES + 1)],
  ["has gone", undefined],
])("a picture that %s ends the job before anything is asked", async (_name, bytes) => {
  const designId = await kept(bytes ?? new Uint8Array(1));
  if (!bytes) files.clear();
  const { jobId } = await own(() => Design.askAnalysis({ designId }));

  await work(jobId);

  expect(await seen(jobId)).toMatchObject({ status: "failed", reason: "unfit" });
  expect(asked).toEqual([]);
});

test("only those of the buyer who may act have it read; others do not learn that the design exists", async () => {
  const designId = await kept();
  const tries = (actor: Actor) => by(actor, () => Design.askAnalysis({ designId }));

  await expect(tries(actors.buyerViewer)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(tries(actors.supplierOwner)).rejects.toMatchObject({ kind: "not_found" });
});
