import { MAX_ENTRIES, MAX_LISTS } from "./model.ts";

/** The first place that no list has, or undefined when all are taken. */
export function freePlace(lists: readonly { readonly place: number }[]): number | undefined {
  const taken = new Set(lists.map(({ place }) => place));
  return Array.from({ length: MAX_LISTS }, (_, index) => index + 1).find((place) => !taken.has(place));
}

/** Whether nothing more fits on a list. */
export const isFull = ({ count }: { readonly count: number }): boolean => count >= MAX_ENTRIES;
