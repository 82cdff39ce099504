import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { type Money, usd } from "../kernel/money.ts";
import { changing, creating } from "../table/write.ts";
import { ClaimRow, SettlementRow } from "./entities.ts";
import { Kind, State } from "./model.ts";

const Stored = z.object({
  orderId: z.string(),
  claimId: z.string(),
  kind: Kind,
  pieces: z.number(),
  words: z.string(),
  photos: z.array(z.string()),
  state: State,
  openedBy: z.string(),
  openedAt: z.string(),
  answer: z.string().optional(),
  answeredAt: z.string().optional(),
  untilOn: z.string().optional(),
  reason: z.string().optional(),
  closedAt: z.string().optional(),
});
export type Info = z.infer<typeof Stored>;

export async function find(orderId: string, claimId: string): Promise<Info | undefined> {
  const { data } = await ClaimRow.get({ orderId, claimId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** The claims of an order, newest first; one request. */
export async function list(orderId: string): Promise<readonly Info[]> {
  const { data } = await ClaimRow.query.primary({ orderId }).go({ limit: 20, order: "desc", consistent: true });
  return data.map((row) => Stored.parse(row));
}

/** What was decided to give back, by claim; one request, and the buyer's side alone may ask it. */
export async function settlements(orderId: string): Promise<ReadonlyMap<string, Money>> {
  const { data } = await SettlementRow.query.primary({ orderId }).go({ limit: 20, consistent: true });
  return new Map(data.map(({ claimId, amount }) => [claimId, usd(amount)]));
}

type New = Pick<Info, "orderId" | "claimId" | "kind" | "pieces" | "words" | "photos" | "openedBy" | "openedAt">;

export const createWrite = (claim: New): TransactWriteItem => creating(ClaimRow.create({ ...claim, state: "open" }));

export type Closing = { readonly state: State; readonly untilOn?: string; readonly reason?: string };

/** Closes a claim that still is open. */
export const closeWrite = ({ orderId, claimId }: Info, closing: Closing, now: string): TransactWriteItem =>
  changing(
    ClaimRow.patch({ orderId, claimId })
      .set({ ...closing, closedAt: now })
      .where(({ state }, { eq }) => eq(state, "open")),
  );

/** The supplier's word on a claim that is open and has none yet. */
export const answerWrite = ({ orderId, claimId }: Info, answer: string, now: string): TransactWriteItem =>
  changing(
    ClaimRow.patch({ orderId, claimId })
      .set({ answer, answeredAt: now })
      .where(({ state, answer: said }, { eq, notExists }) => `${eq(state, "open")} AND ${notExists(said)}`),
  );

export const settleWrite = ({ orderId, claimId }: Info, { amount, currency }: Money, now: string): TransactWriteItem =>
  creating(SettlementRow.create({ orderId, claimId, amount, currency, decidedAt: now }));
