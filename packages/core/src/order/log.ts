import * as z from "zod";
import { ActorRefSchema } from "../table/outbox.ts";
import type { Party } from "./model.ts";
import { type LogEntry, LogFact, type LogRole } from "./view.ts";

/** An event of the order as it is stored. */
export const LoggedRow = z.object({ type: z.string(), at: z.string(), data: z.record(z.string(), LogFact), actor: ActorRefSchema });
export type LoggedRow = z.infer<typeof LoggedRow>;

type Spoken = {
  readonly order: { readonly status: string; readonly holdReason?: string | undefined };
  readonly shipment?: { readonly trackingNumber: string } | undefined;
};

const isHold = ({ type, data }: LoggedRow): boolean => type === "order.moved" && data["to"] === "on_hold";

/**
 * The log holds no word that somebody wrote, because it is never changed and people may have their words forgotten. What the order
 * itself still says is put beside its entry: the number of the shipment, and the reason of a hold for as long as it lasts.
 */
export function withWords(rows: readonly LoggedRow[], { order, shipment }: Spoken): readonly LoggedRow[] {
  const reason = order.status === "on_hold" ? order.holdReason : undefined;
  const held = reason === undefined ? -1 : rows.findLastIndex(isHold);
  return rows.map((row, at) => {
    if (row.type === "order.shipped" && shipment) return { ...row, data: { ...row.data, trackingNumber: shipment.trackingNumber } };
    return at === held && reason !== undefined ? { ...row, data: { ...row.data, reason } } : row;
  });
}

type Reader = { readonly party: Party; readonly supplierId?: string | undefined };

const roleOf = ({ type, orgId }: LoggedRow["actor"], ownerId: string): LogRole => {
  if (type === "admin" || type === "system") return type;
  if (type === "member") return orgId === ownerId ? "buyer" : "supplier";
  return "guest";
};

/** What happens behind the scenes: slots for photos, retries of the provider. Only admins read it. */
const inner = ["upload.", "payment.initiated", "payment.reported", "refund.sent", "dispute.", "invoice.rendered", "quote.", "rfq."];
/** Money between the buyer and the platform. */
const buyerMoney = ["payment.received", "payment.failed", "refund.", "invoice.", "approval.", "order.reminded"];
/** Money between the platform and the supplier. */
const supplierMoney = ["payment.paid_out"];
/** Who is reminded of what, before a buyer is told. */
const isReminder = ({ type, data }: Pick<LoggedRow, "type" | "data">): boolean => type === "order.escalated" && data["level"] !== 3;
const asking = ["order.offered", "order.offer_"];

const isOneOf = (type: string, names: readonly string[]): boolean => names.some((name) => type.startsWith(name));

function concerns({ party, supplierId }: Reader, { type, data }: LoggedRow): boolean {
  if (party === "admin") return true;
  if (isOneOf(type, inner) || isReminder({ type, data })) return false;
  if (party === "buyer") return !isOneOf(type, supplierMoney);
  if (isOneOf(type, buyerMoney) || (party === "factory" && isOneOf(type, supplierMoney))) return false;
  // Whether others were asked before is not a supplier's business.
  return !isOneOf(type, asking) || data["supplierId"] === supplierId;
}

/** What the parties may read of an event: never an id, never a person. */
const open = [
  "position",
  "stageName",
  "percent",
  "photos",
  "from",
  "to",
  "reason",
  "carrier",
  "trackingNumber",
  "promisedOn",
  "dueOn",
  "purpose",
  "number",
  "kind",
  "pieces",
  "outcome",
  "untilOn",
];
const money = ["amount", "reference"];

function dataFor(party: Party, { data }: LoggedRow): LogEntry["data"] {
  if (party === "admin") return data;
  // The factory floor has seen no price so far and sees none here; the others read amounts only of events that are theirs.
  const keys = party === "factory" ? open : [...open, ...money];
  return Object.fromEntries(Object.entries(data).filter(([key]) => keys.includes(key)));
}

/** The line of the log that this reader sees of an event; none where it does not concern them. */
export function entryFor(reader: Reader, order: { readonly ownerId: string }, row: LoggedRow): LogEntry[] {
  if (!concerns(reader, row)) return [];
  const byId = reader.party === "admin" ? { byId: row.actor.id } : {};
  return [{ type: row.type, at: row.at, by: roleOf(row.actor, order.ownerId), ...byId, data: dataFor(reader.party, row) }];
}
