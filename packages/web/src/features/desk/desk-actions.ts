import type { Money } from "@sleekapp/core/kernel/money";
import type { OrderCard } from "@sleekapp/core/order/view";
import type { ProductRow } from "@sleekapp/core/product/view";
import type { QuoteCard } from "@sleekapp/core/quote/view";
import type { SupplierView } from "@sleekapp/core/supplier/view";
import type { ApprovalView } from "@sleekapp/core/spending/view";
import { placeOf } from "../spending/words.ts";
import { referenceOf } from "../quote/quote-status.tsx";

/** One thing that waits for the reader, with the exact place where it is done. */
export type DeskAction = {
  readonly key: string;
  /** What to do, as a verb. */
  readonly title: string;
  /** What it is about. */
  readonly about: string;
  readonly to: string;
  /** What is to be paid. */
  readonly amount?: Money | undefined;
  /** Until when, as an instant. */
  readonly by?: string | undefined;
  /** What somebody said about it. */
  readonly said?: string | undefined;
  readonly isLate?: boolean | undefined;
};

const paying: Readonly<Record<string, string>> = { pay_deposit: "/pay?for=deposit", pay_balance: "/pay?for=balance" };

/** What the API says the reader can do next about each order. */
export const orderActions = (orders: readonly OrderCard[]): readonly DeskAction[] =>
  orders.flatMap(({ orderId, orderNumber, title, next, isLate, answerBy, status, money }) =>
    next.step === undefined
      ? []
      : [
          {
            key: orderId,
            title: next.text,
            about: `${orderNumber}, ${title}`,
            to: `/app/orders/${orderId}${paying[next.step] ?? ""}`,
            isLate,
            amount: next.step in paying ? money?.due : undefined,
            by: status === "offered" ? answerBy : undefined,
          },
        ],
  );

/** Whether a quote still waits for the buyer's yes or no. */
export const isAnswerable = ({ status, isExpired }: Pick<QuoteCard, "status" | "isExpired">): boolean =>
  !isExpired && (status === "priced" || status === "sent");

/** What colleagues asked the reader to approve, and what of the reader's own was approved and waits to be ordered. */
export const approvalActions = (approvals: readonly ApprovalView[], userId: string | undefined): readonly DeskAction[] =>
  approvals.flatMap((approval) => {
    const { approvalId, title, amount, until, note, state, askedBy } = approval;
    const shared = { key: approvalId, about: title, amount, by: until };
    if (approval.mayDecide) return [{ ...shared, title: "Approve or decline an order", to: "/app/approvals", said: note }];
    return state === "approved" && askedBy === userId
      ? [{ ...shared, title: "Order what was approved", to: placeOf(approval) ?? "/app/approvals" }]
      : [];
  });

/** Quotes that can be accepted now, the ones that end first in front. */
export const quoteActions = (quotes: readonly QuoteCard[]): readonly DeskAction[] =>
  quotes
    .filter(isAnswerable)
    .toSorted((a, b) => a.validUntil.localeCompare(b.validUntil))
    .map(({ quoteId, title, validUntil }) => ({
      key: quoteId,
      title: "Accept or decline the quote",
      about: `${referenceOf({ quoteId })}, ${title}`,
      to: `/app/quotes/${quoteId}`,
      by: validUntil,
    }));

/** Listings the platform sent back, with what it said. */
export const productActions = (products: readonly ProductRow[]): readonly DeskAction[] =>
  products.map(({ productId, title, reason, status }) => ({
    key: productId,
    title: status === "rejected" ? "Mend or put away a listing that was turned down" : "Change a listing as asked",
    about: title,
    to: `/app/products/${productId}`,
    said: reason,
  }));

/** The application, as long as it is the supplier's turn. */
export function applicationActions({ verification, missing, reasons }: SupplierView): readonly DeskAction[] {
  const to = "/app/supplier";
  if (verification === "draft") {
    const about = missing.length === 0 ? "Everything is filled in; hand it in" : "Some of it is still missing";
    return [{ key: "application", title: "Finish your application", about, to }];
  }
  return verification === "rejected" ? [{ key: "application", title: "Mend your application", about: "It was turned down", to, said: reasons }] : [];
}
