import { type Invariant, type Items, type Row, text, whole } from "./items.ts";
import * as z from "zod";

const Lines = z.array(z.object({ sku: z.string(), quantity: z.int() }));
const linesOf = (reservation: Row) => Lines.parse(reservation["lines"]);

const reservationsOf = (items: Items, productId: string, state: string): readonly Row[] =>
  items.with("reservation", "productId", productId).filter((row) => text(row, "state") === state);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Pieces that orders hold of one SKU. */
const heldOf = (items: Items, productId: string, sku: string): number =>
  sum(
    reservationsOf(items, productId, "held")
      .flatMap(linesOf)
      .filter((line) => line.sku === sku)
      .map(({ quantity }) => quantity),
  );

/** What is in the house is free or held, nothing is below zero, and what is held is what orders hold. */
export const levels: Invariant = (items) =>
  items.of("stock").flatMap((row) => {
    const [onHand, reserved, sellable] = [whole(row, "onHand"), whole(row, "reserved"), whole(row, "sellable")];
    const name = `The stock of ${text(row, "sku")} of ${text(row, "productId")}`;
    const held = heldOf(items, text(row, "productId"), text(row, "sku"));
    return [
      ...(onHand === reserved + sellable ? [] : [`${name} has ${onHand} pieces, of which ${reserved} are held and ${sellable} free`]),
      ...([onHand, reserved, sellable].every((pieces) => pieces >= 0) ? [] : [`${name} is below zero`]),
      ...(held === reserved ? [] : [`${name} says ${reserved} pieces are held, orders hold ${held}`]),
    ];
  });

/** What was sold is what was committed, once. */
export const sales: Invariant = (items) => {
  const products = new Set([...items.of("product-stats"), ...items.of("reservation")].map((row) => text(row, "productId")));
  return [...products].flatMap((productId) => {
    const committed = sum(
      reservationsOf(items, productId, "committed")
        .flatMap(linesOf)
        .map(({ quantity }) => quantity),
    );
    const counted = items.with("product-stats", "productId", productId).map((row) => Number(row["sales"] ?? 0));
    return sum(counted) === committed ? [] : [`${productId} says that ${sum(counted)} pieces were sold, orders have ${committed}`];
  });
};

/** The pieces of an order are held while it waits for its deposit, back once it is cancelled, and sold once it is paid. */
export const reservations: Invariant = (items) =>
  items.of("reservation").flatMap((row) => {
    const [order] = items.with("order", "orderId", text(row, "orderId"));
    if (!order) return [];
    const [status, state] = [text(order, "status"), text(row, "state")];
    const expected: Readonly<Record<string, readonly string[]>> = {
      awaiting_deposit: ["held"],
      cancelled: ["released"],
      on_hold: ["committed", "released"],
    };
    return (expected[status] ?? ["committed"]).includes(state)
      ? []
      : [`The order ${text(order, "orderId")} is ${status} while its pieces are ${state}`];
  });
