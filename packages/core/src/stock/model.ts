import * as z from "zod";

export { HOLD_MINUTES, skuOf } from "./facts.ts";

/** Combinations of size and colour that one order, or one save of the stock table, may name: each is an item of the transaction. */
export const MAX_LINES = 40;

/** The most pieces of one combination that anybody counts. */
export const MAX_PIECES = 10_000_000;

/** One size in one colour; a listing that has only one of either leaves it empty. */
export const Cell = z.strictObject({ size: z.string().trim().max(20), colour: z.string().trim().max(40) });
export type Cell = z.infer<typeof Cell>;

/** What names a combination within its listing: colour and size in small letters, so that one combination is one SKU. */
export const Sku = z.string().min(1).max(64);

/** The supplier's own article number of a combination, for whoever picks it off the shelf. */
export const Code = z.string().trim().min(1).max(80);

/** Pieces of a combination: `onHand` are in the house, of which `reserved` are held for checkouts and `sellable` are free. */
export const Levels = z.strictObject({ onHand: z.int().min(0), reserved: z.int().min(0), sellable: z.int().min(0) });
export type Levels = z.infer<typeof Levels>;

/** So many pieces of a combination, in an order. */
export const Line = Cell.extend({ sku: Sku, code: Code.optional(), quantity: z.int().min(1) });
export type Line = z.infer<typeof Line>;

/** Where a reservation stands: `held` until its deposit is there, `committed` once it is, `released` when it ran out or was given up. */
export const State = z.enum(["held", "committed", "released"]);
export type State = z.infer<typeof State>;

/** Why a reservation was released. */
export const Cause = z.enum(["expired", "cancelled"]);
export type Cause = z.infer<typeof Cause>;
