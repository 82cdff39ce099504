import { AppError } from "../kernel/error.ts";
import { add, applyBps, type Money, negate, subtract, sum, usd, zero } from "../kernel/money.ts";
import type { Account, Kind, Line, Posting } from "./model.ts";

/** The deposit is three tenths of the price, rounded half up to the cent; the balance is the rest, so the two always add up. */
export const DEPOSIT_BPS = 3_000;

export const depositOf = (total: Money): Money => applyBps(total, DEPOSIT_BPS);
export const balanceOfPrice = (total: Money): Money => subtract(total, depositOf(total));

const debit = (account: Account, amount: Money): Line => ({ account, side: "debit", amount });
const credit = (account: Account, amount: Money): Line => ({ account, side: "credit", amount });
const signed = ({ side, amount }: Line): Money => (side === "debit" ? amount : negate(amount));

/** Debits minus credits of these lines; zero for every sound posting. */
export const difference = (lines: readonly Line[]): Money => sum(lines.map(signed));

/** Refuses lines that do not balance or are not positive: such a posting is a bug, not a caller's mistake. */
export function balanced(lines: readonly Line[]): readonly Line[] {
  if (difference(lines).amount !== 0 || lines.some(({ amount }) => amount.amount <= 0)) {
    throw new AppError("invalid", { code: "ledger.unbalanced", message: "The posting does not balance" });
  }
  return lines;
}

/** Money arrives before it is earned: it is owed to the customer until the goods are delivered. */
export const paymentLines = (amount: Money): readonly Line[] => balanced([debit("cash.stripe", amount), credit("customer_deposits", amount)]);

const min = (a: Money, b: Money): Money => (a.amount < b.amount ? a : b);
const atLeastZero = (money: Money): Money => usd(Math.max(0, money.amount));
const aboveZero = (lines: readonly Line[]): readonly Line[] => lines.filter(({ amount }) => amount.amount > 0);

/** Out of what is held for the customer as far as it goes, and out of revenue for what has been earned already. */
function outOf(amount: Money, held: Money): readonly Line[] {
  const owed = min(amount, atLeastZero(held));
  return aboveZero([debit("customer_deposits", owed), debit("revenue", subtract(amount, owed))]);
}

/** Money goes back to the customer; `held` is what customer_deposits still owes them at that moment. */
export const refundLines = (amount: Money, held: Money = amount): readonly Line[] =>
  balanced([...outOf(amount, held), credit("cash.stripe", amount)]);

/** The customer's bank sent a refund back: the money is here again and owed to them as before. */
export const refundReturnedLines = (amount: Money): readonly Line[] => paymentLines(amount);

/**
 * The provider takes a disputed amount out of what it holds for us, or gives it back once the dispute is won: `amount` is below zero
 * when it was taken. `fee` is the provider's own, below zero when it is returned. While the dispute lasts the amount stands in `disputes`.
 */
export function disputeLines({ amount, fee }: { readonly amount: Money; readonly fee: Money }): readonly Line[] {
  const [taken, charged] = [negate(amount), fee];
  const moved = (account: Account, money: Money): readonly Line[] =>
    money.amount >= 0 ? [debit(account, money), credit("cash.stripe", money)] : [debit("cash.stripe", negate(money)), credit(account, negate(money))];
  return balanced(aboveZero([...moved("disputes", taken), ...moved("stripe_fees", charged)]));
}

/** A dispute was lost: what was taken is the customer's for good. */
export const chargebackLines = (amount: Money, held: Money = amount): readonly Line[] =>
  balanced([...outOf(amount, held), credit("disputes", amount)]);

/** What is kept of the price of an order that was called off, because it had been made already. */
export const retainedLines = (amount: Money): readonly Line[] => balanced([debit("customer_deposits", amount), credit("revenue", amount)]);

/** What the payment provider keeps of a charge, taken from what it holds for us. */
export const feeLines = (amount: Money): readonly Line[] => balanced([debit("stripe_fees", amount), credit("cash.stripe", amount)]);

