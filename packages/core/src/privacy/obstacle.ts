import * as Account from "../account/index.ts";
import { type HeldRow, kindOf, rowsAt, rowsUnder } from "../table/held.ts";
import type { Obstacle } from "./model.ts";

export type Standing = {
  readonly userId: string;
  readonly obstacles: readonly Obstacle[];
  /** Organisations nobody else belongs to: they end with the person. */
  readonly ending: readonly string[];
  readonly seats: readonly HeldRow[];
  /** Seats that are offered in those organisations: nobody shall take one at the last moment. */
  readonly offers: readonly HeldRow[];
};

/** A transaction has a hundred writes; the worker takes away what is more. */
const MAX_OFFERS = 50;

const text = (row: HeldRow, name: string): string => String(row[name] ?? "");

async function openOrders(orgId: string): Promise<readonly Obstacle[]> {
  const [bought, sold] = await Promise.all([rowsUnder("byOwner", "work#ownerId", orgId), rowsUnder("bySupplier", "work#supplierId", orgId)]);
  const open = [...bought.filter((row) => row["lane"] === "open"), ...sold.filter((row) => row["sLane"] === "open")];
  return open.map((row) => ({ code: "open_order", subject: text(row, "orderNumber") }));
}

const isPaidOut = async (offer: HeldRow): Promise<boolean> =>
  (await rowsAt("orderId", text(offer, "orderId"))).some((row) => kindOf(row) === "posting" && row["kind"] === "payout");

/** Work of a supplier that is done and has not been paid. */
async function unpaidOrders(orgId: string): Promise<readonly Obstacle[]> {
  const offers = (await rowsUnder("bySupplier", "work#supplierId", orgId)).filter((row) => row["state"] === "completed");
  const unpaid: Obstacle[] = [];
  for (const offer of offers) if (!(await isPaidOut(offer))) unpaid.push({ code: "unpaid_order", subject: text(offer, "orderNumber") });
  return unpaid;
}

async function ofSeat(seat: HeldRow): Promise<{ readonly obstacles: readonly Obstacle[]; readonly ends: boolean }> {
  const orgId = text(seat, "orgId");
  if (orgId === Account.PLATFORM) return { obstacles: [{ code: "admin_seat" }], ends: false };
  const others = (await rowsUnder("byOwner", "member#orgId", orgId)).filter((row) => row["userId"] !== seat["userId"]);
  if (others.length === 0) return { obstacles: [...(await openOrders(orgId)), ...(await unpaidOrders(orgId))], ends: true };
  const isNeeded = seat["kind"] === "owner" && !others.some(({ kind }) => kind === "owner");
  return { obstacles: isNeeded ? [{ code: "sole_owner", subject: await Account.orgName(orgId) }] : [], ends: false };
}

/** What a person has to bring to an end before they can be erased, and what ends with them. */
export async function standingOf(userId: string): Promise<Standing> {
  const seats = (await rowsAt("userId", userId)).filter((row) => kindOf(row) === "membership");
  const found = await Promise.all(seats.map(ofSeat));
  const ending = seats.flatMap((seat, at) => (found[at]?.ends ? [text(seat, "orgId")] : []));
  const offers = (await Promise.all(ending.map((orgId) => rowsUnder("byOwner", "invitation#orgId", orgId)))).flat();
  return {
    userId,
    seats,
    obstacles: found.flatMap(({ obstacles }) => obstacles),
    ending,
    offers: offers.slice(0, MAX_OFFERS),
  };
}
