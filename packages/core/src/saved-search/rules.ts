import type { Asked, AskedText } from "./model.ts";
import { ALERT_HOURS, MAX_SEARCHES } from "./model.ts";

/** A question as it stands in an address, always in the same order, so that the same question is the same text. */
export function textOf(asked: Asked): AskedText {
  const said = Object.entries(asked).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, String(value)] as const]));
  return Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const inOrder = (asked: AskedText): string => JSON.stringify(Object.entries(asked).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Whether two questions are the same one. */
export const areSame = (a: AskedText, b: AskedText): boolean => inOrder(a) === inOrder(b);

/** The first place that no search has. */
export const freePlace = (searches: readonly { readonly place: number }[]): number | undefined =>
  Array.from({ length: MAX_SEARCHES }, (_, index) => index + 1).find((place) => !searches.some((one) => one.place === place));

/** When it is looked again whether something new fits. */
export const nextAt = (now: Date): string => new Date(now.getTime() + ALERT_HOURS * 3_600_000).toISOString();
