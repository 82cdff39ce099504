import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors, BUYER, idOf, only, verdicts } from "../../../../test/support/actors.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import * as Ai from "../ai/index.ts";
import * as AiJob from "../ai-job/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { unavailable } from "../kernel/error.ts";
import { Blob, Links, Media } from "../ports/blob.ts";
import { ImageModel, type PictureAnswer, type PictureAsking } from "../ports/image-model.ts";
import * as Upload from "../upload/index.ts";
import { draw } from "./draw.ts";
import * as Design from "./index.ts";
import { keep } from "./keep.ts";
import type { DesignWords } from "./model.ts";
import * as policy from "./policy.ts";

beforeAll(startTable);
process.env["MODEL_DAY_MICROS"] = "10000000";

const png = new Uint8Array(Buffer.from("\u0089PNG\r\n\u001a\n picture", "latin1"));
const drawnPicture: PictureAnswer = { outcome: "drawn", bytes: png, usage: { images: 1 } };
const words: DesignWords = { description: "A heavy hoodie with a mountain on the back", garmentType: "hoodie", palette: ["#1f3a5f"] };

let asked: PictureAsking[];
let script: (PictureAnswer | Error)[];
let stored: string[];
let gone: string[];
let now = NOW;
beforeEach(() => {
  [asked, script, stored, gone] = [[], [], [], []];
  // A day for each test, so that none meets another's counters.
  now = new Date(now.getTime() + 86_400_000);
  ImageModel.provide({
    id: () => "amazon.nova-canvas-v1:0",
    draw: async (asking) => {
      asked.push(asking);
      const next = script.shift() ?? drawnPicture;
      if (next instanceof Error) throw next;
      return next;
    },
  });
  const remove = async (key: string) => void gone.push(key);
  Blob.provide({ put: async ({ key }) => void stored.push(key), get: async () => undefined, remove });
  Media.provide({ put: async () => undefined, remove });
  Links.provide({
    presignPost: async ({ key }) => ({ url: "https://files.example", fields: { key }, key }),
    presignGet: async ({ key }) => `https://files.example/${key}`,
  });
});

const by = <T>(actor: Actor, run: () => Promise<T>, key?: string) => as(actor, run, { now, ...(key ? { key } : {}) });
const own = <T>(run: () => Promise<T>) => by(actors.buyerOwner, run);
const system = <T>(run: () => Promise<T>) => by(actors.system, run);
const ask = (more: Partial<DesignWords> = {}) => own(() => Design.ask({ ...words, ...more }));
const work = (jobId: string, { run = 1, isLast = false } = {}) => system(() => draw({ jobId, run, isLast }));
const seen = (jobId: string) => own(() => AiJob.get({ jobId }));
const usage = () => system(() => Ai.usageOn(now.toISOString().slice(0, 10)));

/** What the checker of pictures does with the one that a job brought. */
async function look(
  designId: string,
  verdict: Parameters<typeof Upload.settle>[0]["verdict"] = { state: "ready", key: `design/${designId}.webp`, width: 1_024, height: 1_024 },
) {
  const uploadId = stored.at(-1)?.split("/").at(-1) ?? "";
  await system(() => Upload.settle({ subjectId: BUYER, uploadId, verdict }));
  await system(() => keep({ ownerId: BUYER, uploadId }));
}

async function made() {
  const { jobId, subjectId } = await ask();
  await work(jobId);
  await look(subjectId);
  return { jobId, designId: subjectId };
}

