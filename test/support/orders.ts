import { headerWrite, type HeaderChange } from "@sleekapp/core/order/change";
import * as Order from "@sleekapp/core/order";
import * as Quote from "@sleekapp/core/quote";
import { commit } from "@sleekapp/core/table/commit";
import * as Terms from "@sleekapp/core/terms";
import { actors } from "./actors.ts";
import { as, NOW } from "./table.ts";

const shippingAddress = { name: "Ada", street: "1 Mill Lane", city: "Leeds", postcode: "LS1", country: "GB" };

/** What a buyer sends to accept a quote as it was shown. */
export const acceptance = (quoteId: string): Parameters<typeof Quote.accept>[0] => ({
  quoteId,
  revision: 1,
  shippingAddress,
  termsVersion: Terms.current.version,
});

/** A quote of the buyer's own. */
export const pricedQuote = async (): Promise<Quote.QuoteView> =>
  (await as(actors.buyerOwner, () => Quote.create({ brief: { garmentType: "t-shirt", quantity: 300, fabric: "cotton" } }))).quote;

type Writes = Parameters<typeof commit>[0]["writes"];

/** An order of the buyer's that stands where the test needs it, with rows of its own beside it. */
export async function orderThat(change: HeaderChange, rowsOf: (orderId: string) => Writes = () => []): Promise<Order.Info> {
  const { quoteId } = await pricedQuote();
  const { orderId } = await as(actors.buyerOwner, () => Quote.accept(acceptance(quoteId)));
  const opened = await Order.find(orderId);
  if (!opened) throw new Error("the order was not opened");
  const writes = [headerWrite(opened, change, NOW.toISOString()), ...rowsOf(orderId)];
  await as(actors.system, () => commit({ about: orderId, writes, events: [], reply: null }));
  const order = await Order.find(orderId);
  if (!order) throw new Error("the order is gone");
  return order;
}

/** Puts an order where the test needs it, past the steps that lead there. */
export async function orderMoved(orderId: string, change: HeaderChange): Promise<void> {
  const order = await Order.find(orderId);
  if (!order) throw new Error("the order is gone");
  await as(actors.system, () => commit({ about: orderId, writes: [headerWrite(order, change, order.laneAt)], events: [], reply: null }));
}
