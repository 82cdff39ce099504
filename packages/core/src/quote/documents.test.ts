import { beforeAll, beforeEach, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { pricedQuote } from "../../../../test/support/orders.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import { Blob, Links } from "../ports/blob.ts";
import { Pdf } from "../ports/pdf.ts";
import type { QuoteDocument } from "./document.ts";
import { renderDocument } from "./documents.ts";
import * as Quote from "./index.ts";

const { buyerOwner, buyerViewer, otherBuyer, admin, visitor, system } = actors;
const set: QuoteDocument[] = [];
const kept: string[] = [];
beforeAll(async () => {
  await startTable();
  Links.provide({
    presignPost: () => Promise.reject(new Error("nothing is sent here")),
    presignGet: async ({ key, seconds, downloadAs }) => `https://storage.example/${key}?for=${seconds}&as=${downloadAs ?? ""}`,
  });
  Blob.provide({ put: async ({ key }) => void kept.push(key), get: async () => undefined, remove: async () => undefined });
  Pdf.provide({
    invoice: () => Promise.reject(new Error("no invoice is set here")),
    quote: async (document) => {
      set.push(document);
      return new Uint8Array(8);
    },
  });
});
beforeEach(() => {
  set.length = 0;
  kept.length = 0;
});

let told = 0;
/** Each message has its own key, as on the queue. */
const render = (quoteId: string, revision = 1) => as(system, () => renderDocument({ quoteId, revision }), { key: `message-${(told += 1)}` });
const link = (quoteId: string, who: Parameters<typeof as>[0] = buyerOwner) => as(who, () => Quote.documentLink({ quoteId }));
const ask = (quoteId: string, who: Parameters<typeof as>[0] = buyerOwner) => as(who, () => Quote.askDocument({ quoteId }));

test("the PDF of a revision has its lines and sums to the cent, is set once whatever is told twice, and is fetched for five minutes", async () => {
  const quote = await pricedQuote();
  const { quoteId, priced } = quote;

  expect(await ask(quoteId)).toEqual({ state: "waiting" });
  expect(await link(quoteId)).toEqual({});
  await Promise.allSettled([render(quoteId), render(quoteId)]);
  await render(quoteId);

  expect(set[0]).toMatchObject({
    revision: 1,
    total: priced.total,
    deposit: quote.deposit,
    balance: quote.balance,
    lines: priced.lines.map(({ label, amount }) => ({ label, amount })),
    validUntilOn: quote.validUntil.slice(0, 10),
  });
  expect(new Set(kept).size).toBe(1);
  expect(await ask(quoteId)).toEqual({ state: "ready" });
  for (const who of [buyerViewer, admin]) expect((await link(quoteId, who)).url).toContain(`${kept[0]}?for=300`);
  await expect(link(quoteId, otherBuyer)).rejects.toMatchObject({ kind: "not_found" });
});

test("a revision that is let go out anew, for longer, gets a PDF that says so, and a later revision its own", async () => {
  const { quoteId } = await pricedQuote();
  await render(quoteId);
  const [first] = kept;
  await as(admin, () => Quote.send({ quoteId, revision: 1 }), { now: new Date("2026-03-09T09:00:00.000Z") });

  expect(await link(quoteId)).toEqual({});
  await render(quoteId);
  await as(buyerOwner, () => Quote.revise({ quoteId, revision: 1 }));
  await render(quoteId);
  expect(await link(quoteId)).toEqual({});
  await render(quoteId, 2);

  expect(kept).toHaveLength(3);
  expect(new Set([first, ...kept]).size).toBe(3);
  expect((await link(quoteId)).url).toContain("/2-");
});

test("a guest fetches it by their own secret; whoever holds a shared link does not learn the buyer's name from it", async () => {
  const { quote, claim = "" } = await as(actors.guest, () => Quote.create({ brief: { garmentType: "t-shirt", quantity: 300, fabric: "cotton" } }));
  const { quoteId } = quote;
  await render(quoteId);
  const shared = await pricedQuote();
  const { token } = await as(buyerOwner, () => Quote.share({ quoteId: shared.quoteId }));

  expect((await as(visitor, () => Quote.documentLinkAsGuest({ quoteId, claim }))).url).toBeDefined();
  await expect(as(visitor, () => Quote.documentLinkAsGuest({ quoteId: shared.quoteId, claim: token }))).rejects.toMatchObject({ kind: "not_found" });
  await expect(as(visitor, () => Quote.askDocumentAsGuest({ quoteId: shared.quoteId, claim: token }))).rejects.toMatchObject({ kind: "not_found" });
});

test("a price that a person still looks at has no PDF", async () => {
  const { quote } = await as(buyerOwner, () => Quote.create({ brief: { garmentType: "t-shirt", quantity: 50_000, fabric: "cotton" } }));

  await expect(ask(quote.quoteId)).rejects.toMatchObject({ code: "quote.in_review" });
});
