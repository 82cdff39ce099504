import { type Invariant, type Row, text, whole } from "./items.ts";

const QUESTIONS = ["quality", "communication", "delivery"] as const;

const pointsOf = ({ scores }: Row): number =>
  QUESTIONS.reduce((sum, question) => sum + Number(typeof scores === "object" && scores !== null ? Reflect.get(scores, question) : Number.NaN), 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** What a supplier was given in points stands in its sum and count, once for each rating; what nobody gave does not. */
export const ratingSums: Invariant = (items) => {
  const suppliers = new Set([
    ...items.of("rating").map((row) => text(row, "supplierId")),
    ...items.of("supplier-figures").map((row) => text(row, "orgId")),
  ]);
  return [...suppliers].flatMap((id) => {
    const ratings = items.with("rating", "supplierId", id);
    const [counted = {}] = items.with("supplier-figures", "orgId", id);
    const stored = [whole({ ratingSum: 0, ...counted }, "ratingSum"), whole({ ratingCount: 0, ...counted }, "ratingCount")];
    const real = [sum(ratings.map(pointsOf)), ratings.length];
    return stored.join() === real.join() ? [] : [`The supplier ${id} counts ${stored.join(" points in ")} ratings and has ${real.join(" in ")}`];
  });
};

/** Every inspection of an order is counted once for the supplier that made it, and every one that passed. */
export const inspectionCounts: Invariant = (items) =>
  items.of("supplier-figures").flatMap((row) => {
    const id = text(row, "orgId");
    const made = items.with("order", "supplierId", id).flatMap((order) => items.with("inspection", "orderId", text(order, "orderId")));
    const inspected = whole({ inspected: 0, ...row }, "inspected");
    return inspected === made.length ? [] : [`The supplier ${id} counts ${inspected} inspections and has ${made.length}`];
  });
