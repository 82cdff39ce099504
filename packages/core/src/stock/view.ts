import * as z from "zod";
import { Cell, Levels, Sku, State } from "./model.ts";

/** A combination as its supplier sees it. */
export const StockLine = Cell.extend({ sku: Sku, code: z.string().optional(), ...Levels.shape });
export type StockLine = z.infer<typeof StockLine>;

/** The stock of a listing for its supplier and the platform: every combination it is made in, and those it was made in while pieces are left. */
export const StockView = z.strictObject({ productId: z.string(), isSoldOut: z.boolean(), items: z.array(StockLine) });
export type StockView = z.infer<typeof StockView>;

/** A combination as a buyer sees it: pieces that are free now. */
export const ReadyLine = Cell.extend({ sku: Sku, sellable: z.int().min(0) });
export type ReadyLine = z.infer<typeof ReadyLine>;

/** What can be bought of a listing from stock; empty for one that is only made to order. */
export const ReadyView = z.strictObject({ productId: z.string(), isSoldOut: z.boolean(), items: z.array(ReadyLine) });
export type ReadyView = z.infer<typeof ReadyView>;

/** The pieces of an order as its parties see them; `code` is the supplier's own number and not for the buyer. */
export const GoodsView = z.strictObject({
  productId: z.string(),
  state: State,
  /** Until when the pieces wait for the deposit, while they do. */
  heldUntil: z.string().optional(),
  lines: z.array(Cell.extend({ sku: Sku, code: z.string().optional(), quantity: z.int() })),
});
export type GoodsView = z.infer<typeof GoodsView>;
