import { done } from "./done.ts";
import { leaving } from "./leaving.ts";
import { making } from "./making.ts";
import type { OrderData } from "./model.ts";
import { waiting } from "./waiting.ts";

export type { Moment, OrderData } from "./model.ts";
export { type QuoteData, quotes } from "./quotes.ts";

/** Every order of the demo, in every status there is. */
export const orders: readonly OrderData[] = [...waiting, ...making, ...leaving, ...done];
