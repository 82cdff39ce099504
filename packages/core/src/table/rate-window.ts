import { limited } from "../kernel/error.ts";
import { take } from "./counter.ts";

export type Window = { readonly name: string; readonly key: string; readonly max: number; readonly seconds: number };

/**
 * Counts one use in a fixed window, exactly: parallel calls cannot pass the limit together.
 * Throws `rate.limited` with the seconds until the window ends.
 */
export async function spend(window: Window, now: Date): Promise<void> {
  const epoch = Math.floor(now.getTime() / 1000);
  const start = epoch - (epoch % window.seconds);
  const endsAt = start + window.seconds;
  const counter = { entity: "rate-window", partition: `$sleek#rate_${window.name}#${window.key}`, sort: `$window_1#${start}`, endsAt };
  if (!(await take(counter, 1, window.max))) throw limited("rate.limited", "Too many attempts; wait a moment and try again", endsAt - epoch);
}
