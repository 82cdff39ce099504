import { beforeAll, expect, test } from "vitest";
import { actors, BUYER, idOf, OTHER_BUYER, SUPPLIER } from "../../../../test/support/actors.ts";
import { acceptance, orderThat, pricedQuote } from "../../../../test/support/orders.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import * as Design from "../design/index.ts";
import { designOfOrder } from "../design/of-order.ts";
import { createWrite } from "../design/store.ts";
import type { Actor } from "../kernel/actor.ts";
import { Links } from "../ports/blob.ts";
import { commit } from "../table/commit.ts";
import * as Quote from "./index.ts";
import { design, setDesign } from "./design.ts";

beforeAll(startTable);
Links.provide({ presignPost: async ({ key }) => ({ url: "", fields: {}, key }), presignGet: async ({ key }) => `https://files.example/${key}` });

let count = 0;
/** A design of somebody's, as it is when its picture has been checked. */
async function drawn(ownerId = BUYER): Promise<string> {
  count += 1;
  const designId = idOf("dsn", String(count));
  const picture = { uploadId: idOf("upl", String(count)), key: `design/${count}.webp`, width: 1_024, height: 1_024 };
  const row = createWrite({
    designId,
    ownerId,
    origin: "model",
    description: "A mountain",
    palette: [],
    ...picture,
    uses: 0,
    createdAt: NOW.toISOString(),
  });
  await as(actors.system, () => commit({ about: designId, writes: [row], events: [], reply: null }));
  return designId;
}
const own = <T>(run: () => Promise<T>) => as(actors.buyerOwner, run);
const show = (quoteId: string, designId: string | null, who: Actor = actors.buyerOwner) => as(who, () => setDesign({ quoteId, designId }));
const usesOf = async (designId: string) => (await own(() => Design.get({ designId }))).uses;

test("a quote shows a design to its buyer and the platform, another in its place, or none, and each knows how often it is shown", async () => {
  const { quoteId } = await pricedQuote();
  const [first, second] = [await drawn(), await drawn()];
  expect(await own(() => design({ quoteId }))).toEqual({});

  await show(quoteId, first);
  expect((await as(actors.admin, () => design({ quoteId }))).design).toMatchObject({ designId: first, url: expect.stringContaining("design/") });
  await show(quoteId, second);
  expect([await usesOf(first), await usesOf(second)]).toEqual([0, 1]);
  await expect(own(() => Design.remove({ designId: second }))).rejects.toMatchObject({ code: "design.in_use" });

  await show(quoteId, null);
  expect([await own(() => design({ quoteId })), await usesOf(second)]).toEqual([{}, 0]);
});

test("a design of another buyer is not there for the taking, and viewers, suppliers and guests take none", async () => {
  const { quoteId } = await pricedQuote();
  const [mine, theirs] = [await drawn(), await drawn(OTHER_BUYER)];

  await expect(show(quoteId, theirs)).rejects.toMatchObject({ code: "quote.no_design" });
  await expect(show(quoteId, mine, actors.buyerViewer)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(show(quoteId, mine, actors.supplierOwner)).rejects.toMatchObject({ kind: "not_found" });
  await expect(as(actors.guest, () => design({ quoteId }))).rejects.toMatchObject({ kind: "not_found" });
});

test("what a quote showed when it was accepted stays, and the supplier of the order sees it once there is one", async () => {
  const { quoteId } = await pricedQuote();
  const designId = await drawn();
  await show(quoteId, designId);
  const { orderId } = await own(() => Quote.accept(acceptance(quoteId)));

  await expect(show(quoteId, null)).rejects.toMatchObject({ code: "quote.decided" });
  expect((await own(() => designOfOrder({ orderId }))).design?.designId).toBe(designId);
  await expect(as(actors.supplierOwner, () => designOfOrder({ orderId }))).rejects.toMatchObject({ kind: "not_found" });
});

test("a supplier sees the design of its own order alone, its floor too, and an order without one has none", async () => {
  const order = await orderThat({ status: "in_production", supplierId: SUPPLIER, supplierName: "Mill" });
  const { orderId } = order;

  expect(await as(actors.supplierFactory, () => designOfOrder({ orderId }))).toEqual({});
  await expect(as(actors.otherSupplier, () => designOfOrder({ orderId }))).rejects.toMatchObject({ kind: "not_found" });
});
