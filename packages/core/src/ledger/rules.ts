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

/** Money goes back to the customer: out of what is owed to them, or out of revenue once the order is completed and it was earned. */
export const refundLines = (amount: Money, isEarned = false): readonly Line[] =>
  balanced([debit(isEarned ? "revenue" : "customer_deposits", amount), credit("cash.stripe", amount)]);

/** What the payment provider keeps of a charge, taken from what it holds for us. */
export const feeLines = (amount: Money): readonly Line[] => balanced([debit("stripe_fees", amount), credit("cash.stripe", amount)]);

/** The payment provider sends what it holds for us to our bank. */
export const transferLines = (amount: Money): readonly Line[] => balanced([debit("cash.bank", amount), credit("cash.stripe", amount)]);

/** The order is done: what the customer paid is earned, split into goods and platform fee, and the supplier is owed its price. */
export function completionLines(price: { readonly total: Money; readonly platformFee: Money; readonly supplierPrice: Money }): readonly Line[] {
  const goods = subtract(price.total, price.platformFee);
  const earned = [debit("customer_deposits", price.total), credit("revenue", goods), credit("platform_fee", price.platformFee)];
  const owed = [debit("cost_of_goods", price.supplierPrice), credit("supplier_payable", price.supplierPrice)];
  return balanced([...earned, ...owed].filter(({ amount }) => amount.amount > 0));
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

const FROM_CUSTOMER: ReadonlySet<Kind> = new Set<Kind>(["payment", "refund"]);

/** Whether a posting is between the customer and us; the others are between us, the supplier and the banks. */
export const isOfCustomer = ({ kind }: Pick<Posting, "kind">): boolean => FROM_CUSTOMER.has(kind);

/** What the customer has paid and not got back, also after the order was completed. */
export const paid = (postings: readonly Posting[]): Money => balanceOf(postings.filter(isOfCustomer), "cash.stripe");

/** What remains to be paid of the price; never negative. */
export const due = (total: Money, postings: readonly Posting[]): Money => usd(Math.max(0, subtract(total, paid(postings)).amount));

/** Where a price stands between unpaid and paid, from the sum alone. */
export function paymentStatus(total: Money, postings: readonly Posting[]): "unpaid" | "deposit_paid" | "paid" {
  const got = paid(postings).amount;
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
