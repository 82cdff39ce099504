import { id } from "@sleekapp/core/kernel/id";
import { PageQuery, pageOf } from "@sleekapp/core/kernel/page";
import { Draft, DraftField, FeeBps, MAX_PICTURES, Status, Words } from "@sleekapp/core/product/model";
import { HistoryEntry, ProductDraftView, ProductPage, ProductRow } from "@sleekapp/core/product/view";
import { Query } from "@sleekapp/core/search/model";
import { FoundPage } from "@sleekapp/core/search/view";
import { ImageType, SlotView, UploadView } from "@sleekapp/core/upload/model";
import * as z from "zod";
import { actingSupplier, route } from "./route.ts";

const params = z.strictObject({ productId: id("product") });

export const searchProducts = route({
  operationId: "searchProducts",
  lambda: "catalog",
  method: "GET",
  path: "/v1/public/products",
  summary: "Approved listings by text, facets and ranges, with true counts",
  auth: "public",
  who: ["visitor"],
  query: Query,
  response: FoundPage,
  sharedSeconds: 5,
});

export const getProduct = route({
  operationId: "getProduct",
  lambda: "catalog",
  method: "GET",
  path: "/v1/public/products/{slug}",
  summary: "One listing's public page",
  auth: "public",
  who: ["visitor"],
  params: z.strictObject({ slug: z.string().max(120) }),
  response: ProductPage,
  sharedSeconds: 5,
});

export const listMyProducts = route({
  operationId: "listMyProducts",
  lambda: "catalog",
  method: "GET",
  path: "/v1/products",
  summary: "A supplier's own listings, of one status or of all, newest first; for admins those of one status, longest waiting first",
  auth: "member",
  who: [...actingSupplier, "admin"],
  query: PageQuery.extend({ status: Status.optional() }),
  response: pageOf(ProductRow),
});

export const createProduct = route({
  operationId: "createProduct",
  lambda: "catalog",
  method: "POST",
  path: "/v1/products",
  summary: "Starts a listing; anything may be missing until it is handed in",
  auth: "member",
  who: actingSupplier,
  body: z.strictObject({ draft: Draft }),
  response: z.strictObject({ productId: z.string() }),
  status: 201,
  limits: [{ per: "user", max: 300, seconds: 3_600 }],
});

export const getMyProduct = route({
  operationId: "getMyProduct",
  lambda: "catalog",
  method: "GET",
  path: "/v1/products/{productId}",
  summary: "One listing for its supplier or the platform, draft or not",
  auth: "member",
  who: [...actingSupplier, "admin"],
  params,
  response: ProductDraftView,
});

export const updateProduct = route({
  operationId: "updateProduct",
  lambda: "catalog",
  method: "PATCH",
  path: "/v1/products/{productId}",
  summary: "Saves what was written and takes out what was cleared; of a live listing in a revision, beside which it stays live",
  auth: "member",
  who: actingSupplier,
  params,
  body: z.strictObject({ draft: Draft, clear: z.array(DraftField).max(40).optional() }),
  response: ProductDraftView,
});

export const askProductPicture = route({
  operationId: "askProductPicture",
  lambda: "catalog",
  method: "POST",
  path: "/v1/products/{productId}/pictures",
  summary: "A slot for one more picture",
  auth: "member",
  who: actingSupplier,
  params,
  body: z.strictObject({ type: ImageType }),
  response: SlotView,
  status: 201,
  limits: [{ per: "user", max: 240, seconds: 3_600 }],
});

export const getProductPicture = route({
  operationId: "getProductPicture",
  lambda: "catalog",
  method: "GET",
  path: "/v1/products/{productId}/pictures/{uploadId}",
  summary: "Whether a picture has been checked yet",
  auth: "member",
  who: actingSupplier,
  params: params.extend({ uploadId: id("upload") }),
  response: UploadView,
});

export const setProductPictures = route({
  operationId: "setProductPictures",
  lambda: "catalog",
  method: "PUT",
  path: "/v1/products/{productId}/pictures",
  summary: "Sets the pictures of a listing, in order and with what each one shows",
  auth: "member",
  who: actingSupplier,
  params,
  body: z.strictObject({ pictures: z.array(z.strictObject({ uploadId: id("upload"), alt: z.string().trim().max(200) })).max(MAX_PICTURES) }),
  response: ProductDraftView,
});

