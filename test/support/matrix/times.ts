/** What is asked for twice alike but for the id: once another's, once one that nothing has. */
export type Twins = { readonly foreign: () => Promise<unknown>; readonly unknown: () => Promise<unknown> };

export type Times = { readonly foreign: number; readonly unknown: number };

/**
 * How far two medians may lie apart and still be one: a quarter of the larger, or 15 ms. A single call on a busy machine takes anything
 * from once to ten times its time, but both kinds are asked in turn, so what the machine does meanwhile happens to both; and the middle
 * of some hundred calls does not move with the slow ones. What this is to catch, a read or a hash that only one kind pays for, is in every call.
 */
const SHARE = 0.25;
const FLOOR_MS = 15;

export const areAlike = ({ foreign, unknown }: Times): boolean =>
  Math.abs(foreign - unknown) <= Math.max(FLOOR_MS, SHARE * Math.max(foreign, unknown));

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)] ?? Number.NaN;

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await ask();
  return performance.now() - from;
}

const KINDS = ["foreign", "unknown"] as const;

/**
 * The medians of both kinds over all twins, asked one after another and in turn, and how long that took. A first call of each, which
 * is not counted, wakes the functions.
 */
export async function mediansOf(twins: readonly Twins[], rounds: number): Promise<Times & { readonly seconds: number }> {
  for (const { unknown } of twins) await unknown();
  const spent: { readonly foreign: number[]; readonly unknown: number[] } = { foreign: [], unknown: [] };
  const from = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    // Who comes first changes with every round: the second of two may find something warm.
    const order = round % 2 === 0 ? KINDS : KINDS.toReversed();
    for (const twin of twins) for (const kind of order) spent[kind].push(await timed(twin[kind]));
  }
  return { foreign: median(spent.foreign), unknown: median(spent.unknown), seconds: (performance.now() - from) / 1000 };
}
