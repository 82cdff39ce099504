import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import * as PriceBook from "../price-book/index.ts";
import { manage } from "../price-book/policy.ts";
import { routesOf } from "../pricing/routes.ts";
import type { PricedRoutes } from "../pricing/view.ts";
import { NO_BOOK } from "./offer.ts";
import * as store from "./store.ts";

const ById = z.strictObject({ quoteId: id("quote") });
const load = ({ quoteId }: z.output<typeof ById>) => store.find(quoteId);

/** For admins alone: each production route of a quote with its cost and markup, by the book it was priced with. */
export const routes = action(
  { name: "quote.routes", effect: "sensitive-read", input: ById, load, policy: manage },
  async ({ record: { current } }): Promise<PricedRoutes> => {
    const { brief, priced } = current;
    if (priced.bookVersion === NO_BOOK) throw conflict("quote.no_book", "A supplier named this price; no book says what it costs");
    const version = await PriceBook.published(priced.bookVersion);
    if (!version) throw new Error(`The price book ${priced.bookVersion} of a quote is not there`);
    return routesOf({ ...brief, rush: priced.rush }, version.book, version.costs);
  },
);
