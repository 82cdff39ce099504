import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { usd } from "../kernel/money.ts";
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
  at: { readonly now: string; readonly intentId: string; readonly failure?: string | undefined },
): TransactWriteItem =>
  changing(
    PaymentRow.patch({ orderId: payment.orderId, purpose: payment.purpose })
      .set({
        status: to,
        intentId: at.intentId,
        ...(to === "succeeded" ? { settledAt: at.now } : {}),
        ...(at.failure ? { failure: at.failure } : {}),
      })
      .where(({ status }, { ne }) => ne(status, "succeeded")),
  );

export const viewOf = ({ paymentId, purpose, amount, status, failure }: Info): PaymentView => ({
  paymentId,
  purpose,
  amount,
  status,
  ...(failure && status === "failed" ? { failure } : {}),
});
