import * as contract from "@sleekapp/contracts/quote";
import * as Proof from "@sleekapp/core/proof";
import * as Quote from "@sleekapp/core/quote";
import { serve } from "../bind.ts";

/** Codes and quotes over HTTP. */
export const quote = [
  serve(contract.askCode, ({ body }) => Proof.start(body)),
  serve(contract.answerCode, ({ params, body }) => Proof.answer({ ...params, ...body })),
  serve(contract.createGuestQuote, ({ body }) => Quote.create(body)),
  serve(contract.getGuestQuote, ({ params, credentials }) => Quote.getByClaim({ ...params, claim: credentials["x-claim"] ?? "" })),
  serve(contract.createQuote, ({ body }) => Quote.create(body)),
  serve(contract.listQuotes, ({ query }) => Quote.list(query)),
  serve(contract.getQuote, ({ params }) => Quote.get(params)),
  serve(contract.acceptQuote, ({ params, body }) => Quote.accept({ ...params, ...body })),
  serve(contract.declineQuote, ({ params, body }) => Quote.decline({ ...params, ...body })),
];
