import { type Invariant, type Items, type Row, text, whole } from "./items.ts";

const totalOf = (sums: unknown): number =>
  Object.values(Object(sums))
    .flatMap((day) => Object.values(Object(day)))
    .reduce<number>((all, amount) => all + Number(amount), 0);

/** What a person ordered for the organisation in the month, by the orders themselves. */
function orderedIn(items: Items, row: Row): number {
  const own = items.with("order", "ownerId", text(row, "orgId")).filter((order) => text(order, "status") !== "cancelled");
  const terms = own.flatMap((order) => items.with("order-money", "orderId", text(order, "orderId")));
  const theirs = terms.filter((one) => text(one, "acceptedBy") === text(row, "userId") && text(one, "acceptedAt").startsWith(text(row, "month")));
  return theirs.reduce((all, one) => all + whole(one, "total"), 0);
}

/** What counts to somebody's limits is exactly what they ordered and did not give up. */
export const counted: Invariant = (items) =>
  items.of("spending-month").flatMap((row) => {
    const [says, ordered] = [totalOf(row["sums"]), orderedIn(items, row)];
    return says === ordered ? [] : [`The month ${text(row, "month")} of ${text(row, "userId")} counts ${says} of ${ordered} that were ordered`];
  });

/** An approval is used up by an order, and only one that was given. */
export const usedOnce: Invariant = (items) =>
  items.of("approval").flatMap((row) => {
    const used = items.with("event", "type", "approval.used").filter((event) => Object(event["data"]).approvalId === text(row, "approvalId"));
    const isUsed = text(row, "state") === "used";
    return !isUsed || used.length > 0 ? [] : [`The approval ${text(row, "approvalId")} is used, and no order says so`];
  });
