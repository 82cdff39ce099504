import { beforeAll, beforeEach, expect, test } from "vitest";
import { actors, idOf, SUPPLIER } from "../../../../test/support/actors.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import { Blob, Media } from "../ports/blob.ts";
import { commit } from "../table/commit.ts";
import * as Upload from "./index.ts";
import { incomingKey } from "./model.ts";

const gone: string[] = [];
beforeAll(startTable);
beforeEach(() => {
  gone.length = 0;
  const nothing = async () => undefined;
  const remove = async (key: string) => void gone.push(key);
  Blob.provide({ put: nothing, get: nothing, remove });
  Media.provide({ put: nothing, remove });
});

let count = 0;
const system = <T>(run: () => Promise<T>, now = NOW) => as(actors.system, run, { now });
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000 + 1_000);
const sweep = (days: number) => system(Upload.sweepAbandoned, later(days));

async function asked(purpose: "product" | "stage") {
  count += 1;
  const subjectId = idOf(purpose === "product" ? "prd" : "ord", String(count));
  const uploadId = await system(() => Upload.receive({ purpose, subjectId, orgId: SUPPLIER, bytes: new Uint8Array(1), alt: "" }));
  return { subjectId, uploadId };
}
const judged = (slot: { subjectId: string; uploadId: string }, verdict: Parameters<typeof Upload.settle>[0]["verdict"]) =>
  system(() => Upload.settle({ ...slot, verdict }));
const rowOf = ({ subjectId, uploadId }: { subjectId: string; uploadId: string }) => Upload.find(subjectId, uploadId);
const adopt = async (slot: { subjectId: string; uploadId: string }, now = NOW) => {
  const upload = await rowOf(slot);
  if (!upload) throw new Error("it is gone");
  await system(() => commit({ about: slot.subjectId, writes: [Upload.adoptWrite(upload)], events: [], reply: null }), now);
};

test("a slot that nothing came for goes after a week, not before", async () => {
  const slot = await asked("product");

  await sweep(6);
  expect(await rowOf(slot)).toMatchObject({ state: "waiting" });
  await sweep(7);

  expect(await rowOf(slot)).toBeUndefined();
  expect(gone).toContain(incomingKey({ ...slot, purpose: "product" }));
});

test("a picture that no listing shows goes with every rendition of it", async () => {
  const slot = await asked("product");
  await judged(slot, { state: "ready", key: "product/a", width: 700, height: 900 });

  await sweep(7);

  expect(await rowOf(slot)).toBeUndefined();
  expect(gone.filter((key) => key.startsWith("product/")).toSorted()).toEqual([
    "product/a-320.avif",
    "product/a-320.jpeg",
    "product/a-320.webp",
    "product/a-700.avif",
    "product/a-700.jpeg",
    "product/a-700.webp",
  ]);
});

test("a photo that no report shows goes from private storage, and a refused file leaves nothing behind", async () => {
  const [photo, refused] = [await asked("stage"), await asked("product")];
  await judged(photo, { state: "ready", key: "order/a.webp", width: 700, height: 900 });
  await judged(refused, { state: "refused", refusal: "picture.heic" });

  await sweep(7);

  expect([await rowOf(photo), await rowOf(refused)]).toEqual([undefined, undefined]);
  expect(gone).toContain("order/a.webp");
});

test("a picture that a record shows stays", async () => {
  const slot = await asked("product");
  await judged(slot, { state: "ready", key: "product/kept", width: 700, height: 900 });
  await adopt(slot);

  await sweep(400);

  expect(await rowOf(slot)).toMatchObject({ state: "ready", use: "adopted" });
  expect(gone.filter((key) => key.startsWith("product/kept"))).toEqual([]);
});

test("a picture that has been swept cannot be shown any more, and sweeping again does nothing", async () => {
  const slot = await asked("product");
  await judged(slot, { state: "ready", key: "product/late", width: 700, height: 900 });
  const upload = await rowOf(slot);
  await sweep(7);
  gone.length = 0;

  expect(await sweep(8)).toBe(0);

  await expect(
    system(() => commit({ about: slot.subjectId, writes: upload ? [Upload.adoptWrite(upload)] : [], events: [], reply: null })),
  ).rejects.toMatchObject({ kind: "conflict" });
  expect(gone).toEqual([]);
});

test("a sweep that was stopped in the middle is finished by the next", async () => {
  const slot = await asked("product");
  await judged(slot, { state: "ready", key: "product/half", width: 300, height: 300 });
  Media.provide({ put: async () => undefined, remove: () => Promise.reject(new Error("no storage")) });
  await expect(sweep(7)).rejects.toThrow("no storage");
  expect(await rowOf(slot)).toMatchObject({ state: "refused", refusal: "picture.abandoned" });
  Media.provide({ put: async () => undefined, remove: async (key) => void gone.push(key) });

  await sweep(8);

  expect(await rowOf(slot)).toBeUndefined();
  expect(gone.filter((key) => key.startsWith("product/half"))).toHaveLength(3);
  expect((await allItems()).filter((item) => item["type"] === "upload.swept" && item["subjectId"] === slot.subjectId)).toHaveLength(1);
});
