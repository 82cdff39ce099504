import * as contract from "@sleekapp/contracts/price";
import * as PriceBook from "@sleekapp/core/price-book";
import * as Quote from "@sleekapp/core/quote/routes";
import { serve } from "../bind.ts";

/** The price book over HTTP, and what a quote costs. */
export const price = [
  serve(contract.getPriceBook, () => PriceBook.inForce({})),
  serve(contract.listPriceBooks, () => PriceBook.list({})),
  serve(contract.getPriceBookVersion, ({ params }) => PriceBook.get(params)),
  serve(contract.draftPriceBook, ({ body }) => PriceBook.draft(body)),
  serve(contract.editPriceBook, ({ params, body }) => PriceBook.edit({ ...params, ...body })),
  serve(contract.publishPriceBook, ({ params, body }) => PriceBook.publish({ ...params, ...body })),
  serve(contract.discardPriceBook, ({ params, body }) => PriceBook.discard({ ...params, ...body })),
  serve(contract.getQuoteRoutes, ({ params }) => Quote.routes(params)),
];
