import { limited } from "../kernel/error.ts";
import { take, takeParts } from "./counter.ts";

export type Window = { readonly name: string; readonly key: string; readonly max: number; readonly seconds: number };

/** What a window still takes, and for how many seconds it is open. */
export type Left = { readonly max: number; readonly remaining: number; readonly seconds: number };

const tooMany = (seconds: number) => limited("rate.limited", "Too many attempts; wait a moment and try again", seconds);

const startOf = (epoch: number, seconds: number): number => epoch - (epoch % seconds);

function counterOf({ name, key, seconds }: Omit<Window, "max">, now: Date) {
  const epoch = Math.floor(now.getTime() / 1000);
  const start = startOf(epoch, seconds);
  const endsAt = start + seconds;
  return { epoch, endsAt, counter: { entity: "rate-window", partition: `$sleek#rate_${name}#${key}`, sort: `$window_1#${start}`, endsAt } };
}

/**
 * Counts one use in a fixed window, exactly: parallel calls cannot pass the limit together. Gives what is left of it.
 * Throws `rate.limited` with the seconds until the window ends.
 */
export async function spend(window: Window, now: Date): Promise<Left> {
  const { epoch, endsAt, counter } = counterOf(window, now);
  const remaining = await take(counter, 1, window.max);
  if (remaining === undefined) throw tooMany(endsAt - epoch);
  return { max: window.max, remaining, seconds: endsAt - epoch };
}

/**
 * Counts one use in windows of several lengths, each of which begins with a shorter one, in the row of the longest: in all of them or,
 * where one is full, in none. Throws `rate.limited` with the seconds until there is room in all.
 */
export async function spendTogether(
  { name, key, windows }: Pick<Window, "name" | "key"> & { readonly windows: readonly Pick<Window, "max" | "seconds">[] },
  now: Date,
): Promise<void> {
  const { epoch, counter } = counterOf({ name, key, seconds: Math.max(...windows.map(({ seconds }) => seconds)) }, now);
  const parts = windows.map(({ max, seconds }) => ({ name: `used${seconds}.${startOf(epoch, seconds)}`, by: 1, max, seconds }));
  const { isTaken, used } = await takeParts(counter, parts);
  if (isTaken) return;
  const full = parts.filter((part) => (used[part.name] ?? 0) >= part.max);
  throw tooMany(Math.max(...full.map(({ seconds }) => startOf(epoch, seconds) + seconds - epoch)));
}
