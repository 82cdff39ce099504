import { beforeAll, beforeEach, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import { productCopy } from "../ai/tasks/product-copy.ts";
import { unavailable } from "../kernel/error.ts";
import { usd } from "../kernel/money.ts";
import { type Asking, Model } from "../ports/model.ts";
import * as Product from "./index.ts";
import { writeCopy } from "./write-copy.ts";

beforeAll(startTable);
process.env["MODEL_DAY_MICROS"] = "1000000";

const owner = actors.supplierOwner;
const draft: Product.Draft = {
  title: "Heavy cotton T-shirt",
  category: "T-shirts",
  family: "casualwear",
  fabric: "Cotton jersey",
  gsm: 240,
  price: usd(455),
  moq: 50,
  leadDays: 21,
  colours: ["White", "Navy"],
};
const said = {
  title: "Heavy cotton jersey T-shirt",
  description: "A T-shirt of heavy cotton jersey at 240 g/m², in white and navy, made to order from 50 pieces.",
  features: ["240 g/m² cotton jersey"],
  metaDescription: "Heavy cotton jersey T-shirt, made to order from 50 pieces in 21 days.",
};

let asked: Asking[] = [];
// Ten minutes for each test, so that the failures of one do not stop the model for the next.
let now = NOW;
let answer: () => unknown;
beforeEach(() => {
  asked = [];
  now = new Date(now.getTime() + 600_000);
  answer = () => said;
  Model.provide({
    id: () => "amazon.nova-lite-v1:0",
    sizeOf: ({ prompt }) => prompt.length,
    read: async (asking) => {
      asked.push(asking);
      return { outcome: "answered", value: answer(), usage: { inputTokens: 10, outputTokens: 10 } };
    },
  });
});

const own = <T>(run: () => Promise<T>) => as(owner, run, { now });
let keys = 0;
async function write(productId: string): Promise<unknown> {
  keys += 1;
  const key = `evt_copy_${keys}`;
  const record = await as(actors.system, () => Product.find(productId));
  return as(actors.system, () => writeCopy({ productId, askId: record?.copy?.askId ?? "", key }), { key, operation: "run-task", now });
}
async function suggested(change: Product.Draft = {}) {
  const { productId } = await own(() => Product.create({ draft: { ...draft, ...change } }));
  await own(() => Product.askCopy({ productId }));
  await write(productId);
  return own(() => Product.get({ productId }));
}

test("words are suggested beside the listing and change nothing of it; neither a price nor a name is told to the model", async () => {
  const view = await suggested();

  expect(view.copy).toEqual({ askedAt: now.toISOString(), source: "model", said });
  expect([view.draft, view.version]).toEqual([draft, 1]);
  expect(asked[0]?.prompt).not.toMatch(/455|4\.55|supplier/u);
});

test.each([
  ["a certificate", { ...said, features: ["GOTS certified cotton"] }],
  ["a figure", { ...said, metaDescription: "A T-shirt of 300 g/m² for every season of the year." }],
  ["a claim", { ...said, description: "Organic cotton T-shirt in white and navy, made to order for buyers who care." }],
  ["a link", { ...said, description: `${said.description} See www.example.com for more.` }],
])("%s that the supplier never stored is not passed on: the rule writes instead", async (_name, invented) => {
  answer = () => invented;

  const { copy } = await suggested();

  expect(copy?.source).toBe("fallback");
  expect(JSON.stringify(copy?.said)).not.toMatch(/GOTS|300|rganic|www/u);
});

test("a certificate that the supplier stored may be said", async () => {
  answer = () => ({ ...said, features: ["GOTS certified cotton"] });

  const { copy } = await suggested({ specifications: [{ name: "Certificate", value: "GOTS certified" }] });

  expect(copy?.source).toBe("model");
});

test("without the model the rule writes within the lengths of a listing, from as little as may be asked with", async () => {
  Model.provide({
    id: () => "amazon.nova-lite-v1:0",
    sizeOf: ({ prompt }) => prompt.length,
    read: async () => {
      throw unavailable("model.unavailable", "Nobody is there");
    },
  });
  const { productId } = await own(() => Product.create({ draft: { category: "Caps", fabric: "Twill" } }));
  await own(() => Product.askCopy({ productId }));

  await write(productId);

  const { copy } = await own(() => Product.get({ productId }));
  expect([copy?.source, productCopy.output.safeParse(copy?.said).success]).toEqual(["fallback", true]);
});

test("nothing is asked while neither category nor fabric is known, and words that were asked for again are not kept", async () => {
  const { productId } = await own(() => Product.create({ draft: { title: "A thing" } }));
  await expect(own(() => Product.askCopy({ productId }))).rejects.toMatchObject({ code: "product.too_little" });
  await own(() => Product.update({ productId, draft }));
  await own(() => Product.askCopy({ productId }));
  const first = (await as(actors.system, () => Product.find(productId)))?.copy?.askId ?? "";
  await own(() => Product.askCopy({ productId }));

  await expect(as(actors.system, () => writeCopy({ productId, askId: first, key: "evt_late" }), { now })).rejects.toMatchObject({
    code: "product.copy_outdated",
  });
});
