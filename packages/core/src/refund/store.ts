import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { usd } from "../kernel/money.ts";
import { Purpose } from "../payment/model.ts";
import type { Rows } from "../table/collection.ts";
import { changing, creating } from "../table/write.ts";
import { RefundRow } from "./entities.ts";
import { RefundReason, RefundStatus, type RefundView } from "./model.ts";

const Stored = z.object({
  orderId: z.string(),
  refundId: z.string(),
  purpose: Purpose,
  paymentId: z.string(),
  intentId: z.string(),
  amount: z.number().transform(usd),
  status: RefundStatus,
  reason: RefundReason,
  note: z.string().optional(),
  providerRefundId: z.string().optional(),
  failure: z.string().optional(),
  askedAt: z.string(),
  settledAt: z.string().optional(),
});
export type Info = z.infer<typeof Stored>;

export async function find(orderId: string, refundId: string): Promise<Info | undefined> {
  const { data } = await RefundRow.get({ orderId, refundId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** The refunds among what was read of the buyer's side, oldest first. */
export const listIn = (buyerSide: Rows): readonly Info[] => buyerSide.of("refund").map((row) => Stored.parse(row));

export function createWrite({ amount, note, providerRefundId, settledAt, failure: _none, ...refund }: Info): TransactWriteItem {
  return creating(
    RefundRow.create({
      ...refund,
      amount: amount.amount,
      currency: amount.currency,
      ...(note === undefined ? {} : { note }),
      ...(providerRefundId === undefined ? {} : { providerRefundId }),
      ...(settledAt === undefined ? {} : { settledAt }),
    }),
  );
}

type Change = { readonly status: RefundStatus; readonly providerRefundId?: string; readonly failure?: string; readonly settledAt?: string };

/** Moves a refund on from where it was read; another who was faster refuses the whole transaction. */
export const changeWrite = ({ orderId, refundId, status }: Info, change: Change): TransactWriteItem =>
  changing(
    RefundRow.patch({ orderId, refundId })
      .set(change)
      .where((row, { eq }) => eq(row.status, status)),
  );

export const viewOf = ({ refundId, purpose, amount, status, reason, note, askedAt, settledAt }: Info): RefundView => ({
  refundId,
  purpose,
  amount,
  status,
  reason,
  ...(note === undefined ? {} : { note }),
  askedAt,
  ...(settledAt === undefined ? {} : { settledAt }),
});
