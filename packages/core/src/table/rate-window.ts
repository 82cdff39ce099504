import { limited } from "../kernel/error.ts";
import { take } from "./counter.ts";

export type Window = { readonly name: string; readonly key: string; readonly max: number; readonly seconds: number };

/** What a window still takes, and for how many seconds it is open. */
export type Left = { readonly max: number; readonly remaining: number; readonly seconds: number };

/**
 * Counts one use in a fixed window, exactly: parallel calls cannot pass the limit together. Gives what is left of it.
 * Throws `rate.limited` with the seconds until the window ends.
 */
export async function spend(window: Window, now: Date): Promise<Left> {
  const epoch = Math.floor(now.getTime() / 1000);
  const start = epoch - (epoch % window.seconds);
  const endsAt = start + window.seconds;
  const counter = { entity: "rate-window", partition: `$sleek#rate_${window.name}#${window.key}`, sort: `$window_1#${start}`, endsAt };
  const remaining = await take(counter, 1, window.max);
  if (remaining === undefined) throw limited("rate.limited", "Too many attempts; wait a moment and try again", endsAt - epoch);
  return { max: window.max, remaining, seconds: endsAt - epoch };
}
