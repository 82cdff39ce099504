import { getPriceBook } from "@sleekapp/contracts/price";
import type { PriceBook } from "@sleekapp/core/pricing/model";
import { seedBookAt } from "@sleekapp/core/pricing/rules";
import { useRead } from "../../lib/query.ts";
import { now } from "../../ports/clock.ts";

const EVERY_MS = 60_000;

/** The price book in force; until it is read, and where it cannot be, the one this release came with. A quote is priced by the server's. */
export function useBook(): PriceBook {
  const { data } = useRead(getPriceBook, {}, { every: EVERY_MS });
  return data?.book ?? seedBookAt(now().toISOString());
}
