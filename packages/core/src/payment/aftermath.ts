import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { disputeStep } from "../dispute/step.ts";
import * as Disputes from "../dispute/of-order.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { add, type Money, zero } from "../kernel/money.ts";
import * as Ledger from "../ledger/index.ts";
import { heldFor } from "../ledger/rules.ts";
import * as Order from "../order/index.ts";
import type { Intent } from "../ports/payment.ts";
import { refundStep } from "../refund/step.ts";
import * as Refunds from "../refund/of-order.ts";
import { nothing, type Step } from "./step.ts";
import type * as store from "./store.ts";
import { refundedWrite } from "./store.ts";

/** What is not booked yet of what came of a paid charge. */
export type Aftermath = {
  readonly writes: readonly TransactWriteItem[];
  readonly events: readonly DomainEvent[];
  readonly after: { readonly refunded: number };
  readonly isBooked: boolean;
};

const joined = (a: Step, b: Step): Step => ({
  writes: [...a.writes, ...b.writes],
  events: [...a.events, ...b.events],
  postings: [...a.postings, ...b.postings],
  refunded: add(a.refunded, b.refunded),
});

/** One after another, each told what the others before it left of what is owed to the customer. */
function inTurn(steps: readonly ((held: Money) => Step)[], held: Money): Step {
  return steps.reduce((sofar, step) => joined(sofar, step(add(held, heldFor(sofar.postings)))), nothing);
}

/** Compares the refunds and disputes that the provider tells of a charge with ours, and gives what makes ours the same. */
export async function aftermath(payment: store.Info, { refunds, disputes }: Intent): Promise<Aftermath> {
  if (refunds.length + disputes.length === 0) return { writes: [], events: [], after: { refunded: payment.refunded.amount }, isBooked: false };
  const { orderId } = payment;
  const [money, platform] = await Promise.all([Order.findBuyerSide(orderId), Ledger.platformSideOf(orderId)]);
  const known = Disputes.listIn(platform);
  const own = money ? Refunds.listIn(money.rows) : [];
  const held = heldFor([...(money ? Ledger.customerPostingsIn(money.rows) : []), ...Ledger.platformPostingsIn(platform)]);
  const { writes, events, postings, refunded } = inTurn(
    [
      ...refunds.map((told) => (left: Money) => refundStep({ payment, told, own, held: left })),
      ...disputes.map(
        (told) => (left: Money) => disputeStep({ payment, told, before: known.find((one) => one.disputeId === told.disputeId), held: left }),
      ),
    ],
    held,
  );
  return {
    writes: [
      ...postings.map(({ kind, key, lines }) => Ledger.write({ orderId, kind, key, lines })),
      ...(refunded.amount === zero.amount ? [] : [refundedWrite(payment, refunded)]),
      ...writes,
    ],
    events,
    after: { refunded: payment.refunded.amount + refunded.amount },
    isBooked: postings.length > 0,
  };
}
