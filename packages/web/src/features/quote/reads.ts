import { getQuote, listQuotes } from "@sleekapp/contracts/quote";
import { listQuoteNotes, listQuoteRevisions } from "@sleekapp/contracts/quote-review";

/** What is out of date after something happened to a quote. */
export const quoteReads = [getQuote, listQuotes, listQuoteRevisions, listQuoteNotes];
