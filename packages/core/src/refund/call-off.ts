import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { subtract } from "../kernel/money.ts";
import * as Ledger from "../ledger/index.ts";
import { heldFor, retainedLines } from "../ledger/rules.ts";
import { callOffWrites, stepFrom } from "../order/call-off.ts";
import * as Order from "../order/index.ts";
import { Status } from "../order/model.ts";
import { process } from "../order/process.ts";
import * as Payment from "../payment/index.ts";
import { again, overtaken } from "../spending/take.ts";
import { commit } from "../table/commit.ts";
import { askWrites, Note, refundable } from "./index.ts";
import * as policy from "./policy.ts";
import { dueBack, keptOf, splitOver } from "./rules.ts";

/** `seen` is the status the caller was shown, since what goes back hangs on it. */
const CallingOff = z.strictObject({ orderId: id("order"), seen: Status, reason: Note });

async function loadWhole({ orderId }: { readonly orderId: string }) {
  const [core, money, platform] = await Promise.all([Order.findCore(orderId), Order.findBuyerSide(orderId), Ledger.platformSideOf(orderId)]);
  if (!core || !money) return undefined;
  const paid = Payment.paymentsIn(money.rows).filter(({ status }) => status === "succeeded");
  return {
    ...core,
    core,
    terms: money.terms,
    paid,
    held: heldFor([...Ledger.customerPostingsIn(money.rows), ...Ledger.platformPostingsIn(platform)]),
  };
}

const changed = () => conflict("order.changed", "This order changed while you were looking at it; read it again");

type Whole = NonNullable<Awaited<ReturnType<typeof loadWhole>>>;

/** What goes back of each payment, the last one paid first, and what of the money is kept for what has been made. */
function moneyOf({ order, terms, paid, held }: Whole, note: string) {
  const kept = keptOf(paid);
  const back = dueBack(order, { total: terms.total, paid: kept });
  const newestFirst = paid.toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1)).map(refundable);
  const asked = splitOver(back, newestFirst).map((part) => askWrites({ ...part, reason: "called_off", note }));
  // A disputed part is held by the provider and not ours to keep.
  const earned = Math.min(subtract(kept, back).amount, held.amount);
  // A late balance can bring a called-off order back to be called off once more.
  const keeping = { orderId: order.orderId, kind: "retained", key: `retained#${order.version}` } as const;
  const retained = earned > 0 ? [Ledger.write({ ...keeping, lines: retainedLines({ ...back, amount: earned }) })] : [];
  return { back, writes: [...asked.flatMap(({ writes }) => writes), ...retained], events: asked.flatMap(({ events }) => events) };
}

/**
 * Gives up an order that has been paid: by the buyer until a supplier has accepted it, by an admin until the goods leave. In one
 * transaction the supplier's part is taken back, pieces and booked weeks are free again, and what is due by the rule (`rules.dueBack`) is
 * asked of the payment provider. Throws `order.begun` for a buyer who is too late.
 */
export const callOff = action(
  { name: "refund.call_off", effect: "command", input: CallingOff, load: loadWhole, policy: policy.callOff },
  async ({ input, record, actor }) => {
    const { order, core } = record;
    if (order.status !== input.seen) throw changed();
    const step = stepFrom(order);
    if (actor.type === "member" && process.can(order.status, step) && step === "callOffLate")
      throw conflict("order.begun", "A factory has accepted this order; write to us, and we look at what can be done");
    return again(async () => {
      const off = await callOffWrites(core);
      const money = moneyOf(record, input.reason);
      return commit({
        about: order.orderId,
        writes: [...off.writes, ...money.writes],
        events: [off.event, ...money.events],
        changed: off.changed,
        reply: { orderId: order.orderId, status: off.status, refund: money.back },
        refused: (index) => (index === 0 ? changed() : overtaken()),
      });
    });
  },
);