export const describeProductPictures = route({
  operationId: "describeProductPictures",
  lambda: "catalog",
  method: "PATCH",
  path: "/v1/products/{productId}/pictures",
  summary: "Says what some pictures of a listing show; the others and their order stay",
  auth: "member",
  who: actingSupplier,
  params,
  body: z.strictObject({ words: z.array(Words).min(1).max(MAX_PICTURES) }),
  response: ProductDraftView,
});

export const getProductHistory = route({
  operationId: "getProductHistory",
  lambda: "catalog",
  method: "GET",
  path: "/v1/products/{productId}/history",
  summary: "What was handed in, decided and why, newest first, with what then differed from what was live",
  auth: "member",
  who: [...actingSupplier, "admin"],
  params,
  response: z.strictObject({ items: z.array(HistoryEntry) }),
});

export const askProductCopy = route({
  operationId: "askProductCopy",
  lambda: "catalog",
  method: "POST",
  path: "/v1/products/{productId}/copy",
  summary: "Has words suggested from what is stored of a product; they stand beside the listing when they have been written",
  auth: "member",
  who: actingSupplier,
  params,
  response: ProductDraftView,
  status: 202,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});

export const discardProductRevision = route({
  operationId: "discardProductRevision",
  lambda: "catalog",
  method: "DELETE",
  path: "/v1/products/{productId}/revision",
  summary: "Drops what was changed since a live listing was approved",
  auth: "member",
  who: actingSupplier,
  params,
  response: ProductDraftView,
});

const step = (name: "submit" | "withdraw" | "pause" | "resume" | "archive" | "restore", summary: string) =>
  route({
    operationId: `${name}Product`,
    lambda: "catalog",
    method: "POST",
    path: `/v1/products/{productId}/${name}`,
    summary,
    auth: "member",
    who: actingSupplier,
    params,
    response: ProductDraftView,
  });

export const submitProduct = step("submit", "Hands a listing, or the revision of a live one, in for approval");
export const duplicateProduct = route({
  operationId: "duplicateProduct",
  lambda: "catalog",
  method: "POST",
  path: "/v1/products/{productId}/duplicate",
  summary: "Starts a listing from what another of the caller's says, with its pictures and without its stock keeping units",
  auth: "member",
  who: actingSupplier,
  params,
  response: z.strictObject({ productId: z.string() }),
  status: 201,
});

export const withdrawProduct = step("withdraw", "Takes a listing, or the revision of a live one, back from review");
export const pauseProduct = step("pause", "Takes a listing out of the catalogue for a while");
export const resumeProduct = step("resume", "Puts a paused listing back into the catalogue as it was");
export const archiveProduct = step("archive", "Puts a listing away");
export const restoreProduct = step("restore", "Takes a listing out of the archive");

export const approveProduct = route({
  operationId: "approveProduct",
  lambda: "catalog",
  method: "POST",
  path: "/v1/admin/products/{productId}/approve",
  summary: "Puts a listing into the catalogue, or a revision in place of what is live; refused when it is not the version that was seen",
  auth: "member",
  who: ["admin"],
  params,
  body: z.strictObject({ version: z.int().optional() }),
  response: ProductDraftView,
});

export const featureProduct = route({
  operationId: "featureProduct",
  lambda: "catalog",
  method: "PUT",
  path: "/v1/admin/products/{productId}/featured",
  summary: "Has the home page show a live listing up to a day, or not any more",
  auth: "member",
  who: ["admin"],
  params,
  body: z.strictObject({ until: z.iso.date().nullable() }),
  response: ProductDraftView,
});

export const setProductFee = route({
  operationId: "setProductFee",
  lambda: "catalog",
  method: "PUT",
  path: "/v1/admin/products/{productId}/fee",
  summary: "Sets the platform's share of one listing, in basis points of the supplier's price",
  auth: "member",
  who: ["admin"],
  params,
  body: z.strictObject({ feeBps: FeeBps, version: z.int().optional() }),
  response: ProductDraftView,
});

export const turnDownProduct = route({
  operationId: "turnDownProduct",
  lambda: "catalog",
  method: "POST",
  path: "/v1/admin/products/{productId}/turn-down",
  summary: "Sends a listing back with what has to change, or refuses it for good",
  auth: "member",
  who: ["admin"],
  params,
  body: z.strictObject({ reason: z.string().trim().min(10).max(1_000), final: z.boolean().optional(), version: z.int().optional() }),
  response: ProductDraftView,
});
