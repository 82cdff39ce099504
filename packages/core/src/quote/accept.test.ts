import { beforeAll, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { acceptance, pricedQuote } from "../../../../test/support/orders.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import type { Actor } from "../kernel/actor.ts";
import * as Quote from "./index.ts";

beforeAll(startTable);

const { buyerOwner } = actors;
const ordersOf = async (quoteId: string) => (await allItems()).filter((item) => item["__edb_e__"] === "order" && item["quoteId"] === quoteId);
const inAYear = new Date(NOW.getTime() + 365 * 86_400_000);

type Input = ReturnType<typeof acceptance>;
type Refusal = {
  readonly by?: Actor;
  readonly with?: Partial<Input>;
  readonly at?: Date;
  readonly before?: (quoteId: string) => Promise<unknown>;
  readonly code: string;
};
const decline = (quoteId: string) => as(buyerOwner, () => Quote.decline({ quoteId }));

test.each<[string, Refusal]>([
  ["another buyer cannot learn that the quote exists", { by: actors.otherBuyer, code: "record.not_found" }],
  ["a supplier cannot learn that the quote exists", { by: actors.supplierOwner, code: "record.not_found" }],
  ["a viewer cannot accept for the organisation", { by: actors.buyerViewer, code: "quote.accept.forbidden" }],
  ["an admin cannot accept in a buyer's place", { by: actors.admin, code: "quote.accept.forbidden" }],
  ["a revision that is not the one in force has to be read again", { with: { revision: 2 }, code: "quote.revised" }],
  ["an expired quote is not accepted", { at: inAYear, code: "quote.expired" }],
  ["terms that have changed have to be read again", { with: { termsVersion: "2001-01" }, code: "terms.changed" }],
  ["a declined quote stays declined", { before: decline, code: "quote.transition" }],
])("%s", async (_name, refusal) => {
  const { quoteId } = await pricedQuote();
  await refusal.before?.(quoteId);

  const accepting = as(refusal.by ?? buyerOwner, () => Quote.accept({ ...acceptance(quoteId), ...refusal.with }), { now: refusal.at ?? NOW });

  await expect(accepting).rejects.toMatchObject({ code: refusal.code });
  expect(await ordersOf(quoteId)).toEqual([]);
});

test("a guest cannot accept the quote they may read", async () => {
  const { quoteId } = (await as(actors.guest, () => Quote.create({ brief: { garmentType: "t-shirt", quantity: 300, fabric: "cotton" } }))).quote;

  await expect(as(actors.guest, () => Quote.accept(acceptance(quoteId)))).rejects.toMatchObject({ code: "quote.accept.forbidden" });
});

test("who read the quote before somebody else accepted it is refused: it becomes one order", async () => {
  const { quoteId } = await pricedQuote();
  const second = Promise.withResolvers<void>();
  // Its seat is read beside the quote, so that the quote has been read when the wait for the seat is over.
  const slow = as(buyerOwner, () => Quote.accept(acceptance(quoteId)), {
    key: `slow-${quoteId}`,
    standing: (actor) => second.promise.then(() => actor),
  });
  await as(buyerOwner, () => Quote.accept(acceptance(quoteId)), { key: `quick-${quoteId}` });
  second.resolve();

  await expect(slow).rejects.toMatchObject({ kind: "conflict", code: "quote.changed" });
  expect(await ordersOf(quoteId)).toHaveLength(1);
});

test("a quote that is accepted many times at once becomes one order", async () => {
  const { quoteId } = await pricedQuote();

  const clicks = await Promise.allSettled(
    Array.from({ length: 6 }, (_, index) => as(buyerOwner, () => Quote.accept(acceptance(quoteId)), { key: `click-${quoteId}-${index}` })),
  );

  expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const click of clicks)
    if (click.status === "rejected") expect(click.reason).toMatchObject({ code: expect.stringMatching(/^quote\.(changed|transition)$/) });
  expect(await ordersOf(quoteId)).toHaveLength(1);
});
