import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Money } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import type { Line, Posting } from "./model.ts";
import * as rules from "./rules.ts";
import * as store from "./store.ts";

export { Account, Posting } from "./model.ts";
export { customerPostingsIn, platformPostingsIn, platformSideOf } from "./store.ts";

/** The booking of a payment that arrived, for the transaction that settles it. */
export const paymentWrite = (orderId: string, paymentId: string, amount: Money): TransactWriteItem =>
  store.postingWrite({ orderId, key: `payment#${paymentId}`, kind: "payment", lines: [...rules.paymentLines(amount)], at: nowIso() });

/** The booking of a posting that is made of other lines than the rest here, for the transaction of what it is about. */
export const write = (posting: Omit<Posting, "at" | "lines"> & { readonly lines: readonly Line[] }): TransactWriteItem =>
  store.postingWrite({ ...posting, lines: [...posting.lines], at: nowIso() });

/** The bookings of a completed order: earned revenue and what the supplier is owed. */
export function completionWrites(
  orderId: string,
  price: { readonly total: Money; readonly platformFee: Money; readonly supplierPrice: Money },
): readonly TransactWriteItem[] {
  return [store.postingWrite({ orderId, key: "completion", kind: "completion", lines: [...rules.completionLines(price)], at: nowIso() })];
}

/** The booking of a supplier's payout under the bank's reference. */
export const payoutWrite = (orderId: string, amount: Money): TransactWriteItem =>
  store.postingWrite({ orderId, key: "payout", kind: "payout", lines: [...rules.payoutLines(amount)], at: nowIso() });
