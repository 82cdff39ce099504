import { CalendarDate } from "@sleekapp/core/kernel/calendar";
import { id } from "@sleekapp/core/kernel/id";
import { PageQuery, pageOf } from "@sleekapp/core/kernel/page";
import { Reply, Scores, State, Words } from "@sleekapp/core/rating/model";
import { OrderRating, PublicRatings, RatingView } from "@sleekapp/core/rating/view";
import { PaperKind, PaperName } from "@sleekapp/core/supplier/model";
import { FiguresView, SupplierProfile, SupplierView } from "@sleekapp/core/supplier/view";
import { PaperType, SlotView, UploadView } from "@sleekapp/core/upload/model";
import * as z from "zod";
import { actingBuyer, actingSupplier, anyBuyer, route } from "./route.ts";

const slug = z.strictObject({ supplierSlug: z.string().max(120) });

export const getSupplierProfile = route({
  operationId: "getSupplierProfile",
  lambda: "catalog",
  method: "GET",
  path: "/v1/public/suppliers/{supplierSlug}",
  summary: "A verified supplier's public page, with certificates marked where they have expired",
  auth: "public",
  who: ["visitor"],
  params: slug,
  response: SupplierProfile,
  sharedSeconds: 5,
});

export const listSupplierRatings = route({
  operationId: "listSupplierRatings",
  lambda: "catalog",
  method: "GET",
  path: "/v1/public/suppliers/{supplierSlug}/ratings",
  summary: "What buyers of completed orders said of a verified supplier",
  auth: "public",
  who: ["visitor"],
  params: slug,
  query: PageQuery,
  response: PublicRatings,
  sharedSeconds: 5,
});

export const getMyFigures = route({
  operationId: "getMyFigures",
  lambda: "identity",
  method: "GET",
  path: "/v1/supplier/figures",
  summary: "The caller's own scorecard, and the capacity of the coming weeks",
  auth: "member",
  who: actingSupplier,
  response: FiguresView,
});

export const setCapacityWeek = route({
  operationId: "setCapacityWeek",
  lambda: "identity",
  method: "PUT",
  path: "/v1/supplier/capacity/{weekOn}",
  summary: "Sets how many pieces a coming week has room for; what orders have booked stays",
  auth: "member",
  who: actingSupplier,
  params: z.strictObject({ weekOn: CalendarDate }),
  body: z.strictObject({ pieces: z.int().min(0).max(1_000_000) }),
  response: FiguresView,
});

export const getSupplierFigures = route({
  operationId: "getSupplierFigures",
  lambda: "identity",
  method: "GET",
  path: "/v1/admin/suppliers/{orgId}/figures",
  summary: "A supplier's scorecard and capacity, for the platform",
  auth: "member",
  who: ["admin"],
  params: z.strictObject({ orgId: z.string().max(60) }),
  response: FiguresView,
});

const ofOrder = z.strictObject({ orderId: id("order") });

export const getRating = route({
  operationId: "getRating",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/rating",
  summary: "The rating of an order, and whether the caller can give or answer it",
  auth: "member",
  who: [...anyBuyer, ...actingSupplier, "admin"],
  params: ofOrder,
  response: OrderRating,
});

export const giveRating = route({
  operationId: "giveRating",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/rating",
  summary: "Rates a completed order, once",
  auth: "member",
  who: actingBuyer,
  params: ofOrder,
  body: z.strictObject({ scores: Scores, words: Words.optional() }),
  response: RatingView,
  status: 201,
});

export const replyToRating = route({
  operationId: "replyToRating",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/rating/reply",
  summary: "Answers a rating, once",
  auth: "member",
  who: actingSupplier,
  params: ofOrder,
  body: z.strictObject({ reply: Reply }),
  response: RatingView,
});

export const listRatings = route({
  operationId: "listRatings",
  lambda: "order",
  method: "GET",
  path: "/v1/admin/ratings",
  summary: "Ratings by where their words stand, longest waiting first",
  auth: "member",
  who: ["admin"],
  query: PageQuery.extend({ state: State.optional() }),
  response: pageOf(RatingView),
});

const moderate = (name: "show" | "hide", summary: string) =>
  route({
    operationId: `${name}Rating`,
    lambda: "order",
    method: "POST",
    path: `/v1/admin/ratings/{orderId}/${name}`,
    summary,
    auth: "member",
    who: ["admin"],
    params: ofOrder,
    response: RatingView,
  });

export const showRating = moderate("show", "Shows the words of a rating that have been read");
export const hideRating = moderate("hide", "Keeps the words of a rating back; its scores count as before");

const byUpload = z.strictObject({ uploadId: id("upload") });

export const askPaper = route({
  operationId: "askPaper",
  lambda: "identity",
  method: "POST",
  path: "/v1/supplier/papers",
  summary: "A slot for a paper or a factory photo, sent straight to private storage",
  auth: "member",
  who: actingSupplier,
  body: z.strictObject({ kind: PaperKind, type: PaperType }),
  response: SlotView,
  status: 201,
  limits: [{ per: "user", max: 60, seconds: 3_600 }],
});

const paper = { lambda: "identity", auth: "member", who: actingSupplier, params: byUpload } as const;

export const getPaper = route({
  ...paper,
  operationId: "getPaper",
  method: "GET",
  path: "/v1/supplier/papers/{uploadId}",
  summary: "Whether a paper that was sent has been checked",
  response: UploadView,
});

export const addPaper = route({
  ...paper,
  operationId: "addPaper",
  method: "PUT",
  path: "/v1/supplier/papers/{uploadId}",
  summary: "Puts a checked paper into the application",
  body: z.strictObject({ kind: PaperKind, name: PaperName }),
  response: SupplierView,
});

export const removePaper = route({
  ...paper,
  operationId: "removePaper",
  method: "DELETE",
  path: "/v1/supplier/papers/{uploadId}",
  summary: "Takes a paper out of the application",
  response: SupplierView,
});

const PaperLink = z.strictObject({ url: z.string() });

export const getPaperLink = route({
  ...paper,
  operationId: "getPaperLink",
  method: "GET",
  path: "/v1/supplier/papers/{uploadId}/link",
  summary: "A link to one of the caller's own papers, for five minutes",
  response: PaperLink,
});

export const openPaper = route({
  operationId: "openPaper",
  lambda: "identity",
  method: "POST",
  path: "/v1/admin/suppliers/{orgId}/papers/{uploadId}/open",
  summary: "A link to a supplier's paper for five minutes; who opened which is on record",
  auth: "member",
  who: ["admin"],
  params: byUpload.extend({ orgId: z.string().max(60) }),
  response: PaperLink,
});
