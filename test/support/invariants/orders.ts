import { Status } from "@sleekapp/core/order/model";
import { orderSteps } from "@sleekapp/core/claim/process";
import { process, type Step } from "@sleekapp/core/order/process";
import { Stage } from "@sleekapp/core/production/model";
import { overallPercent } from "@sleekapp/core/production/plan";
import * as z from "zod";
import { type Invariant, type Items, kindOf, repeated, type Row, text, whole } from "./items.ts";

/** The quote's side of an order: accepted, of that revision, and of no other order. */
function unquoted(items: Items, order: Row): readonly string[] {
  const [orderId, quoteId, revision] = [text(order, "orderId"), text(order, "quoteId"), text(order, "revision")];
  const [quote] = items.with("quote", "quoteId", quoteId);
  const isAccepted = quote && text(quote, "status") === "accepted" && text(quote, "orderId") === orderId && text(quote, "revision") === revision;
  const isKept = items.with("quote-revision", "quoteId", quoteId).some((row) => text(row, "revision") === revision);
  return [
    ...(isAccepted ? [] : [`The order ${orderId} is not what the quote ${quoteId} became`]),
    ...(isKept ? [] : [`Revision ${revision} of the quote ${quoteId}, which the order ${orderId} was made of, is not there`]),
  ];
}

const isFromStock = (order: Row): boolean => text(order, "productId") !== "";

export const quotes: Invariant = (items) => [
  ...items.of("order").flatMap((order) => (isFromStock(order) ? [] : unquoted(items, order))),
  ...repeated(items.of("order").flatMap((row) => (isFromStock(row) ? [] : [text(row, "quoteId")]))).map(
    (quoteId) => `The quote ${quoteId} became more than one order`,
  ),
  ...items.of("quote").flatMap((quote) => {
    const isLost = text(quote, "status") === "accepted" && items.with("order", "orderId", text(quote, "orderId")).length === 0;
    return isLost ? [`The quote ${text(quote, "quoteId")} was accepted and became no order`] : [];
  }),
];

/** Every order has its brief or its pieces, its money and its internal side, and the offer of the supplier it names. */
export const parts: Invariant = (items) =>
  items.of("order").flatMap((order) => {
    const [orderId, supplierId] = [text(order, "orderId"), text(order, "supplierId")];
    const missing = [isFromStock(order) ? "reservation" : "order-brief", "order-money", "order-internal"].filter(
      (kind) => items.with(kind, "orderId", orderId).length !== 1,
    );
    const hasOffer = supplierId === "" || items.with("supplier-order", "orderId", orderId).some((row) => text(row, "supplierId") === supplierId);
    const stages = z.array(Stage).safeParse(items.with("stage", "orderId", orderId).map((row) => row["stage"]));
    const percent = stages.success ? overallPercent(stages.data) : Number.NaN;
    return [
      ...missing.map((kind) => `The order ${orderId} has no ${kind}`),
      ...(hasOffer ? [] : [`The order ${orderId} names the supplier ${supplierId}, which has no offer`]),
      ...(percent === whole(order, "percent") ? [] : [`The order ${orderId} says ${text(order, "percent")} percent, its stages ${percent}`]),
    ];
  });

/** The step each event of an order's log stands for; the others move nothing. */
const stepOf: Readonly<Record<string, Step>> = {
  "order.deposit_paid": "payDeposit",
  "order.expired": "expire",
  "order.payment_kept": "keepPayment",
  "order.offered": "offer",
  "order.offer_declined": "decline",
  "order.offer_withdrawn": "withdraw",
  "order.accepted": "accept",
  "order.sample_approved": "approveSample",
  "order.inspection_failed": "failInspection",
  "order.inspection_passed": "passInspection",
  "order.balance_due": "requestBalance",
  "order.shipped": "ship",
  "order.delivered": "deliver",
  "order.completed": "complete",
  "order.cancelled": "cancel",
  "claim.opened": "claim",
  "claim.withdrawn": "withdrawClaim",
  "order.called_off": "callOff",
};

const Decided = z.object({ outcome: z.enum(["remake", "refund", "turnDown"]) });
const Moved = z.object({ from: Status, to: Status });

type Standing = { readonly status: Status; readonly heldFrom?: Status };

/** A move that has no event of its own says from where to where. */
function movedStep(data: unknown): Step {
  const { from, to } = Moved.parse(data);
  if (to === "on_hold") return "hold";
  return from === "on_hold" ? "resume" : "finishProduction";
}

type Played = { readonly order: Row; readonly hasSample: boolean };

