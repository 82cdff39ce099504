import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { conflict } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { type Money, usd, zero } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import type { Kind, Line, Posting } from "../ledger/model.ts";
import type { Counted } from "../ports/payment.ts";

/** What one thing that the provider tells adds to the transaction of a look; `refunded` is by how much more has gone back of the payment. */
export type Step = {
  readonly writes: readonly TransactWriteItem[];
  readonly events: readonly DomainEvent[];
  readonly postings: readonly Posting[];
  readonly refunded: Money;
};

export const nothing: Step = { writes: [], events: [], postings: [], refunded: zero };

export const posting = (
  orderId: string,
  { kind, key, lines }: { readonly kind: Kind; readonly key: string; readonly lines: readonly Line[] },
): Posting => ({
  orderId,
  kind,
  key,
  lines: [...lines],
  at: nowIso(),
});

/** Money of ours; throws `payment.amount_differs` for another currency than anything here was asked for in. */
export function ours({ amount, currency }: Counted): Money {
  if (currency !== "USD") throw conflict("payment.amount_differs", "The provider moved money in another currency than was asked for");
  return usd(amount);
}
