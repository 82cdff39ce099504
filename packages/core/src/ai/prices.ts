import { clock } from "../ports/clock.ts";
import type { PriceLine } from "./rules.ts";
import { priceLines } from "./store.ts";

/** How long a container goes by the prices it has read. */
const KEPT_MS = 60_000;

let kept: { readonly at: number; readonly lines: Promise<readonly PriceLine[]> } | undefined;

/** What administrators wrote down, read once a minute. */
export function writtenPrices(): Promise<readonly PriceLine[]> {
  const now = clock.now().getTime();
  if (kept && now - kept.at < KEPT_MS && now >= kept.at) return kept.lines;
  const lines = priceLines();
  kept = { at: now, lines };
  lines.catch(() => (kept = undefined));
  return lines;
}

/** Reads them anew the next time. */
export const forgetPrices = (): void => {
  kept = undefined;
};
