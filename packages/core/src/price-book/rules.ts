import { samples } from "../pricing/samples.ts";
import type { BookCosts, PriceBook } from "../pricing/book-model.ts";
import { routesOf } from "../pricing/routes.ts";
import { type Entry, NOTICE_SECONDS, type Scheduled, seedEntries } from "./model.ts";

export { compareBooks } from "../pricing/samples.ts";

/** The published entries, in the order in which they come into force. */
export const scheduleOf = (entries: readonly Entry[]): readonly Scheduled[] =>
  [...seedEntries, ...entries]
    .flatMap(({ effectiveFrom, ...entry }) => (entry.status === "published" && effectiveFrom ? [{ ...entry, effectiveFrom }] : []))
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));

/** The entry in force at an instant: the last that had come into force. */
export const inForceOf = (entries: readonly Entry[], at: string): Scheduled | undefined =>
  scheduleOf(entries).findLast(({ effectiveFrom }) => effectiveFrom <= at);

/** The next entry to come into force after an instant. */
export const nextOf = (entries: readonly Entry[], at: string): Scheduled | undefined =>
  scheduleOf(entries).find(({ effectiveFrom }) => effectiveFrom > at);

type Leaf = string | number | boolean | null;

/** What a value says, by the path to it: `bases.t-shirt` is 550. */
function leaves(value: unknown, path = ""): readonly (readonly [string, Leaf])[] {
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
  return [[path, typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null]];
}

/** The figures that differ between two books, by their paths, as they were and as they are; what only one has is null in the other. */
export function differencesOf(before: object, after: object): { readonly before: Record<string, Leaf>; readonly after: Record<string, Leaf> } {
  const [was, is] = [new Map(leaves(before)), new Map(leaves(after))];
  const paths = [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path));
  const side = (of: ReadonlyMap<string, Leaf>) => Object.fromEntries(paths.map((path) => [path, of.get(path) ?? null]));
  return { before: side(was), after: side(is) };
}

/** The earliest instant from which a book published now may be in force. */
export const earliestOf = (now: Date): string => new Date(now.getTime() + NOTICE_SECONDS * 1000).toISOString();

/** The sample briefs that this book would price below what they cost with the least markup. */
export const belowFloor = (book: PriceBook, costs: BookCosts): readonly string[] =>
  samples.filter(({ brief }) => routesOf(brief, book, costs).isBelowFloor).map(({ name }) => name);
