import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { addDays, dateOf } from "../kernel/calendar.ts";
import type { Money } from "../kernel/money.ts";
import type { Stage } from "../production/model.ts";
import { changing, creating, removing } from "../table/write.ts";
import { Header, ShipmentRow, StageRow, SupplierRow } from "./entities.ts";
import type { Alarm } from "./alarm.ts";
import { laneOf, type Status } from "./model.ts";
import type { Info, Offer, StagedRecord } from "./store.ts";

export type HeaderChange = {
  readonly status?: Status;
  readonly heldFrom?: Status | null;
  readonly holdReason?: string | null;
  readonly supplierId?: string | null;
  readonly supplierName?: string | null;
  readonly promisedOn?: string;
  /** Whether the guard of the step that leads on holds; left alone when absent, gone when the status moves on. */
  readonly guardMet?: boolean;
  readonly percent?: number;
  /** True from the day that pieces are made again for a claim: everything has been paid before. */
  readonly isRemade?: boolean;
  readonly inspections?: number;
  readonly reminders?: number;
};

type Removable = "heldFrom" | "holdReason" | "supplierId" | "supplierName";
const removable: readonly Removable[] = ["heldFrom", "holdReason", "supplierId", "supplierName"];

/** A guard belongs to its status: it is forgotten when the order moves on, and kept while the order is held. */
function outdatesGuard(before: Info, { status, guardMet }: HeaderChange): boolean {
  const held = status === "on_hold" || before.status === "on_hold";
  return before.guardMet !== undefined && guardMet === undefined && status !== undefined && status !== before.status && !held;
}

/** Moves the header from the version that was read; a header that moved meanwhile refuses the whole transaction. */
export function headerWrite(before: Info, change: HeaderChange, now: string): TransactWriteItem {
  const status = change.status ?? before.status;
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null && value !== undefined));
  const removed = [
    ...removable.filter((key) => change[key] === null),
    ...(outdatesGuard(before, change) ? (["guardMet"] as const) : []),
    ...(before.reminders !== undefined && status !== before.status ? (["reminders"] as const) : []),
  ];
  const isMoved = status !== before.status;
  const patch = Header.patch({ orderId: before.orderId })
    .set({ ...set, status, ...(isMoved ? { since: now } : {}), lane: laneOf(status), laneAt: now, version: before.version + 1 })
    .composite({ ownerId: before.ownerId, createdAt: before.createdAt, month: before.month });
  const whole = removed.length > 0 ? patch.remove([...removed]) : patch;
  return changing(whole.where(({ version }, { eq }) => eq(version, before.version)));
}

/** What is made again travels again: the old parcel's row goes, its days stay in the log. */
export const shipmentGoneWrite = (orderId: string): TransactWriteItem => removing(ShipmentRow.remove({ orderId }));
/** Raises an alarm, or lets it go; the order stays in its place in every list, for nothing of it has moved. */
export function alarmWrite(before: Info, alarm: Alarm | undefined): TransactWriteItem {
  const patch = Header.patch({ orderId: before.orderId }).set({ version: before.version + 1, ...(alarm ? { alarm } : {}) });
  const whole = alarm ? patch : patch.remove(["alarm"]);
  return changing(whole.where(({ version }, { eq }) => eq(version, before.version)));
}

/** Replaces a stage from the version that was read. */
export function stageWrite(orderId: string, before: StagedRecord, stage: Stage): TransactWriteItem {
  return changing(
    StageRow.patch({ orderId, position: stage.position })
      .set({ stage, version: before.version + 1 })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );
}

/** A supplier has three days to answer. */
const ANSWER_DAYS = 3;

/** The day until which an offer that is made now can be answered. */
export const answerDay = (now: string): string => addDays(dateOf(now), ANSWER_DAYS);

/** An offer to one supplier at its own price. */
export const offerCreateWrite = (
  order: Info,
  { supplierId, price }: { readonly supplierId: string; readonly price: Money },
  now: string,
): TransactWriteItem =>
  creating(
    SupplierRow.create({
      orderId: order.orderId,
      supplierId,
      orderNumber: order.orderNumber,
      title: order.title,
      quantity: order.quantity,
      price: price.amount,
      currency: price.currency,
      state: "offered",
      offeredAt: now,
      answerBy: `${answerDay(now)}T23:59:59.999Z`,
      sLane: "open",
      sLaneAt: now,
    }),
  );

/** Answers or closes an offer that still is in the given state. */
export function offerWrite(offer: Offer, to: Offer["state"], at: { readonly now: string; readonly reason?: string | undefined }): TransactWriteItem {
  return changing(
    SupplierRow.patch({ orderId: offer.orderId, supplierId: offer.supplierId })
      .set({
        state: to,
        answeredAt: at.now,
        sLane: to === "accepted" ? "open" : "order",
        sLaneAt: at.now,
        ...(at.reason ? { reason: at.reason } : {}),
      })
      .where(({ state }, { eq }) => eq(state, offer.state)),
  );
}

/** Moves a supplier's order out of its open lane when everything is done. */
export function offerDoneWrite(orderId: string, supplierId: string, now: string): TransactWriteItem {
  return changing(
    SupplierRow.patch({ orderId, supplierId })
      .set({ state: "completed", sLane: "order", sLaneAt: now })
      .where(({ state }, { eq }) => eq(state, "accepted")),
  );
}
