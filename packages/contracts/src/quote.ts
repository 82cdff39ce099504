import { id } from "@sleekapp/core/kernel/id";
import { PageQuery, pageOf } from "@sleekapp/core/kernel/page";
import { codeLimits } from "@sleekapp/core/proof/model";
import { Brief } from "@sleekapp/core/pricing/model";
import { PoNumber } from "@sleekapp/core/spending/model";
import { DraftSecret, Lane, ShippingAddress, Status } from "@sleekapp/core/quote/model";
import { QuoteCard, QuoteView } from "@sleekapp/core/quote/view";
import * as z from "zod";
import { actingBuyer, anyBuyer, route } from "./route.ts";

const params = z.strictObject({ quoteId: id("quote") });
const body = z.strictObject({ brief: Brief, draft: DraftSecret.optional() });

export const askCode = route({
  operationId: "askCode",
  lambda: "quote",
  method: "POST",
  path: "/v1/guest/codes",
  summary: "Mails a six-digit code to an address, known or not, and answers the same",
  auth: "guest",
  who: ["visitor", "guest"],
  body: z.strictObject({ email: z.email().max(254), purpose: z.enum(["quote", "second_factor"]) }),
  response: z.strictObject({ challengeId: z.string(), resendAfter: z.int() }),
  status: 201,
  limits: [
    { per: "address", max: 20, seconds: 3_600 },
    ...Object.values(codeLimits).map((window) => ({ per: { body: "email" }, ...window, inAction: true }) as const),
  ],
});

export const answerCode = route({
  operationId: "answerCode",
  lambda: "quote",
  method: "POST",
  path: "/v1/guest/codes/{challengeId}/answer",
  summary: "Exchanges the mailed code for a proof of the address that lasts half an hour",
  auth: "guest",
  who: ["visitor", "guest"],
  params: z.strictObject({ challengeId: id("challenge") }),
  body: z.strictObject({ code: z.string().regex(/^\d{6}$/, "six digits") }),
  response: z.strictObject({ proof: z.string(), email: z.string(), expiresAt: z.string() }),
  limits: [{ per: "address", max: 60, seconds: 3_600 }],
});

export const createGuestQuote = route({
  operationId: "createGuestQuote",
  lambda: "quote",
  method: "POST",
  path: "/v1/guest/quotes",
  summary: "Prices a brief for a proven address; the answer holds the secret by which the guest reads it again, once",
  auth: "guest",
  who: ["guest"],
  credentials: ["x-proof"],
  body,
  response: z.strictObject({ quote: QuoteView, claim: z.string().optional() }),
  status: 201,
  limits: [
    { per: "user", max: 20, seconds: 86_400 },
    { per: "address", max: 60, seconds: 86_400 },
  ],
});

export const getGuestQuote = route({
  operationId: "getGuestQuote",
  lambda: "quote",
  method: "GET",
  path: "/v1/guest/quotes/{quoteId}",
  summary: "One quote for whoever holds its secret",
  auth: "guest",
  who: ["guest"],
  credentials: ["x-claim"],
  params,
  response: QuoteView,
  limits: [{ per: "address", max: 240, seconds: 60 }],
});

export const createQuote = route({
  operationId: "createQuote",
  lambda: "quote",
  method: "POST",
  path: "/v1/quotes",
  summary: "Prices a brief for the caller's organisation",
  auth: "member",
  who: actingBuyer,
  body,
  response: z.strictObject({ quote: QuoteView, claim: z.string().optional() }),
  status: 201,
  limits: [{ per: "user", max: 60, seconds: 86_400 }],
});

export const listQuotes = route({
  operationId: "listQuotes",
  lambda: "quote",
  method: "GET",
  path: "/v1/quotes",
  summary: "The caller's quotes of one lane, newest first, those still open unless said; for admins those of one status",
  auth: "member",
  who: [...anyBuyer, "admin"],
  query: PageQuery.extend({ lane: Lane.optional(), status: Status.optional() }),
  response: pageOf(QuoteCard),
});

export const getQuote = route({
  operationId: "getQuote",
  lambda: "quote",
  method: "GET",
  path: "/v1/quotes/{quoteId}",
  summary: "One quote with every line of its price",
  auth: "member",
  who: [...anyBuyer, "admin"],
  params,
  response: QuoteView,
});

export const acceptQuote = route({
  operationId: "acceptQuote",
  lambda: "quote",
  method: "POST",
  path: "/v1/quotes/{quoteId}/accept",
  summary: "Accepts the exact revision that was shown; it becomes one order, whatever is clicked twice",
  auth: "member",
  who: actingBuyer,
  params,
  body: z.strictObject({
    revision: z.int().min(1),
    shippingAddress: ShippingAddress,
    termsVersion: z.string().max(20),
    poNumber: PoNumber.optional(),
  }),
  response: z.strictObject({ orderId: z.string(), orderNumber: z.string() }),
  status: 201,
});

export const declineQuote = route({
  operationId: "declineQuote",
  lambda: "quote",
  method: "POST",
  path: "/v1/quotes/{quoteId}/decline",
  summary: "Says no, with a reason when the buyer wants to give one",
  auth: "member",
  who: actingBuyer,
  params,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500).optional() }),
  response: z.strictObject({ quoteId: z.string(), status: Status }),
});
