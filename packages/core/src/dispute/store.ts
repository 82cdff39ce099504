import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { usd } from "../kernel/money.ts";
import { Purpose } from "../payment/model.ts";
import type { Rows } from "../table/collection.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";
import { DisputeStatus, type DisputeView } from "./model.ts";

/** A dispute of a charge, with the movements at the provider that have been booked. It stands in the books, which only the platform reads. */
export const DisputeRow = entity({
  model: { entity: "dispute", version: "1", service: SERVICE },
  attributes: {
    orderId: { type: "string", required: true },
    disputeId: { type: "string", required: true },
    purpose: { type: ["deposit", "balance"] as const, required: true },
    amount: { type: "number", required: true },
    currency: { type: "string", required: true },
    status: { type: ["open", "won", "lost"] as const, required: true },
    reason: { type: "string", required: true },
    booked: { type: "list", items: { type: "string" }, required: true },
    openedAt: { type: "string", required: true },
    closedAt: { type: "string" },
    version: { type: "number", required: true },
  },
  indexes: {
    primary: {
      collection: "ledger",
      pk: { field: keys.primary.pk, composite: ["orderId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["disputeId"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  orderId: z.string(),
  disputeId: z.string(),
  purpose: Purpose,
  amount: z.number().transform(usd),
  status: DisputeStatus,
  reason: z.string(),
  booked: z.array(z.string()),
  openedAt: z.string(),
  closedAt: z.string().optional(),
  version: z.number(),
});
export type Info = z.infer<typeof Stored>;

/** The disputes of one order's charges among what was read of the platform's side. */
export const listIn = (platformSide: Rows): readonly Info[] => platformSide.of("dispute").map((row) => Stored.parse(row));

/** Writes what a dispute is now over what was read of it, or makes it; another who was faster refuses the whole transaction. */
export function saveWrite(before: Info | undefined, after: Omit<Info, "version">): TransactWriteItem {
  const { orderId, disputeId, purpose, amount, status, reason, booked, openedAt, closedAt } = after;
  const ends = closedAt === undefined ? {} : { closedAt };
  if (!before) {
    const fields = { orderId, disputeId, purpose, amount: amount.amount, currency: amount.currency, status, reason, booked, openedAt, version: 1 };
    return creating(DisputeRow.create({ ...fields, ...ends }));
  }
  return changing(
    DisputeRow.patch({ orderId, disputeId })
      .set({ status, booked, version: before.version + 1, ...ends })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );
}

export const viewOf = ({ disputeId, purpose, amount, status, reason, openedAt, closedAt }: Info): DisputeView => ({
  disputeId,
  purpose,
  amount,
  status,
  reason,
  openedAt,
  ...(closedAt === undefined ? {} : { closedAt }),
});
