import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { swept } from "../kernel/swept.ts";
import { again, overtaken } from "../spending/take.ts";
import { commit } from "../table/commit.ts";
import { headerWrite } from "./change.ts";
import { type Due, dueOf, timed } from "./due.ts";
import * as event from "./event.ts";
import { loadCore, take } from "./index.ts";
import { excludingWrites, loadDeclining } from "./offer.ts";
import * as policy from "./policy.ts";
import { completeUnclaimed } from "./ship.ts";
import { givenUpWrites } from "./spent.ts";
import * as store from "./store.ts";

const byId = z.strictObject({ orderId: id("order") });

/** What is due of the order, when it is this; whoever was faster has settled it. */
function dueNow<W extends Due["what"]>(order: store.Info, what: W): Extract<Due, { what: W }> {
  const due = dueOf(order, nowIso());
  const is = (one: Due | undefined): one is Extract<Due, { what: W }> => one?.what === what;
  if (!is(due)) throw conflict("order.not_due", "Nothing of this is due on this order");
  return due;
}

/** The deposit did not come in time: the order is given up, and what it counted for its buyer is given back. */
export const expireUnpaid = action(
  { name: "order.expire_unpaid", effect: "command", input: byId, load: loadCore, policy: policy.expire },
  async ({ record: { order } }) => {
    dueNow(order, "expire");
    const events = [event.Expired({ orderId: order.orderId })];
    return again(async () => take({ order, step: "expire", writes: await givenUpWrites(order), events, refused: () => overtaken() }));
  },
);

/** The supplier did not answer in time: the order goes back to the queue and is not offered to it again. */
export const lapse = action(
  { name: "order.lapse_offer", effect: "command", input: byId, load: loadDeclining, policy: policy.lapse },
  async ({ record }) => {
    const { order, mine } = record;
    if (mine.state !== "offered" || mine.answerBy >= nowIso()) throw conflict("order.not_due", "Nothing of this is due on this order");
    return take({
      order,
      step: "lapse",
      change: { supplierId: null, supplierName: null },
      writes: excludingWrites(record, "lapsed"),
      events: [event.OfferLapsed({ orderId: order.orderId, supplierId: mine.supplierId })],
    });
  },
);

/** The buyer is reminded, once for each of the days that are set for it. */
export const remind = action(
  { name: "order.remind", effect: "command", input: byId, load: loadCore, policy: policy.remind },
  async ({ record: { order } }) => {
    const { purpose, times } = dueNow(order, "remind");
    return commit({
      about: order.orderId,
      writes: [headerWrite(order, { reminders: times }, nowIso())],
      events: [event.Reminded({ orderId: order.orderId, purpose, times })],
      changed: { before: order, after: { reminders: times } },
      reply: { orderId: order.orderId, status: order.status },
    });
  },
);

const UNPAID = "The balance is more than 30 days overdue. The goods are kept; write to us, and the order goes on.";

/** The balance did not come: the goods are there and are kept, and an admin decides. */
export const holdUnpaid = action(
  { name: "order.hold_unpaid", effect: "command", input: byId, load: loadCore, policy: policy.expire },
  async ({ record: { order } }) => {
    dueNow(order, "hold");
    return take({ order, step: "hold", change: { heldFrom: order.status, holdReason: UNPAID } });
  },
);

const settle = { expire: expireUnpaid, lapse, remind, hold: holdUnpaid, complete: completeUnclaimed } as const;

/** Goes through the orders that wait for somebody, settles what the time asks of them, each by itself, and says how many there were. */
export async function sweepOverdue(): Promise<number> {
  let settled = 0;
  for (const status of timed) {
    for await (const order of store.waiting(status)) {
      const due = dueOf(order, nowIso());
      if (due) settled += await swept(settle[due.what]({ orderId: order.orderId }));
    }
  }
  return settled;
}
