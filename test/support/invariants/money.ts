import { Posting } from "@sleekapp/core/ledger/model";
import { balanceOf, closes, difference } from "@sleekapp/core/ledger/rules";
import { type Invariant, type Items, repeated, type Row, text, whole } from "./items.ts";

type Read = { readonly postings: readonly Posting[]; readonly faults: readonly string[] };

function postingsIn(rows: readonly Row[]): Read {
  const read = rows.map(({ orderId, key, kind, lines, at }) => Posting.safeParse({ orderId, key, kind, lines, at }));
  const faults = read.flatMap(({ success }, index) => (success ? [] : [`The posting ${text(rows[index] ?? {}, "key")} cannot be read`]));
  return { postings: read.flatMap(({ data }) => (data ? [data] : [])), faults };
}

function lopsided({ orderId, key, lines }: Posting): readonly string[] {
  const off = difference(lines).amount;
  const isNegative = lines.some(({ amount }) => amount.amount <= 0);
  return [
    ...(off === 0 ? [] : [`The posting ${key} of ${orderId} is off balance by ${off}`]),
    ...(isNegative ? [`The posting ${key} of ${orderId} has an amount that is not above zero`] : []),
  ];
}

/** What came in by card and what went back, of one order. */
function flows(postings: readonly Posting[]): { readonly captured: number; readonly refunded: number } {
  const cash = (kind: Posting["kind"]) =>
    balanceOf(
      postings.filter((posting) => posting.kind === kind),
      "cash.stripe",
    ).amount;
  return { captured: cash("payment"), refunded: 0 - cash("refund") };
}

export const ledger: Invariant = (items) => {
  const { postings, faults } = postingsIn(items.of("posting"));
  const overRefunded = [...Map.groupBy(postings, ({ orderId }) => orderId)].flatMap(([orderId, own]) => {
    const { captured, refunded } = flows(own);
    return captured >= refunded && refunded >= 0 ? [] : [`Of the order ${orderId} ${captured} was captured and ${refunded} refunded`];
  });
  return [...faults, ...postings.flatMap(lopsided), ...overRefunded];
};

const unpaid: ReadonlySet<string> = new Set(["awaiting_deposit", "cancelled"]);
const paidInFull: ReadonlySet<string> = new Set(["shipped", "delivered", "claimed", "completed"]);

/** What the order's status says has been paid. */
function owed(order: Row): readonly string[] {
  const status = text(order, "status");
  if (unpaid.has(status)) return [];
  return paidInFull.has(status) ? ["deposit", "balance"] : ["deposit"];
}

function unsettled(items: Items, order: Row): readonly string[] {
  const orderId = text(order, "orderId");
  const payments = items.with("payment", "orderId", orderId);
  const [terms = {}] = items.with("order-money", "orderId", orderId);
  const isWhole = payments.some((row) => text(row, "status") === "succeeded" && row["amount"] === terms["total"]);
  return owed(order).flatMap((purpose) => {
    if (purpose === "balance" && isWhole) return [];
    const payment = payments.find((row) => text(row, "purpose") === purpose);
    return payment && text(payment, "status") === "succeeded"
      ? []
      : [`The order ${orderId} is ${text(order, "status")}, but its ${purpose} was never paid`];
  });
}

const bookedFor = ({ lines }: Posting): number => balanceOf([{ orderId: "", key: "", kind: "payment", lines, at: "" }], "cash.stripe").amount;

/** A payment that succeeded names its charge and is booked once, with its own amount. */
function unbooked(payment: Row, postings: readonly Posting[]): readonly string[] {
  const [id, orderId] = [text(payment, "paymentId"), text(payment, "orderId")];
  const own = postings.filter((one) => one.orderId === orderId && one.key === `payment#${id}`);
  const isPaid = text(payment, "status") === "succeeded";
  if (!isPaid) return own.length === 0 ? [] : [`The payment ${id} is ${text(payment, "status")}, but it is booked`];
  const nameless = text(payment, "intentId") === "" ? [`The payment ${id} succeeded without a charge`] : [];
  const [booked] = own;
  if (!booked) return [...nameless, `The payment ${id} succeeded and is not booked`];
  return bookedFor(booked) === whole(payment, "amount") ? nameless : [...nameless, `The payment ${id} is booked with ${bookedFor(booked)}`];
}

export const payments: Invariant = (items) => {
  const { postings } = postingsIn(items.of("posting"));
  const paid = items.of("payment");
  const known = new Set(paid.map((row) => `payment#${text(row, "paymentId")}`));
  const strays = postings.filter(({ kind, key }) => kind === "payment" && !known.has(key));
  const intents = paid.flatMap((row) => (row["intentId"] === undefined ? [] : [text(row, "intentId")]));
  return [
    ...items.of("order").flatMap((order) => unsettled(items, order)),
    ...paid.flatMap((row) => unbooked(row, postings)),
    ...strays.map(({ key, orderId }) => `The posting ${key} of ${orderId} books no payment of ours`),
    ...repeated(intents).map((intent) => `The charge ${intent} stands for more than one payment`),
  ];
};

/** An order that is done and paid out leaves nobody owing anything. */
export const closed: Invariant = (items) => {
  const { postings } = postingsIn(items.of("posting"));
  return items.of("order").flatMap((order) => {
    const own = postings.filter(({ orderId }) => orderId === text(order, "orderId"));
    const isDone = text(order, "status") === "completed" && own.some(({ kind }) => kind === "payout");
    return isDone && !closes(own) ? [`The books of the order ${text(order, "orderId")} do not close`] : [];
  });
};

const positionIn = (series: string, number: string): number =>
  number.startsWith(`${series}-`) ? Number(number.slice(series.length + 1)) : Number.NaN;
const seriesOf = (number: string): string => number.slice(0, number.lastIndexOf("-"));

/** Invoices of a series are numbered from one without a gap, and the counter stands at the last of them. */
export const invoiceNumbers: Invariant = (items) => {
  const bySeries = Map.groupBy(
    items.of("invoice").map((row) => text(row, "number")),
    seriesOf,
  );
  const series = new Set([...bySeries.keys(), ...items.of("sequence").map((row) => text(row, "series"))]);
  return [...series].flatMap((name) => {
    const taken = (bySeries.get(name) ?? []).map((number) => positionIn(name, number)).toSorted((a, b) => a - b);
    const last = items.with("sequence", "series", name).map((row) => whole(row, "last"))[0] ?? 0;
    const gaps = taken.flatMap((position, index) =>
      position === index + 1 ? [] : [`The series ${name} has ${position} where ${index + 1} should be`],
    );
    return [...gaps, ...(last === taken.length ? [] : [`The series ${name} counts ${last} invoices and has ${taken.length}`])];
  });
};
