import { banyan } from "./banyan.ts";
import { jutelane } from "./jutelane.ts";
import { kingfisher } from "./kingfisher.ts";
import type { ProductData } from "./model.ts";
import { monsoon } from "./monsoon.ts";
import { shapla } from "./shapla.ts";
import { tamarind } from "./tamarind.ts";

export type { ProductData } from "./model.ts";

/** What each supplier lists, by its key. */
export const products: Readonly<Record<string, readonly ProductData[]>> = { shapla, tamarind, kingfisher, banyan, jutelane, monsoon };
