import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { nowIso } from "../kernel/request.ts";
import { giveBackWrites } from "../stock/reservation.ts";
import { countWrite } from "../supplier/figures.ts";
import { type HeaderChange, headerWrite, offerWrite } from "./change.ts";
import { answered, bookedBy } from "./count.ts";
import * as event from "./event.ts";
import { process, type Step } from "./process.ts";
import { givenUpWrites } from "./spent.ts";
import * as store from "./store.ts";

/** Which step gives a paid order up from where it stands. */
export const stepFrom = ({ status }: store.Info): Step => (process.can(status, "callOff") ? "callOff" : "callOffLate");

/** Offers that are still to be answered, or are the supplier's already. */
const standing: ReadonlySet<store.Offer["state"]> = new Set(["offered", "countered", "accepted"]);

/** What the supplier has of it is taken back: an open offer, or what it had accepted with the weeks that it had booked. */
async function supplierWrites({ order, stages }: store.Core): Promise<readonly TransactWriteItem[]> {
  const { orderId, supplierId, quantity } = order;
  const offer = supplierId ? await store.findOffer(orderId, supplierId) : undefined;
  if (!offer || !standing.has(offer.state)) return [];
  const now = nowIso();
  const booked = bookedBy(
    quantity,
    stages.map(({ stage }) => stage),
  );
  const freed = Object.fromEntries(Object.entries(booked).map(([week, pieces]) => [week, 0 - pieces]));
  const isLate = offer.state === "offered" && offer.answerBy < now;
  const counts = isLate ? answered(offer, now) : {};
  const isCounted = isLate || Object.keys(freed).length > 0;
  return [offerWrite(offer, "withdrawn", { now }), ...(isCounted ? [countWrite(offer.supplierId, counts, freed)] : [])];
}

/** What calling off does to the order and all that hangs on it but its money, for the transaction that asks for the refunds. */
export async function callOffWrites(core: store.Core) {
  const { order, goods } = core;
  const change: HeaderChange = {
    status: process.next(order.status, stepFrom(order), order.heldFrom),
    ...(order.status === "on_hold" ? { heldFrom: null, holdReason: null } : {}),
    ...(order.status === "offered" ? { supplierId: null, supplierName: null } : {}),
  };
  const [given, supplier] = await Promise.all([givenUpWrites(order), supplierWrites(core)]);
  const { orderId, supplierId } = order;
  return {
    writes: [headerWrite(order, change, nowIso()), ...(goods?.state === "committed" ? giveBackWrites(goods) : []), ...supplier, ...given],
    event: event.CalledOff({ orderId, from: order.status, ...(supplierId ? { supplierId } : {}) }),
    changed: { before: order, after: change },
    status: "cancelled" as const,
  };
}
