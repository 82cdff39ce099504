import { statusNames } from "@sleekapp/core/order/model";
import type { LogEntry } from "@sleekapp/core/order/view";
import { formatDate } from "../../lib/dates.ts";

type Data = LogEntry["data"];

const text = (data: Data, key: string): string | undefined => (typeof data[key] === "string" ? data[key] : undefined);
const count = (data: Data, key: string): number => (typeof data[key] === "number" ? data[key] : 0);
const status = (data: Data, key: string): string => {
  const name = Object.entries(statusNames).find(([value]) => value === data[key])?.[1];
  return name ?? "another state";
};
const purpose = (data: Data): string => (text(data, "purpose") === "balance" ? "balance" : "deposit");
const because = (data: Data): string => (text(data, "reason") ? `: ${text(data, "reason")}` : "");

function stageReported(data: Data): string {
  const photos = count(data, "photos");
  const seen = photos === 0 ? "" : photos === 1 ? ", with a photo" : `, with ${photos} photos`;
  return `${text(data, "stageName") ?? "A stage"} reported at ${count(data, "percent")} %${seen}`;
}

const dayIn = (data: Data, key: string): string => (text(data, key) ? formatDate(text(data, key) ?? "") : "another day");

const planRevised = (data: Data): string =>
  `${text(data, "stageName") ?? "A stage"} moved to ${dayIn(data, "dueOn")}; promised for ${dayIn(data, "promisedOn")}`;

function moved(data: Data): string {
  if (data["to"] === "on_hold") return `Order put on hold${because(data)}`;
  if (data["from"] === "on_hold") return "Order resumed";
  return `Order is now: ${status(data, "to").toLowerCase()}`;
}

const decisions: Readonly<Record<string, string>> = {
  remake: "Claim accepted; the pieces are made again",
  refund: "Claim accepted; a refund was decided",
  credit: "Claim accepted; a credit was decided",
  turnDown: "Claim turned down",
};

/** What each kind of event says, from what the reader may know of it. */
export const words: Readonly<Record<string, (data: Data) => string>> = {
  "quote.accepted": () => "Quote accepted",
  "approval.used": () => "Ordered past a limit, with an approval",
  "rfq.awarded": () => "Bid taken",
  "order.opened": () => "Order opened",
  "order.pieces_taken": () => "Its pieces were taken from the stock after all",
  "order.deposit_paid": () => "Deposit in",
  "order.expired": () => "The deposit did not come in time; the order ended",
  "order.payment_kept": () => "The deposit came too late and is kept for a decision",
  "order.balance_paid": () => "Balance in; the goods may ship",
  "order.offered": () => "Order offered to a factory",
  "order.offer_declined": () => "Offer declined",
  "order.offer_countered": () => "The factory asked another price",
  "order.offer_lapsed": () => "The offer ran out unanswered",
  "order.offer_withdrawn": () => "Offer withdrawn",
  "order.accepted": (data) =>
    text(data, "promisedOn") ? `Order accepted, promised for ${formatDate(text(data, "promisedOn") ?? "")}` : "Order accepted",
  "order.stage_reported": stageReported,
  "order.plan_revised": planRevised,
  "order.escalated": (data) => (data["level"] === 3 ? "The buyer was told that the order is behind" : "Somebody was reminded of the order"),
  "order.moved": moved,
  "order.sample_approved": () => "Sample approved; the bulk starts",
  "order.inspection_passed": () => "Inspection passed",
  "order.inspection_conditional": () => "Inspected; the buyer decides whether the lot is taken",
  "order.inspection_failed": () => "Inspection failed; back to production",
  "order.balance_due": () => "Balance asked for",
  "order.reminded": (data) => `Reminded of the ${purpose(data)}`,
  "order.shipped": (data) => `Shipped with ${text(data, "carrier") ?? "a carrier"}, number ${text(data, "trackingNumber") ?? "unknown"}`,
  "order.delivered": () => "Delivered",
  "order.completed": () => "Order completed",
  "claim.opened": (data) => `Claim made about ${count(data, "pieces")} ${count(data, "pieces") === 1 ? "piece" : "pieces"}`,
  "claim.answered": () => "The factory answered the claim",
  "claim.withdrawn": () => "Claim withdrawn",
  "claim.decided": (data) => decisions[text(data, "outcome") ?? ""] ?? "Claim decided",
  "order.cancelled": () => "Order cancelled",
  "order.tracking_shared": () => "Tracking link made",
  "payment.initiated": (data) => `Payment of the ${purpose(data)} opened`,
  "payment.received": (data) => `Payment of the ${purpose(data)} received`,
  "payment.failed": (data) => `Payment of the ${purpose(data)} not accepted`,
  "order.called_off": () => "Order called off",
  "refund.asked": (data) => `Refund of the ${purpose(data)} decided`,
  "refund.sent": (data) => `Refund of the ${purpose(data)} given to the payment provider`,
  "refund.paid": (data) => `Refund of the ${purpose(data)} sent back`,
  "refund.failed": (data) => `Refund of the ${purpose(data)} did not go through`,
  "dispute.opened": (data) => `The buyer's bank disputes the ${purpose(data)}`,
  "dispute.won": (data) => `Dispute of the ${purpose(data)} won`,
  "dispute.lost": (data) => `Dispute of the ${purpose(data)} lost`,
  "payment.paid_out": (data) => `Factory paid${text(data, "reference") ? `, reference ${text(data, "reference")}` : ""}`,
  "invoice.issued": (data) => `Invoice ${text(data, "number") ?? ""} issued for the ${purpose(data)}`,
  "invoice.rendered": (data) => `Invoice of the ${purpose(data)} set as PDF`,
  "upload.asked": () => "Place for a photo made",
  "upload.settled": (data) => (data["state"] === "refused" ? "Photo refused" : "Photo checked"),
};

/** One line of the log in plain words; an event nobody has words for yet is named as it is. */
export const sentenceOf = ({ type, data }: Pick<LogEntry, "type" | "data">): string =>
  words[type]?.(data) ?? type.replaceAll(/[._]/gu, " ").replace(/^./u, (first) => first.toUpperCase());

/** Who did it, as the parties of an order call one another. */
export const actorNames: Readonly<Record<LogEntry["by"], string>> = {
  buyer: "Buyer",
  supplier: "Factory",
  admin: "SleekApp",
  system: "Automatic",
  guest: "Buyer",
};
