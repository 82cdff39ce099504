import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { type AppError, conflict } from "../kernel/error.ts";
import { soldWrite } from "../product-stats/index.ts";
import { changing, creating } from "../table/write.ts";
import { ReservationRow, StockRow } from "./entities.ts";
import { Cause, Line, State } from "./model.ts";
import { process, type Step } from "./process.ts";
import { cellName, deltaOf, type Movement } from "./rules.ts";

export { ReservationRow };

// The writes of a reservation, for the transactions of the order it belongs to: an order and its pieces never say different things.

const Stored = z.object({
  orderId: z.string(),
  productId: z.string(),
  supplierId: z.string(),
  lines: z.array(Line).readonly(),
  state: State,
  cause: Cause.optional(),
  dueAt: z.string(),
});

/** The pieces of an order and how sure they are. */
export type Reservation = z.infer<typeof Stored>;

/** A reservation as it was read of an order's rows. */
export const reservationIn = (row: unknown): Reservation => Stored.parse(row);

/** Pieces of all lines together. */
export const piecesOf = ({ lines }: Pick<Reservation, "lines">): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** Moves the pieces of one combination; refused when any of its numbers would fall below zero. */
function moveWrite(productId: string, sku: string, movement: Movement): TransactWriteItem {
  const { onHand, reserved, sellable } = deltaOf(movement);
  const takes = { onHand: -onHand, reserved: -reserved, sellable: -sellable };
  return changing(
    StockRow.patch({ productId, sku })
      .add({ onHand, reserved, sellable })
      .where((row, { gte }) =>
        (["onHand", "reserved", "sellable"] as const)
          .filter((name) => takes[name] > 0)
          .map((name) => gte(row[name], takes[name]))
          .join(" AND "),
      ),
  );
}

const linesMove = ({ productId, lines }: Pick<Reservation, "productId" | "lines">, what: Movement["what"]): readonly TransactWriteItem[] =>
  lines.map(({ sku, quantity }) => moveWrite(productId, sku, { what, pieces: quantity }));

/** Holds the pieces of a new order. The lines come first and in their order: the place of a refused write says which there are too few of. */
export const holdWrites = (held: Omit<Reservation, "state" | "cause">): readonly TransactWriteItem[] => [
  ...linesMove(held, "hold"),
  creating(ReservationRow.create({ ...held, state: "held" })),
];

function stateWrite(before: Reservation, step: Step, cause?: Cause): TransactWriteItem {
  const to = process.next(before.state, step);
  return changing(
    ReservationRow.patch({ orderId: before.orderId })
      .set({ state: to, dueAt: before.dueAt, ...(cause ? { cause } : {}) })
      .where(({ state }, { eq }) => eq(state, before.state)),
  );
}

/** The deposit is there: the pieces leave the stock, and count as sold. */
export const commitWrites = (held: Reservation): readonly TransactWriteItem[] => [
  stateWrite(held, "commit"),
  ...linesMove(held, "commit"),
  soldWrite(held.productId, piecesOf(held)),
];

/** The pieces go back to those that anybody can buy. */
export const releaseWrites = (held: Reservation, cause: Cause): readonly TransactWriteItem[] => [
  stateWrite(held, cause === "expired" ? "expire" : "release", cause),
  ...linesMove(held, "release"),
];

/** The deposit came when the hold had run out: the pieces are taken from those that are free. The lines come first, as in `holdWrites`. */
export const takeLateWrites = (released: Reservation): readonly TransactWriteItem[] => [
  ...linesMove(released, "takeLate"),
  stateWrite(released, "takeLate"),
  soldWrite(released.productId, piecesOf(released)),
];

/** A paid order was called off before its goods left: the pieces are free again and were not sold after all. */
export const giveBackWrites = (committed: Reservation): readonly TransactWriteItem[] => [
  stateWrite(committed, "giveBack", "cancelled"),
  ...linesMove(committed, "giveBack"),
  soldWrite(committed.productId, 0 - piecesOf(committed)),
];

/** The error for the line whose pieces were not there, by its place; undefined for any other write. */
export const shortOf =
  (lines: Reservation["lines"]) =>
  (index: number): AppError | undefined => {
    const line = lines[index];
    return line && conflict("stock.short", `There are fewer than ${line.quantity} pieces of ${cellName(line)} left`, { sku: line.sku });
  };

/** Orders whose hold ended before the instant and that nobody has settled, the longest ago first. */
export async function dueBefore(before: string, limit = 50): Promise<readonly string[]> {
  const { data } = await ReservationRow.query.due({ state: "held" }).lt({ dueAt: before }).go({ limit });
  return data.map(({ orderId }) => orderId);
}