/** The payment provider sends what it holds for us to our bank. */
export const transferLines = (amount: Money): readonly Line[] => balanced([debit("cash.bank", amount), credit("cash.stripe", amount)]);

/** The order is done: what the customer paid is earned, split into goods and platform fee, and the supplier is owed its price. */
export function completionLines(price: { readonly total: Money; readonly platformFee: Money; readonly supplierPrice: Money }): readonly Line[] {
  // What was given back before is not there to be earned; the fee is the first of what is left.
  const fee = min(price.platformFee, price.total);
  const earned = [debit("customer_deposits", price.total), credit("revenue", subtract(price.total, fee)), credit("platform_fee", fee)];
  const owed = [debit("cost_of_goods", price.supplierPrice), credit("supplier_payable", price.supplierPrice)];
  return balanced(aboveZero([...earned, ...owed]));
}

/** The supplier has been paid by bank transfer. */
export const payoutLines = (amount: Money): readonly Line[] => balanced([debit("supplier_payable", amount), credit("cash.bank", amount)]);

/** Debits minus credits of one account over all postings. */
export const balanceOf = (postings: readonly Posting[], account: Account): Money =>
  sum(postings.flatMap(({ lines }) => lines.filter((line) => line.account === account).map(signed)));

/** The balance of every account that was touched. */
export function balances(postings: readonly Posting[]): ReadonlyMap<Account, Money> {
  const totals = new Map<Account, Money>();
  for (const line of postings.flatMap(({ lines }) => lines)) totals.set(line.account, add(totals.get(line.account) ?? zero, signed(line)));
  return totals;
}

const FROM_CUSTOMER: ReadonlySet<Kind> = new Set<Kind>(["payment", "refund", "refund_returned", "chargeback"]);

/** Where money between the customer and us is kept; a disputed amount is the provider's until the dispute is decided. */
const KEPT_IN = ["cash.stripe", "cash.bank", "disputes"] as const satisfies readonly Account[];

/** Whether a posting is between the customer and us; the others are between us, the supplier and the banks. */
export const isOfCustomer = ({ kind }: Pick<Posting, "kind">): boolean => FROM_CUSTOMER.has(kind);

/** What the customer has paid and not got back, also after the order was completed. */
export function paid(postings: readonly Posting[]): Money {
  const own = postings.filter(isOfCustomer);
  return sum(KEPT_IN.map((account) => balanceOf(own, account)));
}

/** What is owed to the customer: paid, and neither earned nor given back. */
export const heldFor = (postings: readonly Posting[]): Money => negate(balanceOf(postings, "customer_deposits"));

/** What has come in for the price, whatever has gone back of it since: what was given back is not asked for again. */
export const received = (postings: readonly Posting[]): Money => paid(postings.filter(({ kind }) => kind === "payment"));

/** What remains to be paid of the price; never negative. */
export const due = (total: Money, postings: readonly Posting[]): Money => usd(Math.max(0, subtract(total, received(postings)).amount));

/** Where a price stands between unpaid and paid, from the sum alone; `refunded` when all that came has gone back. */
export function paymentStatus(total: Money, postings: readonly Posting[]): "unpaid" | "deposit_paid" | "paid" | "refunded" {
  const got = paid(postings).amount;
  if (got <= 0 && postings.some(({ kind }) => kind === "payment")) return "refunded";
  if (got >= total.amount) return "paid";
  return got >= depositOf(total).amount ? "deposit_paid" : "unpaid";
}

/**
 * True when nobody owes anybody anything: the state of a completed order whose supplier has been paid out. Nothing is booked
 * as receivable, because an order is paid in advance: an invoice asks for a deposit and creates no claim before delivery, and
 * the goods do not ship before the balance is in.
 */
export const closes = (postings: readonly Posting[]): boolean =>
  (["receivable", "customer_deposits", "supplier_payable"] as const).every((account) => balanceOf(postings, account).amount === 0) &&
  difference(postings.flatMap(({ lines }) => lines)).amount === 0;
