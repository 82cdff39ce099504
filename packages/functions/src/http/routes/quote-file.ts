import * as contract from "@sleekapp/contracts/quote-file";
import * as Quote from "@sleekapp/core/quote";
import * as Rfq from "@sleekapp/core/rfq";
import { serve } from "../bind.ts";

/** Files and PDFs of quotes: for their buyers and guests, for suppliers that are sent them, and for whoever makes the order. */
export const quoteFile = [
  serve(contract.listQuoteFiles, ({ params }) => Quote.files(params)),
  serve(contract.askQuoteFile, ({ params, body }) => Quote.askFile({ ...params, ...body })),
  serve(contract.removeQuoteFile, ({ params }) => Quote.removeFile(params)),
  serve(contract.getQuoteFileLink, ({ params }) => Quote.fileLink(params)),
  serve(contract.listGuestQuoteFiles, ({ params, credentials }) => Quote.filesAsGuest({ ...params, claim: credentials["x-claim"] ?? "" })),
  serve(contract.askGuestQuoteFile, ({ params, body, credentials }) =>
    Quote.askFileAsGuest({ ...params, ...body, claim: credentials["x-claim"] ?? "" }),
  ),
  serve(contract.removeGuestQuoteFile, ({ params, credentials }) => Quote.removeFileAsGuest({ ...params, claim: credentials["x-claim"] ?? "" })),
  serve(contract.getGuestQuoteFileLink, ({ params, credentials }) => Quote.fileLinkAsGuest({ ...params, claim: credentials["x-claim"] ?? "" })),
  serve(contract.listDraftFiles, ({ credentials }) => Quote.filesOfDraft({ draft: credentials["x-claim"] ?? "" })),
  serve(contract.askDraftFile, ({ body, credentials }) => Quote.askDraftFile({ ...body, draft: credentials["x-claim"] ?? "" })),
  serve(contract.removeDraftFile, ({ params, credentials }) => Quote.removeDraftFile({ ...params, draft: credentials["x-claim"] ?? "" })),
  serve(contract.askQuoteDocument, ({ params }) => Quote.askDocument(params)),
  serve(contract.getQuoteDocument, ({ params }) => Quote.documentLink(params)),
  serve(contract.askGuestQuoteDocument, ({ params, credentials }) => Quote.askDocumentAsGuest({ ...params, claim: credentials["x-claim"] ?? "" })),
  serve(contract.getGuestQuoteDocument, ({ params, credentials }) => Quote.documentLinkAsGuest({ ...params, claim: credentials["x-claim"] ?? "" })),
  serve(contract.listRequestFiles, ({ params }) => Rfq.files(params)),
  serve(contract.getRequestFileLink, ({ params }) => Rfq.fileLink(params)),
  serve(contract.listOrderFiles, ({ params }) => Quote.filesOfOrder(params)),
  serve(contract.getOrderFileLink, ({ params }) => Quote.fileLinkOfOrder(params)),
];
