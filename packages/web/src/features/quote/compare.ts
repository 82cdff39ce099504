import type { QuoteView } from "@sleekapp/core/quote/view";

/** How many quotes stand side by side at most. */
export const MAX_COMPARED = 3;

const separator = ".";

/** The quotes named in the address, at most three. */
export const comparedIn = (text: string): readonly string[] => text.split(separator).filter(Boolean).slice(0, MAX_COMPARED);

/** The address text after one quote was put in or taken out; a fourth is not taken. */
export function toggled(text: string, quoteId: string): string {
  const before = comparedIn(text);
  const after = before.includes(quoteId) ? before.filter((one) => one !== quoteId) : [...before, quoteId];
  return after.slice(0, MAX_COMPARED).join(separator);
}

type Priced = Pick<QuoteView, "quoteId" | "total" | "quantity" | "priced">;
export type Marks = { readonly lowestPrice: ReadonlySet<string>; readonly shortestLead: ReadonlySet<string> };

/** Those with the smallest value; nobody when all are equal, since then there is nothing to tell. */
function smallest(quotes: readonly Priced[], compare: (a: Priced, b: Priced) => number): ReadonlySet<string> {
  const [first, ...rest] = quotes.toSorted(compare);
  if (!first || rest.every((quote) => compare(first, quote) === 0)) return new Set();
  return new Set(quotes.filter((quote) => compare(first, quote) === 0).map(({ quoteId }) => quoteId));
}

/** The price of a piece decides, computed from total and quantity, since the displayed one is rounded. */
const byPrice = (a: Priced, b: Priced): number => a.total.amount * b.quantity - b.total.amount * a.quantity;
const byLead = (a: Priced, b: Priced): number => a.priced.leadTime.totalDays - b.priced.leadTime.totalDays;

/** Which of the compared quotes have the lowest price a piece and the shortest lead time. */
export const marksOf = (quotes: readonly Priced[]): Marks => ({ lowestPrice: smallest(quotes, byPrice), shortestLead: smallest(quotes, byLead) });
