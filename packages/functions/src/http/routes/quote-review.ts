import * as designs from "@sleekapp/contracts/design";
import * as contract from "@sleekapp/contracts/quote-review";
import * as Quote from "@sleekapp/core/quote";
import { design, setDesign } from "@sleekapp/core/quote/design";
import { serve } from "../bind.ts";

/** Revisions, questions and the review of quotes over HTTP. */
export const quoteReview = [
  serve(contract.reviseQuote, ({ params, body }) => Quote.revise({ ...params, ...body })),
  serve(contract.listQuoteRevisions, ({ params }) => Quote.revisions(params)),
  serve(contract.listQuoteNotes, ({ params }) => Quote.notes(params)),
  serve(contract.writeQuoteNote, ({ params, body }) => Quote.note({ ...params, ...body })),
  serve(contract.shareQuote, ({ params }) => Quote.share(params)),
  serve(contract.unshareQuote, ({ params }) => Quote.unshare(params)),
  serve(designs.getQuoteDesign, ({ params }) => design(params)),
  serve(designs.setQuoteDesign, ({ params, body }) => setDesign({ ...params, ...body })),
  serve(contract.sendQuote, ({ params, body }) => Quote.send({ ...params, ...body })),
  serve(contract.turnDownQuote, ({ params, body }) => Quote.turnDown({ ...params, ...body })),
];
