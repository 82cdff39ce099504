import * as z from "zod";
import { action } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import type { Money } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import * as Ledger from "../ledger/index.ts";
import { heldFor, received } from "../ledger/rules.ts";
import { changing, creating } from "../table/write.ts";
import { offerDoneWrite } from "./change.ts";
import { dueOf } from "./due.ts";
import { ShipmentRow } from "./entities.ts";
import * as event from "./event.ts";
import { loadCore, take } from "./index.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const Shipping = z.strictObject({
  orderId: id("order"),
  carrier: z.string().trim().min(2).max(60),
  trackingNumber: z.string().trim().min(4).max(60),
});

/** The core with what has been paid, since nothing ships before the balance is in. */
async function loadPaid({ orderId }: { orderId: string }) {
  const [core, money] = await Promise.all([store.findCore(orderId), store.findBuyerSide(orderId)]);
  return core && money ? { ...core, terms: money.terms, received: received(Ledger.customerPostingsIn(money.rows)) } : undefined;
}

/** The goods leave; refused with `order.unpaid` while the whole price has not come in. */
export const ship = action(
  { name: "order.ship", effect: "command", input: Shipping, load: loadPaid, policy: policy.ship },
  async ({ input, record }) => {
    const { order, terms } = record;
    if (record.received.amount < terms.total.amount) throw conflict("order.unpaid", "The balance has not been paid yet");
    const { orderId, carrier, trackingNumber } = input;
    return take({
      order,
      step: "ship",
      writes: [creating(ShipmentRow.create({ orderId, carrier, trackingNumber, shippedOn: dateOf(nowIso()) }))],
      events: [event.Shipped({ orderId, carrier })],
    });
  },
);

const byId = z.strictObject({ orderId: id("order") });

/** The goods have arrived. */
export const deliver = action(
  { name: "order.deliver", effect: "command", input: byId, load: loadCore, policy: policy.receive },
  async ({ input: { orderId }, record: { order } }) =>
    take({
      order,
      step: "deliver",
      writes: [changing(ShipmentRow.patch({ orderId }).set({ deliveredOn: dateOf(nowIso()) }))],
      events: [event.Delivered({ orderId })],
    }),
);

type Costed = { readonly order: store.Info; readonly internal: store.Internal; readonly held: Money };

/** The order is done; revenue and the supplier's cost are booked in the same transaction. Throws `order.uncosted`. */
async function close({ order, internal: { platformFee, supplierPrice }, held }: Costed) {
  const { orderId } = order;
  if (!supplierPrice) throw conflict("order.uncosted", "The supplier's price is missing");
  const booking = Ledger.completionWrites(orderId, { total: held, platformFee, supplierPrice });
  const closing = order.supplierId ? [offerDoneWrite(orderId, order.supplierId, nowIso())] : [];
  return take({ order, step: "complete", writes: [...booking, ...closing], events: [event.Completed({ orderId })] });
}

/** Everything is right: the order is done. */
export const complete = action(
  { name: "order.complete", effect: "command", input: byId, load: loadCosts, policy: policy.receive },
  async ({ record }) => close(record),
);

/** Nobody said in time that something is wrong: the order is done by itself. Throws `order.not_due` before that. */
export const completeUnclaimed = action(
  { name: "order.complete_unclaimed", effect: "command", input: byId, load: loadCosts, policy: policy.expire },
  async ({ record }) => {
    if (dueOf(record.order, nowIso())?.what !== "complete") throw conflict("order.not_due", "Nothing of this is due on this order");
    return close(record);
  },
);

/** The core with its costs and what is held of the buyer's money: the price, less what has gone back of it. */
async function loadCosts({ orderId }: { orderId: string }) {
  const [core, internal, money] = await Promise.all([store.findCore(orderId), store.findInternal(orderId), store.findBuyerSide(orderId)]);
  return core && internal && money ? { ...core, internal, held: heldFor(Ledger.customerPostingsIn(money.rows)) } : undefined;
}
