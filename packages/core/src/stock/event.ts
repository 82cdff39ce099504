import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";

/** Somebody counted, or a file said how many there are: pieces of so many combinations, all together so many more or fewer. */
export const Counted = defineEvent("stock.counted", z.object({ productId: id("product"), orgId: z.string(), cells: z.int(), pieces: z.int() }));
