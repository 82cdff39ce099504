import * as z from "zod";
import { familyOf, GarmentType } from "../garment/model.ts";
import { action, nothing } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import * as Order from "../order/index.ts";
import { average } from "../pricing/exact.ts";
import * as Quote from "../quote/index.ts";
import { commit } from "../table/commit.ts";
import type { Measure } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const Happened = z.object({ type: z.string(), at: z.string(), data: z.record(z.string(), z.unknown()) });
type Happened = z.infer<typeof Happened>;

type Found = Omit<store.Case, "measure" | "month" | "family" | "garmentType"> & {
  readonly garmentType: string;
  readonly isDemo?: boolean | undefined;
};

/** What our prices asked when a brief was priced for the first time. */
async function quoted(data: unknown): Promise<Found | undefined> {
  const { quoteId } = z.object({ quoteId: z.string() }).parse(data);
  const found = await Quote.factsOf(quoteId);
  if (!found || found.current.offer) return undefined;
  const { quote, current, ownerId } = found;
  const { garmentType, quantity } = current.brief;
  return { caseId: quoteId, amount: current.priced.unitPrice.amount, quantity, whose: ownerId, garmentType, isDemo: quote.isDemo };
}

/** What a buyer paid the deposit of; pieces from stock are no garment made to order. */
async function ordered(data: unknown): Promise<Found | undefined> {
  const { orderId } = z.object({ orderId: z.string() }).parse(data);
  const [order, terms] = await Promise.all([Order.find(orderId), Order.findTerms(orderId)]);
  if (!order || !terms || order.quoteId === undefined) return undefined;
  const { quantity, ownerId, garmentType, isDemo } = order;
  return { caseId: orderId, amount: average(terms.total, quantity).amount, quantity, whose: ownerId, garmentType, isDemo };
}

/** What a supplier took an order for. */
async function made(data: unknown): Promise<Found | undefined> {
  const { orderId, supplierId } = z.object({ orderId: z.string(), supplierId: z.string() }).parse(data);
  const [order, offer] = await Promise.all([Order.find(orderId), Order.findOffer(orderId, supplierId)]);
  if (!order || !offer || order.quoteId === undefined) return undefined;
  const { quantity, garmentType, isDemo } = order;
  return { caseId: `${orderId} ${supplierId}`, amount: average(offer.price, quantity).amount, quantity, whose: supplierId, garmentType, isDemo };
}

const cases: Readonly<Record<string, readonly [Measure, (data: unknown) => Promise<Found | undefined>]>> = {
  "quote.priced": ["quoted", quoted],
  "order.deposit_paid": ["ordered", ordered],
  "order.accepted": ["made", made],
};

/** Whether the market is counted by what happened. */
export const isCase = (type: string): boolean => type in cases;

/** Counts the price that became known, once, in the month in which it did. Throws `market.counted` and `market.no_case`, for demo data too. */
export const count = action(
  { name: "market.count", effect: "command", input: Happened, load: nothing, policy: policy.work },
  async ({ input: { type, at, data } }) => {
    const [measure, find] = cases[type] ?? [];
    const found = await find?.(data);
    const garment = GarmentType.safeParse(found?.garmentType);
    if (!measure || !found || found.isDemo || !garment.success) throw conflict("market.no_case", "This is no price of a garment made to order");
    const { isDemo: _isDemo, ...known } = found;
    const family = familyOf(garment.data);
    const counted = { ...known, measure, month: at.slice(0, 7), family, garmentType: garment.data };
    return commit({
      about: known.caseId,
      writes: store.countWrites(counted),
      events: [],
      reply: null,
      refused: () => conflict("market.counted", "This price was counted before"),
    });
  },
);
