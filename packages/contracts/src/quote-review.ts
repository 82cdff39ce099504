import { id } from "@sleekapp/core/kernel/id";
import { Brief } from "@sleekapp/core/pricing/model";
import { Edit, NoteText, Status } from "@sleekapp/core/quote/model";
import { NoteView, QuoteView, RevisionView } from "@sleekapp/core/quote/view";
import * as z from "zod";
import { actingBuyer, anyBuyer, route } from "./route.ts";

const params = z.strictObject({ quoteId: id("quote") });
const quote = { lambda: "quote", auth: "member", params } as const;

export const reviseQuote = route({
  ...quote,
  operationId: "reviseQuote",
  method: "POST",
  path: "/v1/quotes/{quoteId}/revisions",
  summary: "Prices a quote anew, of the same brief or of a changed one: a new revision beside those before; how an expired price comes back",
  who: actingBuyer,
  body: z.strictObject({ revision: z.int().min(1), brief: Brief.optional() }),
  response: z.strictObject({ quote: QuoteView }),
  status: 201,
  limits: [{ per: "user", max: 60, seconds: 86_400 }],
});

export const listQuoteRevisions = route({
  ...quote,
  operationId: "listQuoteRevisions",
  method: "GET",
  path: "/v1/quotes/{quoteId}/revisions",
  summary: "Every revision a quote ever had, the first one first, to be put side by side",
  who: [...anyBuyer, "admin"],
  response: z.strictObject({ items: z.array(RevisionView).readonly() }),
});

export const listQuoteNotes = route({
  ...quote,
  operationId: "listQuoteNotes",
  method: "GET",
  path: "/v1/quotes/{quoteId}/notes",
  summary: "What was asked and answered under a quote, first things first",
  who: [...anyBuyer, "admin"],
  response: z.strictObject({ items: z.array(NoteView).readonly() }),
});

export const writeQuoteNote = route({
  ...quote,
  operationId: "writeQuoteNote",
  method: "POST",
  path: "/v1/quotes/{quoteId}/notes",
  summary: "A question of the buyer about a quote, or the platform's answer, which is mailed",
  who: [...actingBuyer, "admin"],
  body: z.strictObject({ text: NoteText }),
  response: NoteView,
  status: 201,
  limits: [{ per: "user", max: 60, seconds: 3_600 }],
});

export const shareQuote = route({
  ...quote,
  operationId: "shareQuote",
  method: "POST",
  path: "/v1/quotes/{quoteId}/link",
  summary: "Makes a link that shows the quote to whoever holds it, in the place of the one before; the secret is told once",
  who: actingBuyer,
  response: z.strictObject({ quoteId: z.string(), token: z.string() }),
  status: 201,
});

export const unshareQuote = route({
  ...quote,
  operationId: "unshareQuote",
  method: "DELETE",
  path: "/v1/quotes/{quoteId}/link",
  summary: "Turns the link of a quote off at once",
  who: actingBuyer,
  response: z.strictObject({ quoteId: z.string() }),
});

export const sendQuote = route({
  ...quote,
  operationId: "sendQuote",
  method: "POST",
  path: "/v1/admin/quotes/{quoteId}/send",
  summary: "Lets a price go out as it was computed, or edited by hand as a new revision with its author",
  who: ["admin"],
  body: z.strictObject({ revision: z.int().min(1), edit: Edit.optional(), note: NoteText.optional() }),
  response: z.strictObject({ quoteId: z.string(), revision: z.int(), status: Status }),
});

export const turnDownQuote = route({
  ...quote,
  operationId: "turnDownQuote",
  method: "POST",
  path: "/v1/admin/quotes/{quoteId}/turn-down",
  summary: "Says that this cannot be made at a price, and why",
  who: ["admin"],
  body: z.strictObject({ reason: NoteText }),
  response: z.strictObject({ quoteId: z.string(), status: Status }),
});
