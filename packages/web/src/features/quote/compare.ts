import type { QuoteView } from "@sleekapp/core/quote/view";

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