describe("a design that is drawn", () => {
  test("is asked for, drawn, looked at and then its owner's, paid for once at the price of a picture", async () => {
    const before = await ask();
    expect(before).toMatchObject({ status: "queued", percent: 0, attempts: 0, task: "design-image" });

    await work(before.jobId);
    expect(await seen(before.jobId)).toMatchObject({ status: "running", percent: 70, attempts: 0 });
    await look(before.subjectId);

    expect(await seen(before.jobId)).toMatchObject({
      status: "done",
      percent: 100,
      source: "model",
      result: { kind: "design", designId: before.subjectId },
    });
    expect(await own(() => Design.get({ designId: before.subjectId }))).toMatchObject({
      ...words,
      origin: "model",
      uses: 0,
      url: expect.stringContaining("design/"),
    });
    expect(await usage()).toMatchObject([{ task: "design-image", outcome: "answered", costMicros: 40_000, images: 1, ownerId: BUYER }]);
  });

  test("is asked for in the words of its owner without what says who they are, and never with the same seed twice", async () => {
    const first = await ask({ description: "A hoodie, call me on +44 20 7946 0958 about it" });
    const second = await ask();
    await work(first.jobId);
    await work(second.jobId);

    expect(asked[0]?.prompt).toMatch(/hoodie.*#1f3a5f.*\[phone\]/u);
    expect(asked[0]?.prompt).not.toMatch(/7946/u);
    expect(asked[0]?.seed).not.toBe(asked[1]?.seed);
    expect(asked.every(({ seed, count, width }) => seed <= 858_993_459 && count === 1 && width === 1_024)).toBe(true);
  });

  test("is paid for once, however often its message comes", async () => {
    const { jobId } = await ask();
    await work(jobId);
    await work(jobId);

    expect(asked).toHaveLength(1);
    expect(await usage()).toHaveLength(1);
  });

  test.each([
    ["harmful", "A shirt with a sw4stika on the front"],
    ["person", "A tee with a portrait of Taylor Swift"],
    ["brand", "A tracksuit with the N.I.K.E swoosh on it"],
  ])("is refused by our own rules before anything is asked or paid: %s", async (why, description) => {
    await expect(ask({ description })).rejects.toMatchObject({ kind: "invalid", code: "design.refused", details: { why } });
    expect(asked).toEqual([]);
  });
});

describe("a job that comes to nothing says so plainly", () => {
  test.each<[string, PictureAnswer | Error, string, number]>([
    ["the model refuses", { outcome: "refused", usage: { images: 0 } }, "refused", 0],
    ["it sends no picture", { outcome: "drawn", bytes: new Uint8Array(8), usage: { images: 1 } }, "garbled", 40_000],
    ["it does not answer in time", unavailable("model.timeout", "late"), "timeout", 40_000],
  ])("%s", async (_name, answer, reason, costMicros) => {
    script = [answer];
    const { jobId } = await ask();

    await work(jobId);

    expect(await seen(jobId)).toMatchObject({ status: "failed", reason });
    expect(await seen(jobId)).not.toHaveProperty("result");
    expect([stored, (await usage())[0]?.costMicros]).toEqual([[], costMicros]);
  });

  test("a model without room is tried again for nothing until the last try, and then the owner may have it started again", async () => {
    script = [unavailable("model.busy", "no room"), unavailable("model.unavailable", "away"), unavailable("model.busy", "no room")];
    const { jobId, subjectId } = await ask();

    await expect(work(jobId)).rejects.toMatchObject({ kind: "unavailable", code: "ai_job.waiting" });
    expect(await seen(jobId)).toMatchObject({ status: "queued", attempts: 1 });
    await expect(work(jobId)).rejects.toMatchObject({ code: "ai_job.waiting" });
    await work(jobId, { isLast: true });
    expect(await seen(jobId)).toMatchObject({ status: "failed", reason: "busy", attempts: 2 });
    expect(await usage()).toMatchObject([{ costMicros: 0 }, { costMicros: 0 }, { costMicros: 0 }]);

    expect(await own(() => AiJob.again({ jobId }))).toMatchObject({ status: "queued", attempts: 0 });
    await expect(work(jobId)).rejects.toMatchObject({ code: "ai_job.over" });
    await work(jobId, { run: 2 });
    await look(subjectId);
    expect(await seen(jobId)).toMatchObject({ status: "done" });
  });

  test.each([
    ["over_budget", "limit"],
    ["over_quota", "limit"],
    ["paused", "paused"],
    ["unpriced", "unavailable"],
    ["lost", "unavailable"],
  ] as const)("%s is said as %s", (outcome, reason) => {
    expect([AiJob.reasonOf(outcome), AiJob.isPassing(outcome)]).toEqual([reason, false]);
  });

  test("one that stood still for an hour has failed for whoever looks, and can be started again", async () => {
    const { jobId } = await ask();
    now = new Date(now.getTime() + 3_700_000);

    expect(await seen(jobId)).toMatchObject({ status: "failed", reason: "fault" });
    expect(await own(() => AiJob.again({ jobId }))).toMatchObject({ status: "queued" });
  });
});

describe("a job that is stopped", () => {
  test("before it begins is never asked", async () => {
    const { jobId } = await ask();
    expect(await own(() => AiJob.cancel({ jobId }))).toMatchObject({ status: "cancelled" });

    await expect(work(jobId)).rejects.toMatchObject({ code: "ai_job.over" });
    expect(asked).toEqual([]);
  });

  test("in the moment in which it begins is stopped all the same", async () => {
    const { jobId } = await ask();

    const [stopped] = await Promise.all([own(() => AiJob.cancel({ jobId })), system(() => AiJob.begin({ jobId, run: 1 })).catch(() => undefined)]);

    expect([stopped.status, (await seen(jobId)).status]).toEqual(["cancelled", "cancelled"]);
  });

  test("while the model draws keeps nothing of it, and what it cost is written down", async () => {
    const { jobId } = await ask();
    ImageModel.provide({
      id: () => "amazon.nova-canvas-v1:0",
      draw: async () => {
        await own(() => AiJob.cancel({ jobId }));
        return drawnPicture;
      },
    });

    await work(jobId).catch(() => undefined);

    expect([stored, (await seen(jobId)).status]).toEqual([[], "cancelled"]);
  });

  test("while its picture is looked at leaves no design, and the file goes with the sweep", async () => {
    const { jobId, subjectId } = await ask();
    await work(jobId);
    await own(() => AiJob.cancel({ jobId }));

    await expect(look(subjectId)).rejects.toMatchObject({ kind: "conflict" });

    await expect(own(() => Design.get({ designId: subjectId }))).rejects.toMatchObject({ kind: "not_found" });
    now = new Date(now.getTime() + 8 * 86_400_000);
    await system(Upload.sweepAbandoned);
    expect(gone).toContain(`design/${subjectId}.webp`);
  });

  test("after it was done stays done", async () => {
    const { jobId } = await made();

    await expect(own(() => AiJob.cancel({ jobId }))).rejects.toMatchObject({ code: "ai_job.transition" });
  });
});

describe("designs of one's own", () => {
  test("are listed newest first, and a picture of one's own is one when it has been checked", async () => {
    const { designId } = await made();
    now = new Date(now.getTime() + 60_000);
    const slot = await by(actors.buyerOwner, () => Design.askUpload({ type: "image/png" }));
    await system(() =>
      Upload.settle({
        subjectId: BUYER,
        uploadId: slot.uploadId,
        verdict: { state: "ready", key: "design/x.webp", width: 640, height: 800 },
      }),
    );
    await system(() => keep({ ownerId: BUYER, uploadId: slot.uploadId }));
    await expect(system(() => keep({ ownerId: BUYER, uploadId: slot.uploadId }))).rejects.toMatchObject({ kind: "conflict" });
    expect(await own(() => Design.upload({ uploadId: slot.uploadId }))).toMatchObject({ state: "ready" });

    const { items } = await own(() => Design.list({}));

    expect(items.slice(0, 2).map((one) => [one.designId, one.origin])).toEqual([
      [slot.uploadId.replace("upl", "dsn"), "upload"],
      [designId, "model"],
    ]);
  });

  test("go with their file at the next sweep when they are deleted", async () => {
    const { designId } = await made();

    await own(() => Design.remove({ designId }));

    await expect(own(() => Design.get({ designId }))).rejects.toMatchObject({ kind: "not_found" });
    await system(Upload.sweepAbandoned);
    expect(gone).toContain(`design/${designId}.webp`);
  });

  test("say nothing to the log but ids", async () => {
    await made();

    const events = (await allItems()).filter((item) => /^(?:design|ai_job)\./.test(String(item["type"])));
    expect(events.length).toBeGreaterThan(2);
    expect(JSON.stringify(events)).not.toMatch(/mountain|hoodie/u);
  });
});

test("designs and jobs are their buyer's; viewers look on, and nobody else learns that they exist", () => {
  const record = { ownerId: BUYER, designId: idOf("dsn", "1") };

  expect(verdicts(policy.read, record)).toEqual(only(["buyerOwner", "buyerMember", "buyerViewer"]));
  expect(verdicts(policy.write, record)).toEqual(only(["buyerOwner", "buyerMember"], ["buyerViewer"]));
  expect(verdicts(policy.create, {})).toMatchObject({
    buyerOwner: "yes",
    buyerMember: "yes",
    buyerViewer: "forbidden",
    guest: "forbidden",
    visitor: "forbidden",
    supplierOwner: "forbidden",
    admin: "forbidden",
  });
});
