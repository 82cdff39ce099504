import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { AppError, conflict, notFound } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import type { Money } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import * as Ledger from "../ledger/index.ts";
import * as Order from "../order/index.ts";
import { headerWrite } from "../order/change.ts";
import * as Paid from "../order/paid.ts";
import { type Counted, type Intent, Payments } from "../ports/payment.ts";
import { commit } from "../table/commit.ts";
import { aftermath } from "./aftermath.ts";
import * as event from "./event.ts";
import { contended } from "./index.ts";
import { Purpose } from "./model.ts";
import * as policy from "./policy.ts";
import { Reported } from "./report.ts";
import * as store from "./store.ts";

type Look = { readonly payment: store.Info; readonly intent: Intent };

const isSame = (a: Counted, b: Counted): boolean => a.amount === b.amount && a.currency === b.currency;

/** The amount that came, where it is one that was asked for: a deposit can be changed to the whole price and back while nobody has paid it. */
function amountIn({ payment, intent }: Look, terms: Order.Terms): Money {
  const asked = payment.purpose === "deposit" ? [payment.amount, terms.deposit, terms.total] : [payment.amount];
  const amount = isSame(intent.received, intent.amount) ? asked.find((one) => isSame(intent.received, one)) : undefined;
  if (!amount) throw conflict("payment.amount_differs", "The provider received another amount than was asked for", { paymentId: payment.paymentId });
  return amount;
}

async function settleSucceeded({ payment: before, intent }: Look): Promise<unknown> {
  const { orderId, purpose, paymentId } = before;
  const [core, terms] = await Promise.all([Order.findCore(orderId), Order.findTerms(orderId)]);
  if (!core || !terms) throw notFound();
  const payment = { ...before, amount: amountIn({ payment: before, intent }, terms) };
  const book = (moved: Paid.Paid) => booking({ payment, intent, order: core.order }, moved);
  if (purpose === "balance") return book(Paid.balancePaid(core, paymentId));
  return book(await Paid.depositPaid(core, paymentId)).catch((error: unknown) => {
    // The pieces went to somebody else while the hold had run out: the money is booked and kept for a decision.
    if (!(error instanceof AppError && error.code === "stock.short")) throw error;
    return book(Paid.depositKept(core, paymentId));
  });
}

/** Something came of the charge that this look does not book: it is looked at once more, as if the provider had said so. */
const lookAgain = ({ intentId, refunds, disputes }: Intent): readonly DomainEvent[] =>
  refunds.length + disputes.length > 0 ? [Reported({ providerEventId: `again:${intentId}`, providerType: "again", intentId })] : [];

/** One transaction: the payment is settled, the money booked, and the order is what it makes of it. */
function booking({ payment, intent, order }: Look & { readonly order: Order.Info }, moved: Paid.Paid): Promise<unknown> {
  const { orderId, purpose, paymentId, amount } = payment;
  const booked = [
    store.settleWrite(payment, "succeeded", { now: nowIso(), intentId: intent.intentId, amount }),
    Ledger.paymentWrite(orderId, paymentId, amount),
  ];
  return commit({
    about: orderId,
    writes: [...booked, ...moved.writes],
    events: [event.Received({ orderId, paymentId, purpose, amount }), ...moved.events, ...lookAgain(intent)],
    changed: { before: { ...order, state: payment.status }, after: { ...moved.after, state: "succeeded" } },
    reply: { settled: paymentId },
    refused: (index) => moved.refused?.(index - booked.length) ?? contended(),
  });
}

/** What came of a charge after it was paid: refunds and disputes, booked as the provider says they are now. */
async function settleAfter({ payment, intent }: Look): Promise<unknown> {
  const { orderId, paymentId } = payment;
  const found = await aftermath(payment, intent);
  const order = found.isBooked ? await Order.find(orderId) : undefined;
  // The order's version moves with its books, so that it is not completed from sums that were read before.
  const held: readonly TransactWriteItem[] = order ? [headerWrite(order, {}, nowIso())] : [];
  return commit({
    about: orderId,
    writes: [...held, ...found.writes],
    events: found.events,
    ...(found.events.length > 0 ? { changed: { before: { refunded: payment.refunded.amount }, after: found.after } } : {}),
    reply: { settled: paymentId },
    refused: contended,
  });
}

/**
 * Makes our books agree with what the provider says now about the charge, whatever event caused the look: duplicated, late and
 * reordered events end in the same state. Only this marks money as received, gone back or taken by a dispute. Throws
 * `payment.unknown` for a charge that is not ours and `payment.amount_differs`, which the worker warns of.
 */
export const settle = action(
  { name: "payment.settle", effect: "command", input: z.strictObject({ intentId: z.string() }), load: nothing, policy: policy.settle },
  async ({ input }) => {
    const intent = await Payments.use().read(input.intentId);
    const purpose = Purpose.safeParse(intent.purpose);
    const payment = purpose.success ? await store.find(intent.orderId, purpose.data) : undefined;
    if (!payment || payment.paymentId !== intent.paymentId) throw conflict("payment.unknown", "No payment of ours belongs to this charge");
    const { orderId, paymentId } = payment;
    if (payment.status === "succeeded") return settleAfter({ payment, intent });
    if (intent.status === "succeeded") return settleSucceeded({ payment, intent });
    if (intent.status === "open") return commit({ about: orderId, writes: [], events: [], reply: { settled: "" } });
    return commit({
      about: orderId,
      writes: [store.settleWrite(payment, intent.status, { now: nowIso(), intentId: intent.intentId, failure: intent.failure })],
      events: intent.status === "failed" ? [event.Failed({ orderId, paymentId, purpose: payment.purpose })] : [],
      changed: { before: { state: payment.status }, after: { state: intent.status } },
      reply: { settled: "" },
      refused: contended,
    });
  },
);
