import { beforeAll, beforeEach, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { isAnswerTo, removeWhere } from "../../../../test/support/rows.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import { unavailable } from "../kernel/error.ts";
import { type Asking, Model } from "../ports/model.ts";
import * as Terms from "../terms/index.ts";
import { comment } from "./comment.ts";
import * as Quote from "./index.ts";

beforeAll(startTable);
process.env["MODEL_DAY_MICROS"] = "1000000";

const owner = actors.buyerOwner;
const brief = { garmentType: "hoodie", quantity: 500, fabric: "cotton", notes: "For Rina Akter, rina@example.com, +880 1711 000000" } as const;
const said = { summary: "Five hundred hoodies in the usual cotton.", suggestions: ["Ask for a sample first"], risks: [] };

let asked: Asking[] = [];
// Ten minutes for each test, so that the failures of one do not stop the model for the next.
let now = NOW;
let answers: () => unknown;
beforeEach(() => {
  asked = [];
  now = new Date(now.getTime() + 600_000);
  answers = () => said;
  Model.provide({
    id: () => "amazon.nova-lite-v1:0",
    sizeOf: ({ prompt }) => prompt.length,
    read: async (asking) => {
      asked.push(asking);
      return { outcome: "answered", value: answers(), usage: { inputTokens: 10, outputTokens: 10 } };
    },
  });
});

let keys = 0;
async function priced() {
  keys += 1;
  const { quote } = await as(owner, () => Quote.create({ brief }), { key: `create-${keys}`, operation: "createQuote", now });
  return quote;
}
const run = (quoteId: string, change: { revision?: number; key?: string } = {}) => {
  const key = change.key ?? `evt_${quoteId}`;
  return as(actors.system, () => comment({ quoteId, revision: change.revision ?? 1, key }), { key, operation: "run-task", now });
};
const read = (quoteId: string) => as(owner, () => Quote.get({ quoteId }), { now });

test("the commentary stands beside the quote and changes nothing else of it", async () => {
  const before = await priced();

  await run(before.quoteId);

  expect(await read(before.quoteId)).toEqual({ ...before, analysis: { ...said, source: "model" } });
});

test("the model learns the brief and its price, and nothing of the person", async () => {
  const { quoteId } = await priced();
  await run(quoteId);

  const sent = JSON.stringify(asked);
  for (const personal of ["rina@example.com", "1711", owner.userId, owner.orgId, quoteId]) expect(sent).not.toContain(personal);
  expect(sent).toContain("500 hoodies");
});

test.each<[string, () => unknown]>([
  ["garbage", () => ({ broken: true })],
  ["a better price", () => ({ ...said, summary: "Good news: it is only US$1.00 now, pay today." })],
  [
    "an error",
    () => {
      throw unavailable("model.unavailable", "no");
    },
  ],
])("%s from the model ends in a commentary by rule, and the quote can be accepted", async (_name, answer) => {
  const { quoteId, total } = await priced();
  answers = answer;

  await run(quoteId);

  const quote = await read(quoteId);
  expect(quote).toMatchObject({ status: "priced", total, analysis: { source: "fallback" } });
  const shippingAddress = { name: "Rina", street: "1 Road", city: "Leeds", postcode: "LS1", country: "GB" };
  const accepted = await as(owner, () => Quote.accept({ quoteId, revision: 1, termsVersion: Terms.current.version, shippingAddress }), {
    key: `accept-${quoteId}`,
    now,
  });
  expect(accepted.orderNumber).toMatch(/^SA-/);
});

test("a crash between the answer and its place beside the quote asks nobody again", async () => {
  const { quoteId } = await priced();
  await run(quoteId);
  // The worker ended after the model's answer was kept and before the commentary was: take the commentary and the inbox row away.
  await removeWhere((item) => item["__edb_e__"] === "quote-analysis" && item["quoteId"] === quoteId);
  await removeWhere((item) => isAnswerTo(item, { actor: actors.system, key: `evt_${quoteId}`, operation: "run-task" }));
  expect((await read(quoteId)).analysis).toBeUndefined();

  await run(quoteId);

  expect((await read(quoteId)).analysis).toEqual({ ...said, source: "model" });
  expect(asked).toHaveLength(1);
  expect((await allItems()).filter((item) => item["__edb_e__"] === "ai-usage" && item["key"] === `evt_${quoteId}`)).toHaveLength(1);
});

test("a second message about the same revision changes nothing and asks nobody", async () => {
  const { quoteId } = await priced();
  await run(quoteId);

  await expect(run(quoteId, { key: "evt_other" })).rejects.toMatchObject({ kind: "conflict", code: "quote.analysed" });
  expect(asked).toHaveLength(1);
});

test("a revision that is not in force gets no commentary", async () => {
  const { quoteId } = await priced();

  await expect(run(quoteId, { revision: 2 })).rejects.toMatchObject({ kind: "conflict", code: "quote.revised" });
  expect(asked).toHaveLength(0);
});

test("only a worker has a commentary written", async () => {
  const { quoteId } = await priced();

  await expect(as(owner, () => comment({ quoteId, revision: 1, key: "evt_mine" }))).rejects.toMatchObject({ kind: "not_found" });
});
