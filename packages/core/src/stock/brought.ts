import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { Counted } from "./event.ts";
import { Cell, Code, MAX_PIECES, skuOf } from "./model.ts";
import * as store from "./store.ts";

// Counts that a file brings, for the transactions in which an import makes or changes the listing: what is listed and what is there are
// said together, so that an import that is stopped and taken up again counts nothing twice.

/** Combinations that one transaction counts beside what it says of the listing: it may have a hundred items. */
export const MOST_BROUGHT = 80;

/** What a file says of one combination; `seen` is what the stock said before, absent where it said nothing. */
export const Brought = Cell.extend({ onHand: z.int().min(0).max(MAX_PIECES), code: Code.optional(), seen: z.int().min(0).optional() });
export type Brought = z.output<typeof Brought>;

type Owner = { readonly productId: string; readonly orgId: string };

/** One write for each count, refused where the stock is not what was seen any more. */
export const broughtWrites = ({ productId, orgId }: Owner, counts: readonly Brought[], now: string): TransactWriteItem[] =>
  counts.map(({ size, colour, onHand, code, seen }) => {
    const sku = skuOf({ size, colour });
    return seen === undefined
      ? store.createWrite({ productId, orgId, sku, size, colour, onHand, code }, now)
      : store.countWrite({ productId, sku, onHand: seen }, { onHand, code }, now);
  });

/** Says that the counts were made. */
export const broughtEvent = ({ productId, orgId }: Owner, counts: readonly Brought[]) =>
  Counted({ productId, orgId, cells: counts.length, pieces: counts.reduce((all, { onHand, seen = 0 }) => all + onHand - seen, 0) });
