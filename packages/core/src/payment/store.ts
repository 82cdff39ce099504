import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { type Money, usd } from "../kernel/money.ts";
import type { Intent } from "../ports/payment.ts";
import type { Rows } from "../table/collection.ts";
import { changing, creating } from "../table/write.ts";
import { PaymentRow } from "./entities.ts";
import { PaymentStatus, type PaymentView, Purpose } from "./model.ts";

const Stored = z.object({
  orderId: z.string(),
  purpose: Purpose,
  paymentId: z.string(),
  amount: z.number().transform(usd),
  status: PaymentStatus,
  intentId: z.string().optional(),
  clientSecret: z.string().optional(),
  failure: z.string().optional(),
  refunded: z.number().default(0).transform(usd),
});
export type Info = z.infer<typeof Stored>;

export async function find(orderId: string, purpose: Purpose): Promise<Info | undefined> {
  const { data } = await PaymentRow.get({ orderId, purpose }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** The payments among what was read of the buyer's side. */
export const listIn = (buyerSide: Rows): readonly Info[] => buyerSide.of("payment").map((row) => Stored.parse(row));

export const createWrite = (payment: Pick<Info, "orderId" | "purpose" | "paymentId" | "amount">, now: string): TransactWriteItem =>
  creating(
    PaymentRow.create({
      orderId: payment.orderId,
      purpose: payment.purpose,
      paymentId: payment.paymentId,
      amount: payment.amount.amount,
      currency: payment.amount.currency,
      status: "initiating",
      createdAt: now,
    }),
  );

/** A charge that was given up at the provider stays so: the payment gets another id, under which a new charge is opened. */
export const renewWrite = (payment: Info, paymentId: string): TransactWriteItem =>
  changing(
    PaymentRow.patch({ orderId: payment.orderId, purpose: payment.purpose })
      .set({ paymentId, status: "initiating" })
      .remove(["intentId", "clientSecret", "failure"])
      .where((row, { eq }) => `${eq(row.status, "canceled")} AND ${eq(row.paymentId, payment.paymentId)}`),
  );

/** Notes that another amount is asked for, unless the payment has been settled meanwhile; harmless to repeat. */
export async function noteAmount(payment: Info, amount: Money): Promise<void> {
  await PaymentRow.patch({ orderId: payment.orderId, purpose: payment.purpose })
    .set({ amount: amount.amount })
    .where((row, { eq, ne }) => `${ne(row.status, "succeeded")} AND ${eq(row.paymentId, payment.paymentId)}`)
    .go()
    .catch((error: unknown) => {
      if (!(error instanceof Error && /conditional/i.test(error.message))) throw error;
    });
}

/** So much more (cents, or less where it is below zero) has gone back of a payment or is on its way, from what was read of it. */
export const refundedWrite = (payment: Info, by: Money): TransactWriteItem => {
  const before = payment.refunded.amount;
  const patch = PaymentRow.patch({ orderId: payment.orderId, purpose: payment.purpose }).set({ refunded: before + by.amount });
  return changing(
    patch.where((row, { eq, notExists }) => (before === 0 ? `(${notExists(row.refunded)} OR ${eq(row.refunded, 0)})` : eq(row.refunded, before))),
  );
};

/** Notes the provider's charge on a payment that had none; harmless to repeat with the same charge. */
export async function attach(payment: Info, intent: Intent): Promise<void> {
  await PaymentRow.patch({ orderId: payment.orderId, purpose: payment.purpose })
    .set({ intentId: intent.intentId, clientSecret: intent.clientSecret, status: "open" })
    .where(({ status }, { eq }) => eq(status, "initiating"))
    .go()
    .catch((error: unknown) => {
      if (!(error instanceof Error && /conditional/i.test(error.message))) throw error;
    });
}

/** Moves the payment to what the provider says, unless it is settled already. */
export const settleWrite = (
  payment: Info,
  to: PaymentStatus,
  at: { readonly now: string; readonly intentId: string; readonly failure?: string | undefined; readonly amount?: Money },
): TransactWriteItem =>
  changing(
    PaymentRow.patch({ orderId: payment.orderId, purpose: payment.purpose })
      .set({
        status: to,
        intentId: at.intentId,
        ...(to === "succeeded" ? { settledAt: at.now } : {}),
        ...(at.amount ? { amount: at.amount.amount } : {}),
        ...(at.failure ? { failure: at.failure } : {}),
      })
      .where(({ status }, { ne }) => ne(status, "succeeded")),
  );

export const viewOf = ({ paymentId, purpose, amount, status, failure, refunded }: Info): PaymentView => ({
  paymentId,
  purpose,
  amount,
  status,
  ...(failure && status === "failed" ? { failure } : {}),
  ...(refunded.amount > 0 ? { refunded } : {}),
});
