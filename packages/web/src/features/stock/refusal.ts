import { ApiError } from "../../lib/api-error.ts";

/** What an order from stock came too late for, and what has been done about it on the page. */
export type Refusal = { readonly title: string; readonly text: string };

/** The refusals a person can do something about by looking again; undefined for everything else. */
export function refusalOf(error: Error | null): Refusal | undefined {
  if (!(error instanceof ApiError)) return undefined;
  switch (error.code) {
    case "stock.short":
    case "stock.unknown":
      return { title: "Some of the pieces are gone", text: `${error.message}. Nothing was ordered; what is left stands on this page now.` };
    case "stock.price_changed":
    case "stock.below_minimum":
      return { title: "The listing has changed", text: "Nothing was ordered. The price and the smallest order of now stand on this page." };
    case "stock.unlisted":
      return { title: "The listing has left the catalogue", text: "Nothing was ordered. It may come back, or the supplier has others." };
    case "terms.changed":
      return { title: "The terms of sale have changed", text: "Nothing was ordered. Read the terms below and agree to them again." };
    default:
      return undefined;
  }
}
