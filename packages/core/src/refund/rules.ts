import { add, applyBps, type Money, subtract, usd, zero } from "../kernel/money.ts";
import type { Status } from "../order/model.ts";

/** A payment out of which money can go back: what it was, and what has gone back of it or is on its way. */
export type Given = { readonly amount: Money; readonly refunded: Money };

/** What can still go back of a payment; never below zero, and never more than was paid. */
export const leftOf = ({ amount, refunded }: Given): Money => usd(Math.max(0, amount.amount - refunded.amount));

/** The statuses in which nobody has begun: all that was paid goes back. */
const untouched: ReadonlySet<Status> = new Set<Status>(["awaiting_deposit", "deposit_paid", "offered"]);

type Standing = { readonly status: Status; readonly heldFrom?: Status | undefined; readonly percent: number };

/**
 * What goes back when an order is called off: all of it before a supplier has accepted; afterwards what was paid less the part of the
 * price that has been made (the plan's percent of the total, rounded half up), and never less than nothing. The platform's own rule: the
 * seed had none (its only refunds were of batches that did not fill).
 */
export function dueBack({ status, heldFrom, percent }: Standing, { total, paid }: { readonly total: Money; readonly paid: Money }): Money {
  const from = status === "on_hold" && heldFrom ? heldFrom : status;
  if (untouched.has(from)) return paid;
  return usd(Math.max(0, subtract(paid, applyBps(total, percent * 100)).amount));
}

/** Takes an amount out of several payments, the first as far as it goes; together they are the amount, or all there is. */
export function splitOver<P extends Given>(amount: Money, payments: readonly P[]): readonly { readonly payment: P; readonly amount: Money }[] {
  let rest = amount.amount;
  return payments.flatMap((payment) => {
    const part = Math.min(rest, leftOf(payment).amount);
    rest -= part;
    return part > 0 ? [{ payment, amount: usd(part) }] : [];
  });
}

/** What was paid and has neither gone back nor is on its way back. */
export const keptOf = (payments: readonly Given[]): Money => payments.reduce((sum, payment) => add(sum, leftOf(payment)), zero);
