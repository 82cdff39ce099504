import { Offer, Quantity, Text } from "@sleekapp/core/inquiry/model";
import { InquiryPage, InquiryView } from "@sleekapp/core/inquiry/view";
import { id } from "@sleekapp/core/kernel/id";
import { PageQuery } from "@sleekapp/core/kernel/page";
import * as z from "zod";
import { actingBuyer, actingSupplier, anyBuyer, route } from "./route.ts";

const params = z.strictObject({ inquiryId: id("inquiry") });
const Said = z.strictObject({ inquiryId: z.string(), messageId: z.string() });
const hourly = (max: number) => [{ per: "user", max, seconds: 3_600 }] as const;
const thread = { lambda: "quote", auth: "member", params } as const;

export const askInquiry = route({
  operationId: "askInquiry",
  lambda: "quote",
  method: "POST",
  path: "/v1/inquiries",
  summary: "Asks a supplier about a listing, which opens a thread; contact details are taken out of what is written",
  auth: "member",
  who: actingBuyer,
  body: z.strictObject({ productId: id("product"), quantity: Quantity, text: Text }),
  response: z.strictObject({ inquiryId: z.string() }),
  status: 201,
  limits: hourly(20),
});

export const listInquiries = route({
  operationId: "listInquiries",
  lambda: "quote",
  method: "GET",
  path: "/v1/inquiries",
  summary: "The inquiries of the caller's organisation, asked or received, what was written to last first",
  auth: "member",
  who: [...anyBuyer, ...actingSupplier],
  query: PageQuery,
  response: InquiryPage,
});

export const getInquiry = route({
  ...thread,
  operationId: "getInquiry",
  method: "GET",
  path: "/v1/inquiries/{inquiryId}",
  summary: "One thread: what both sides said, with the prices that are the reader's to see",
  who: [...anyBuyer, ...actingSupplier, "admin"],
  response: InquiryView,
});

export const writeInquiry = route({
  ...thread,
  operationId: "writeInquiry",
  method: "POST",
  path: "/v1/inquiries/{inquiryId}/messages",
  summary: "Writes to the other side; contact details are taken out",
  who: [...actingBuyer, ...actingSupplier],
  body: z.strictObject({ text: Text }),
  response: Said,
  status: 201,
  limits: hourly(120),
});

export const offerInquiry = route({
  ...thread,
  operationId: "offerInquiry",
  method: "POST",
  path: "/v1/inquiries/{inquiryId}/offers",
  summary: "The supplier's offer, in the place of the one before",
  who: actingSupplier,
  body: Offer.extend({ text: Text.optional() }),
  response: Said,
  status: 201,
  limits: hourly(60),
});

export const convertInquiry = route({
  ...thread,
  operationId: "convertInquiry",
  method: "POST",
  path: "/v1/inquiries/{inquiryId}/quote",
  summary: "Makes a quote of the exact offer that was shown; it is accepted like any other quote",
  who: actingBuyer,
  body: z.strictObject({ offerId: id("message") }),
  response: z.strictObject({ inquiryId: z.string(), quoteId: z.string() }),
  status: 201,
});

export const declineInquiry = route({
  ...thread,
  operationId: "declineInquiry",
  method: "POST",
  path: "/v1/inquiries/{inquiryId}/decline",
  summary: "Either side ends it, with a word or without",
  who: [...actingBuyer, ...actingSupplier],
  body: z.strictObject({ text: Text.optional() }),
  response: z.strictObject({ inquiryId: z.string(), messageId: z.string().optional() }),
});
