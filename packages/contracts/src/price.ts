import { id } from "@sleekapp/core/kernel/id";
import { BookCosts, PriceBook } from "@sleekapp/core/pricing/model";
import { PricedRoutes } from "@sleekapp/core/pricing/view";
import { Status } from "@sleekapp/core/price-book/model";
import { BookCard, BookInForce, BookView } from "@sleekapp/core/price-book/view";
import * as z from "zod";
import { route } from "./route.ts";

const admins = { lambda: "quote", auth: "member", who: ["admin"] } as const;
const params = z.strictObject({ bookVersion: z.coerce.number().int().min(1) });
const version = z.int().min(1);

export const getPriceBook = route({
  operationId: "getPriceBook",
  lambda: "quote",
  method: "GET",
  path: "/v1/public/price-book",
  summary: "The price book in force, which browsers compute estimates with; what making costs is not in it",
  auth: "public",
  who: ["visitor"],
  response: BookInForce,
});

export const listPriceBooks = route({
  ...admins,
  operationId: "listPriceBooks",
  method: "GET",
  path: "/v1/admin/price-books",
  summary: "Every version of the price book, newest first",
  response: z.strictObject({ items: z.array(BookCard) }),
});

export const getPriceBookVersion = route({
  ...admins,
  operationId: "getPriceBookVersion",
  method: "GET",
  path: "/v1/admin/price-books/{bookVersion}",
  summary: "One version with what making costs, and who did what to it",
  params,
  response: BookView,
});

export const draftPriceBook = route({
  ...admins,
  operationId: "draftPriceBook",
  method: "POST",
  path: "/v1/admin/price-books",
  summary: "Makes a draft that says what another version says",
  body: z.strictObject({ basedOn: version, name: z.string().trim().min(3).max(80) }),
  response: z.strictObject({ bookVersion: z.int() }),
  status: 201,
});

export const editPriceBook = route({
  ...admins,
  operationId: "editPriceBook",
  method: "PUT",
  path: "/v1/admin/price-books/{bookVersion}",
  summary: "Replaces what a draft says; a published version never changes",
  params,
  body: z.strictObject({ version, book: PriceBook, costs: BookCosts }),
  response: z.strictObject({ bookVersion: z.int(), version: z.int() }),
});

export const publishPriceBook = route({
  ...admins,
  operationId: "publishPriceBook",
  method: "POST",
  path: "/v1/admin/price-books/{bookVersion}/publish",
  summary: "Makes a draft the book of every quote from an instant on, two minutes ahead at the earliest",
  params,
  body: z.strictObject({ version, effectiveFrom: z.iso.datetime({ precision: 3 }) }),
  response: z.strictObject({ bookVersion: z.int(), status: Status, effectiveFrom: z.string().optional() }),
});

export const discardPriceBook = route({
  ...admins,
  operationId: "discardPriceBook",
  method: "POST",
  path: "/v1/admin/price-books/{bookVersion}/discard",
  summary: "Puts a draft away; its number is not used again",
  params,
  body: z.strictObject({ version }),
  response: z.strictObject({ bookVersion: z.int(), status: Status, effectiveFrom: z.string().optional() }),
});

export const getQuoteRoutes = route({
  ...admins,
  operationId: "getQuoteRoutes",
  method: "GET",
  path: "/v1/admin/quotes/{quoteId}/routes",
  summary: "What a quote costs the platform by each production route, by the version it was priced with",
  params: z.strictObject({ quoteId: id("quote") }),
  response: PricedRoutes,
});
