import { FacetName, MAX_CHOSEN } from "../../search/model.ts";
import type { Wanted } from "../../ports/product-search.ts";
import { inOrder, type Named } from "../../search/rules.ts";
import type { Facets } from "../../search/view.ts";

const names = FacetName.options;

/** Values of a facet that are told; what is chosen is told beyond them. */
const MAX_TOLD = 100;

/** The values of every facet by small numbers, so that a listing is a few numbers and a count is an addition. */
export type Lexicon = { readonly number: (facet: FacetName, named: Named) => number; readonly names: (facet: FacetName) => readonly Named[] };

export function lexicon(): Lexicon {
  const numbers = new Map(names.map((facet) => [facet, new Map<string, number>()]));
  const known = new Map(names.map((facet) => [facet, new Array<Named>()]));
  return {
    names: (facet) => known.get(facet) ?? [],
    number: (facet, named) => {
      const [byValue, all] = [numbers.get(facet), known.get(facet)];
      const found = byValue?.get(named.value);
      if (found !== undefined || !byValue || !all) return found ?? 0;
      byValue.set(named.value, all.length);
      return all.push(named) - 1;
    },
  };
}

/** A listing's values, facet by facet in the order of their names. */
export type Values = readonly (readonly number[])[];

export type Tally = {
  /** Counts a listing where it counts; true when it fits all that was chosen. */
  readonly take: (values: Values) => boolean;
  readonly facets: () => Facets;
};

/** The number of each chosen value; one that no listing has ever had fits none. */
const chosenNumbers = (words: Lexicon, chosen: Wanted["chosen"]) =>
  names.map((facet) => {
    const keys = chosen[facet];
    if (!keys || keys.length === 0) return undefined;
    return new Set(keys.map((key) => words.names(facet).findIndex(({ value }) => value === key)));
  });

/** Counts in one pass: a listing that misses one facet's choice counts for that facet, one that misses none for all, any other for none. */
export function tally(words: Lexicon, chosen: Wanted["chosen"]): Tally {
  const wanted = chosenNumbers(words, chosen);
  const counts = names.map((facet) => new Int32Array(words.names(facet).length));
  const count = (at: number, values: Values) => {
    const column = counts[at];
    if (column) for (const value of values[at] ?? []) column[value] = (column[value] ?? 0) + 1;
  };
  const told = (facet: FacetName, at: number) => {
    const keys = chosen[facet]?.slice(0, MAX_CHOSEN) ?? [];
    const all = words.names(facet).map((named, index) => ({ ...named, count: counts[at]?.[index] ?? 0 }));
    const some = inOrder(
      facet,
      all.filter((one) => one.count > 0),
    ).slice(0, MAX_TOLD);
    const missing = keys.filter((key) => !some.some(({ value }) => value === key));
    return [...some, ...missing.map((key) => all.find(({ value }) => value === key) ?? { value: key, label: key, count: 0 })];
  };
  return {
    take: (values) => {
      const misses = wanted.flatMap((numbers, at) => (numbers && !(values[at] ?? []).some((value) => numbers.has(value)) ? [at] : []));
      const [missed] = misses;
      if (missed === undefined) for (const at of names.keys()) count(at, values);
      else if (misses.length === 1) count(missed, values);
      return missed === undefined;
    },
    facets: () => Object.fromEntries(names.map((facet, at) => [facet, told(facet, at)])) as Facets,
  };
}
