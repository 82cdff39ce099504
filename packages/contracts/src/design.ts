import { JobView } from "@sleekapp/core/ai-job/model";
import { DesignView, DesignWords, ShownDesignView } from "@sleekapp/core/design/model";
import { id } from "@sleekapp/core/kernel/id";
import { PageQuery, pageOf } from "@sleekapp/core/kernel/page";
import { ImageType, SlotView, UploadView } from "@sleekapp/core/upload/model";
import * as z from "zod";
import { actingBuyer, anyBuyer, anyMember, route } from "./route.ts";

const shared = { lambda: "assistant", auth: "member" } as const;
const params = z.strictObject({ designId: id("design") });

export const askDesign = route({
  ...shared,
  operationId: "askDesign",
  method: "POST",
  path: "/v1/designs",
  summary: "Has a design drawn from words, a garment and its colours; the job says how far it is",
  who: actingBuyer,
  body: DesignWords,
  response: JobView,
  status: 202,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});

export const askDesignUpload = route({
  ...shared,
  operationId: "askDesignUpload",
  method: "POST",
  path: "/v1/designs/uploads",
  summary: "A slot for a picture of a design of one's own",
  who: actingBuyer,
  body: z.strictObject({ type: ImageType }),
  response: SlotView,
  status: 201,
  limits: [{ per: "user", max: 60, seconds: 3_600 }],
});

export const getDesignUpload = route({
  ...shared,
  operationId: "getDesignUpload",
  method: "GET",
  path: "/v1/designs/uploads/{uploadId}",
  summary: "Whether a picture of a design has been checked yet, and what was wrong with it",
  who: anyBuyer,
  params: z.strictObject({ uploadId: id("upload") }),
  response: UploadView,
});

export const listDesigns = route({
  ...shared,
  operationId: "listDesigns",
  method: "GET",
  path: "/v1/designs",
  summary: "The designs of the caller's organisation, newest first, each with a link that opens its picture for five minutes",
  who: anyBuyer,
  query: PageQuery,
  response: pageOf(DesignView),
});

export const getDesign = route({
  ...shared,
  operationId: "getDesign",
  method: "GET",
  path: "/v1/designs/{designId}",
  summary: "One design, with a link that opens its picture for five minutes",
  who: anyBuyer,
  params,
  response: DesignView,
});

export const askDesignAnalysis = route({
  ...shared,
  operationId: "askDesignAnalysis",
  method: "POST",
  path: "/v1/designs/{designId}/analysis",
  summary: "Has the picture of a design read into garment, making, pattern, print, colours and techniques; the job holds the result",
  who: actingBuyer,
  params,
  response: JobView,
  status: 202,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});

export const deleteDesign = route({
  ...shared,
  operationId: "deleteDesign",
  method: "DELETE",
  path: "/v1/designs/{designId}",
  summary: "Deletes a design that no quote shows",
  who: actingBuyer,
  params,
  response: z.strictObject({ designId: z.string() }),
});

export const getQuoteDesign = route({
  ...shared,
  operationId: "getQuoteDesign",
  lambda: "quote",
  method: "GET",
  path: "/v1/quotes/{quoteId}/design",
  summary: "The design that a quote shows, where it has one, with a link that opens its picture for five minutes",
  who: [...anyBuyer, "admin"],
  params: z.strictObject({ quoteId: id("quote") }),
  response: ShownDesignView,
});

export const setQuoteDesign = route({
  ...shared,
  operationId: "setQuoteDesign",
  lambda: "quote",
  method: "PUT",
  path: "/v1/quotes/{quoteId}/design",
  summary: "Shows a design of one's own with a quote that can still be accepted, another in its place, or none",
  who: actingBuyer,
  params: z.strictObject({ quoteId: id("quote") }),
  body: z.strictObject({ designId: id("design").nullable() }),
  response: z.strictObject({ quoteId: z.string(), designId: z.string().nullable() }),
});

export const getOrderDesign = route({
  ...shared,
  operationId: "getOrderDesign",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/design",
  summary: "The design that the order's quote showed when it was accepted, for everybody who works on it",
  who: anyMember,
  params: z.strictObject({ orderId: id("order") }),
  response: ShownDesignView,
});
