import { id } from "@sleekapp/core/kernel/id";
import { FileName } from "@sleekapp/core/quote/model";
import { FileList } from "@sleekapp/core/quote/view";
import { FileType, SlotView } from "@sleekapp/core/upload/model";
import * as z from "zod";
import { actingBuyer, actingSupplier, anyBuyer, anyMember, route } from "./route.ts";

const quoteId = id("quote");
const uploadId = id("upload");
const one = z.strictObject({ quoteId });
const file = z.strictObject({ quoteId, uploadId });
const body = z.strictObject({ name: FileName, type: FileType });
const Link = z.strictObject({ url: z.string() });
const Gone = z.strictObject({ uploadId: z.string() });
const member = { lambda: "quote", auth: "member" } as const;
const guest = { lambda: "quote", auth: "guest", who: ["guest"], credentials: ["x-claim"] } as const;
const often = [{ per: "address", max: 240, seconds: 60 }] as const;

export const listQuoteFiles = route({
  ...member,
  operationId: "listQuoteFiles",
  method: "GET",
  path: "/v1/quotes/{quoteId}/files",
  summary: "The files of a quote, with those that are being looked into",
  who: [...anyBuyer, "admin"],
  params: one,
  response: FileList,
});

export const askQuoteFile = route({
  ...member,
  operationId: "askQuoteFile",
  method: "POST",
  path: "/v1/quotes/{quoteId}/files",
  summary: "A slot for one file of a quote, sent straight to private storage",
  who: actingBuyer,
  params: one,
  body,
  response: SlotView,
  status: 201,
  limits: [{ per: "user", max: 60, seconds: 3_600 }],
});

export const removeQuoteFile = route({
  ...member,
  operationId: "removeQuoteFile",
  method: "DELETE",
  path: "/v1/quotes/{quoteId}/files/{uploadId}",
  summary: "Takes a file out while the quote can be answered",
  who: actingBuyer,
  params: file,
  response: Gone,
});

export const getQuoteFileLink = route({
  ...member,
  operationId: "getQuoteFileLink",
  method: "GET",
  path: "/v1/quotes/{quoteId}/files/{uploadId}/link",
  summary: "A link to a file of a quote, for five minutes",
  who: [...anyBuyer, "admin"],
  params: file,
  response: Link,
});

export const listGuestQuoteFiles = route({
  ...guest,
  operationId: "listGuestQuoteFiles",
  method: "GET",
  path: "/v1/guest/quotes/{quoteId}/files",
  summary: "The files of a guest's quote, for whoever holds its secret",
  params: one,
  response: FileList,
  limits: often,
});

export const askGuestQuoteFile = route({
  ...guest,
  operationId: "askGuestQuoteFile",
  method: "POST",
  path: "/v1/guest/quotes/{quoteId}/files",
  summary: "A slot for one file of a guest's quote",
  params: one,
  body,
  response: SlotView,
  status: 201,
  limits: [{ per: "address", max: 60, seconds: 3_600 }],
});

export const removeGuestQuoteFile = route({
  ...guest,
  operationId: "removeGuestQuoteFile",
  method: "DELETE",
  path: "/v1/guest/quotes/{quoteId}/files/{uploadId}",
  summary: "Takes a file out of a guest's quote",
  params: file,
  response: Gone,
  limits: often,
});

export const getGuestQuoteFileLink = route({
  ...guest,
  operationId: "getGuestQuoteFileLink",
  method: "GET",
  path: "/v1/guest/quotes/{quoteId}/files/{uploadId}/link",
  summary: "A link to a file of a guest's quote, for five minutes",
  params: file,
  response: Link,
  limits: often,
});

export const listDraftFiles = route({
  ...guest,
  operationId: "listDraftFiles",
  method: "GET",
  path: "/v1/guest/quote-drafts/files",
  summary: "The files of a quote that is being written, for whoever holds its secret",
  who: ["visitor", "guest"],
  response: FileList,
  limits: often,
});

export const askDraftFile = route({
  ...guest,
  operationId: "askDraftFile",
  method: "POST",
  path: "/v1/guest/quote-drafts/files",
  summary: "A slot for one file of a quote that is being written",
  who: ["visitor", "guest"],
  body,
  response: SlotView,
  status: 201,
  limits: [{ per: "address", max: 60, seconds: 3_600 }],
});

export const removeDraftFile = route({
  ...guest,
  operationId: "removeDraftFile",
  method: "DELETE",
  path: "/v1/guest/quote-drafts/files/{uploadId}",
  summary: "Takes a file out of a quote that is being written",
  who: ["visitor", "guest"],
  params: z.strictObject({ uploadId }),
  response: Gone,
  limits: often,
});

export const listRequestFiles = route({
  ...member,
  operationId: "listRequestFiles",
  method: "GET",
  path: "/v1/requests/{rfqId}/files",
  summary: "The files that the buyer chose to send along with a request for bids",
  who: actingSupplier,
  params: z.strictObject({ rfqId: id("rfq") }),
  response: FileList,
});

export const getRequestFileLink = route({
  ...member,
  operationId: "getRequestFileLink",
  method: "GET",
  path: "/v1/requests/{rfqId}/files/{uploadId}/link",
  summary: "A link to one of them, for five minutes",
  who: actingSupplier,
  params: z.strictObject({ rfqId: id("rfq"), uploadId }),
  response: Link,
});

export const listOrderFiles = route({
  ...member,
  operationId: "listOrderFiles",
  method: "GET",
  path: "/v1/orders/{orderId}/files",
  summary: "The files that an order is made by, for its buyer and whoever has taken it",
  who: anyMember,
  params: z.strictObject({ orderId: id("order") }),
  response: FileList,
});

export const getOrderFileLink = route({
  ...member,
  operationId: "getOrderFileLink",
  method: "GET",
  path: "/v1/orders/{orderId}/files/{uploadId}/link",
  summary: "A link to one of them, for five minutes",
  who: anyMember,
  params: z.strictObject({ orderId: id("order"), uploadId }),
  response: Link,
});

const Asked = z.strictObject({ state: z.enum(["ready", "waiting"]) });
/** Nothing while the PDF is being made. */
const Made = z.strictObject({ url: z.string().optional() });

export const askQuoteDocument = route({
  ...member,
  operationId: "askQuoteDocument",
  method: "POST",
  path: "/v1/quotes/{quoteId}/document",
  summary: "Has the PDF of the revision in force made, unless it is there",
  who: [...anyBuyer, "admin"],
  params: one,
  response: Asked,
  status: 202,
  limits: [{ per: "user", max: 60, seconds: 3_600 }],
});

export const getQuoteDocument = route({
  ...member,
  operationId: "getQuoteDocument",
  method: "GET",
  path: "/v1/quotes/{quoteId}/document",
  summary: "A link to the PDF of the revision in force, for five minutes",
  who: [...anyBuyer, "admin"],
  params: one,
  response: Made,
});

export const askGuestQuoteDocument = route({
  ...guest,
  operationId: "askGuestQuoteDocument",
  method: "POST",
  path: "/v1/guest/quotes/{quoteId}/document",
  summary: "Has the PDF of a guest's quote made",
  params: one,
  response: Asked,
  status: 202,
  limits: [{ per: "address", max: 60, seconds: 3_600 }],
});

export const getGuestQuoteDocument = route({
  ...guest,
  operationId: "getGuestQuoteDocument",
  method: "GET",
  path: "/v1/guest/quotes/{quoteId}/document",
  summary: "A link to the PDF of a guest's quote, for five minutes",
  params: one,
  response: Made,
  limits: often,
});