function stepAfter({ status }: Standing, event: Row, { order, hasSample }: Played): Step | undefined {
  const type = text(event, "type");
  if (type === "order.moved") return movedStep(event["data"]);
  // The first report from the floor starts the work.
  if (type === "order.stage_reported") return status === "accepted" ? (hasSample ? "startSample" : "startProduction") : undefined;
  if (type === "claim.decided") return orderSteps[Decided.parse(event["data"]).outcome];
  if (type === "order.deposit_paid" && status === "cancelled") return "payLate";
  if (type === "order.accepted" && isFromStock(order)) return "acceptFromStock";
  if (type === "order.called_off" && !process.can(status, "callOff")) return "callOffLate";
  return stepOf[type];
}

/** Throws the process's own conflict for a step that does not start here. */
function after(before: Standing, step: Step): Standing {
  const status = process.next(before.status, step, before.heldFrom);
  if (step === "keepPayment") return { status, heldFrom: "deposit_paid" };
  return step === "hold" ? { status, heldFrom: before.status } : { status };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function misplayed(items: Items, order: Row): readonly string[] {
  const orderId = text(order, "orderId");
  const hasSample = items.with("stage", "orderId", orderId).some((row) => Stage.safeParse(row["stage"]).data?.key === "sample");
  const log = items.with("event", "subjectId", orderId).toSorted((a, b) => (text(a, "eventId") < text(b, "eventId") ? -1 : 1));
  const openings = items.of("event").filter((event) => text(event, "type") === "order.opened" && JSON.stringify(event["data"]).includes(orderId));
  let standing: Standing = { status: process.initial };
  for (const event of log) {
    try {
      const step = stepAfter(standing, event, { order, hasSample });
      standing = step ? after(standing, step) : standing;
    } catch (error) {
      return [`The order ${orderId} has ${text(event, "type")} in its log where it was ${standing.status}: ${messageOf(error)}`];
    }
  }
  return [
    ...(openings.length === 1 ? [] : [`The order ${orderId} was opened ${openings.length} times`]),
    ...(standing.status === text(order, "status")
      ? []
      : [`The log of the order ${orderId} leads to ${standing.status}, but it is ${text(order, "status")}`]),
  ];
}

export const histories: Invariant = (items) => items.of("order").flatMap((order) => misplayed(items, order));

/** Which collection of the order's items each kind lies in: audiences never share a query. */
const collections: Readonly<Record<string, string>> = {
  order: "core",
  stage: "core",
  shipment: "core",
  reservation: "core",
  "stage-update": "progress",
  inspection: "progress",
  claim: "claims",
  "claim-settlement": "buyerSide",
  "order-brief": "core",
  "order-money": "buyerSide",
  payment: "buyerSide",
  refund: "buyerSide",
  dispute: "ledger",
  "order-internal": "internal",
  "supplier-order": "supplierSide",
  invoice: "buyerSide",
};

/** What the customer paid is the buyer's to see; what the supplier has of it is not. */
const collectionOf = (row: Row): string | undefined => {
  if (kindOf(row) !== "posting") return collections[kindOf(row)];
  return ["payment", "refund", "refund_returned", "chargeback"].includes(text(row, "kind")) ? "buyerSide" : "ledger";
};

const shared: ReadonlySet<string> = new Set(["core", "progress", "claims"]);
const PRICE = /price|amount|total|cost|margin|fee|currency|deposit|balance/i;

/** Paths of fields that are named like money, at any depth. */
function priced(value: unknown, at: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(PRICE.test(name) ? [`${at}${name}`] : []), ...priced(inner, `${at}${name}.`)]);
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** The buyer's and the suppliers' prices of an order; small numbers could be anything. */
function pricesOf(items: Items, orderId: string): ReadonlySet<number> {
  const money = items.with("order-money", "orderId", orderId).flatMap((row) => [whole(row, "total"), whole(row, "deposit"), whole(row, "balance")]);
  const offers = items.with("supplier-order", "orderId", orderId).map((row) => whole(row, "price"));
  return new Set([...money, ...offers].filter((amount) => amount > 1_000));
}

export const audiences: Invariant = (items) =>
  items.all.flatMap((row) => {
    const collection = collectionOf(row);
    if (collection === undefined) return [];
    const name = `The ${kindOf(row)} of ${text(row, "orderId")}`;
    const isAstray = !text(row, "sk").startsWith(`$${collection}#`);
    const astray = isAstray ? [`${name} is kept at ${text(row, "sk")}, outside ${collection}`] : [];
    if (!shared.has(collection)) return astray;
    const prices = pricesOf(items, text(row, "orderId"));
    return [
      ...astray,
      ...priced(row, "").map((path) => `${name}, which every party reads, has the field ${path}`),
      ...numbersIn(row).flatMap((number) => (prices.has(number) ? [`${name}, which every party reads, holds the price ${number}`] : [])),
    ];
  });
