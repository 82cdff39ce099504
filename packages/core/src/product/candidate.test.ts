import { beforeAll, beforeEach, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import * as AiJob from "../ai-job/index.ts";
import { unavailable } from "../kernel/error.ts";
import { usd } from "../kernel/money.ts";
import { Blob, Media } from "../ports/blob.ts";
import { ImageModel, type PictureAsking } from "../ports/image-model.ts";
import { type Asking, Model } from "../ports/model.ts";
import * as Upload from "../upload/index.ts";
import { drawCandidate, writePictureWords } from "./candidate-work.ts";
import { askCandidate, askPictureWords } from "./candidate.ts";
import * as Product from "./index.ts";
import { keepCandidate } from "./keep-candidate.ts";

beforeAll(startTable);
process.env["MODEL_DAY_MICROS"] = "10000000";

const owner = actors.supplierOwner;
const draft: Product.Draft = {
  title: "Heavy cotton T-shirt",
  category: "T-shirts",
  family: "casualwear",
  fabric: "Cotton jersey",
  price: usd(455),
  colours: ["White", "Navy"],
};

let drawn: PictureAsking[];
let asked: Asking[];
let said: () => unknown;
let arrived = "";
let now = NOW;
const removed: string[] = [];
beforeEach(() => {
  [drawn, asked] = [[], []];
  now = new Date(now.getTime() + 86_400_000);
  said = () => ({ words: ["White T-shirt laid flat, seen from the front", "White T-shirt laid flat, seen from the back"] });
  ImageModel.provide({
    id: () => "amazon.nova-canvas-v1:0",
    draw: async (asking) => {
      drawn.push(asking);
      return { outcome: "drawn", bytes: new Uint8Array(Buffer.from("\u0089PNG picture", "latin1")), usage: { images: 1 } };
    },
  });
  Model.provide({
    id: () => "amazon.nova-lite-v1:0",
    sizeOf: ({ prompt }) => prompt.length,
    read: async (asking) => {
      asked.push(asking);
      const value = said();
      if (value instanceof Error) throw value;
      return { outcome: "answered", value, usage: { inputTokens: 10, outputTokens: 10 } };
    },
  });
  Blob.provide({ put: async ({ key }) => void (arrived = key), get: async () => undefined, remove: async () => undefined });
  Media.provide({ put: async () => undefined, remove: async (key) => void removed.push(key) });
});

const own = <T>(run: () => Promise<T>) => as(owner, run, { now });
const system = <T>(run: () => Promise<T>) => as(actors.system, run, { now });
const make = async (change: Product.Draft = {}) => (await own(() => Product.create({ draft: { ...draft, ...change } }))).productId;
const turn = (jobId: string) => ({ jobId, run: 1, isLast: true });

/** A picture of the listing that has been looked at, as the checker leaves it. */
async function looked(productId: string, more: { readonly uploadId?: string } = {}): Promise<string> {
  const uploadId =
    more.uploadId ?? (await system(() => Upload.receive({ purpose: "product", subjectId: productId, orgId: owner.orgId, bytes: new Uint8Array(1) })));
  await system(() =>
    Upload.settle({ subjectId: productId, uploadId, verdict: { state: "ready", key: `product/${uploadId}`, width: 832, height: 1_024 } }),
  );
  return uploadId;
}

/** A candidate that has been drawn and looked at. */
async function candidate(productId: string) {
  const { jobId } = await own(() => askCandidate({ productId }));
  await system(() => drawCandidate(turn(jobId)));
  const uploadId = await looked(productId, { uploadId: arrived.split("/").at(-1) ?? "" });
  await system(() => keepCandidate({ productId, uploadId }));
  const job = await own(() => AiJob.get({ jobId }));
  if (job.result?.kind !== "picture") throw new Error("there is no candidate");
  return job.result;
}

test("a candidate is drawn from what is stored, without price or supplier, and stands beside a listing that stays as it is", async () => {
  const productId = await make();

  const found = await candidate(productId);

  expect(found).toMatchObject({ alt: "White t-shirts from the front, drawn by a model", base: expect.stringContaining("/media/product/") });
  expect((await own(() => Product.get({ productId }))).pictures).toEqual([]);
  expect(drawn[0]?.prompt).toMatch(/T-shirts.*Cotton jersey.*White/u);
  expect(drawn[0]?.prompt).not.toMatch(/455|4\.55|invisible/u);
});

test("knitwear is drawn as if worn by nobody, and nothing is drawn while category or fabric is not known", async () => {
  const productId = await make({ family: "knitwear" });
  await candidate(productId);
  expect(drawn[0]?.prompt).toContain("invisible mannequin");

  const bare = (await own(() => Product.create({ draft: { title: "A thing" } }))).productId;
  await expect(own(() => askCandidate({ productId: bare }))).rejects.toMatchObject({ code: "product.too_little" });
});

test("that a model drew it stays with a picture through other words, a revision and a copy, and a sent one is of nobody", async () => {
  const productId = await make();
  const [taken, sent] = [await candidate(productId), await looked(productId)];
  const pictures = [taken.uploadId, sent].map((uploadId) => ({ uploadId, alt: "White T-shirt from the front" }));
  const origins = async (of: string) => (await own(() => Product.get({ productId: of }))).pictures.map(({ alt, origin }) => [alt, origin]);

  await own(() => Product.setPictures({ productId, pictures }));
  await own(() => Product.describePictures({ productId, words: [{ uploadId: taken.uploadId, alt: "A photo of the T-shirt" }] }));
  const copy = await own(() => Product.duplicate({ productId }));

  expect(taken.origin).toBe("model");
  expect(await origins(productId)).toEqual([
    ["A photo of the T-shirt", "model"],
    ["White T-shirt from the front", undefined],
  ]);
  expect(await origins(copy.productId)).toEqual(await origins(productId));
});

test("a taken candidate is a picture like any other, and one that nobody takes goes after a week", async () => {
  const productId = await make();
  const [taken, left] = [await candidate(productId), await candidate(productId)];

  const after = await own(() => Product.setPictures({ productId, pictures: [{ uploadId: taken.uploadId, alt: taken.alt }] }));
  now = new Date(now.getTime() + 8 * 86_400_000);
  await system(Upload.sweepAbandoned);

  expect(after.pictures.map(({ uploadId }) => uploadId)).toEqual([taken.uploadId]);
  expect(Date.parse(left.until)).toBeLessThan(now.getTime());
  expect(removed.some((key) => key.startsWith(`product/${left.uploadId}`))).toBe(true);
  expect(removed.some((key) => key.startsWith(`product/${taken.uploadId}`))).toBe(false);
});

async function words(productId: string) {
  const { jobId } = await own(() => askPictureWords({ productId }));
  await system(() => writePictureWords(turn(jobId)));
  return own(() => AiJob.get({ jobId }));
}

async function withTwoPictures() {
  const productId = await make();
  const pictures = [await looked(productId), await looked(productId)].map((uploadId) => ({ uploadId, alt: "" }));
  await own(() => Product.setPictures({ productId, pictures }));
  return { productId, uploadIds: pictures.map(({ uploadId }) => uploadId) };
}

test("words are suggested for each picture in its order, and the listing stays as it is until they are taken", async () => {
  const { productId, uploadIds } = await withTwoPictures();

  const { result, source } = await words(productId);

  expect([source, result]).toEqual([
    "model",
    {
      kind: "words",
      words: [
        { uploadId: uploadIds[0], alt: "White T-shirt laid flat, seen from the front" },
        { uploadId: uploadIds[1], alt: "White T-shirt laid flat, seen from the back" },
      ],
    },
  ]);
  expect((await own(() => Product.get({ productId }))).pictures.map(({ alt }) => alt)).toEqual(["", ""]);
  expect(asked[0]?.prompt).not.toMatch(/455|supplier/u);
});

test.each([
  ["one too few", () => ({ words: ["White T-shirt laid flat, seen from the front"] })],
  ["a link", () => ({ words: ["See www.example.com for the white T-shirt", "White T-shirt from the back"] })],
  ["a price", () => ({ words: ["White T-shirt for US$4.55 a piece", "White T-shirt from the back"] })],
  ["nobody", () => unavailable("model.unavailable", "away")],
])("after %s the rule says colour, type and view", async (_name, answer) => {
  said = answer;
  const { productId } = await withTwoPictures();

  expect(await words(productId)).toMatchObject({
    source: "fallback",
    result: { words: [{ alt: "White t-shirts, from the front" }, { alt: "White t-shirts, from the back" }] },
  });
});

test("nothing is suggested for a listing without pictures, and another supplier finds neither listing nor job", async () => {
  const productId = await make();
  await expect(own(() => askPictureWords({ productId }))).rejects.toMatchObject({ code: "product.no_pictures" });
  const { jobId } = await own(() => askCandidate({ productId }));

  await expect(as(actors.otherSupplier, () => askCandidate({ productId }))).rejects.toMatchObject({ kind: "not_found" });
  await expect(as(actors.otherSupplier, () => AiJob.get({ jobId }))).rejects.toMatchObject({ kind: "not_found" });
  await expect(as(actors.supplierFactory, () => AiJob.get({ jobId }))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(as(actors.supplierFactory, () => AiJob.cancel({ jobId }))).rejects.toMatchObject({ kind: "forbidden" });
});
