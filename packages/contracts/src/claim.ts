import { Decision, Kind, MAX_PHOTOS, Words } from "@sleekapp/core/claim/model";
import { ClaimView } from "@sleekapp/core/claim/view";
import { id } from "@sleekapp/core/kernel/id";
import { Status } from "@sleekapp/core/order/model";
import { ImageType, SlotView, UploadView } from "@sleekapp/core/upload/model";
import * as z from "zod";
import { actingBuyer, actingSupplier, anyBuyer, anyMember, route } from "./route.ts";

const params = z.strictObject({ orderId: id("order") });
const one = params.extend({ claimId: id("claim") });
const moved = z.strictObject({ orderId: z.string(), status: Status });

export const listClaims = route({
  operationId: "listClaims",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/claims",
  summary: "The claims of an order, newest first, with links to photos that last five minutes; amounts for the buyer and admins only",
  auth: "member",
  who: anyMember,
  params,
  response: z.strictObject({ items: z.array(ClaimView) }),
});

export const askClaimPhoto = route({
  operationId: "askClaimPhoto",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/claims/photos",
  summary: "A slot for one photo of what arrived",
  auth: "member",
  who: actingBuyer,
  params,
  body: z.strictObject({ type: ImageType }),
  response: SlotView,
  status: 201,
  limits: [{ per: "user", max: 60, seconds: 3_600 }],
});

export const getClaimPhoto = route({
  operationId: "getClaimPhoto",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/claims/photos/{uploadId}",
  summary: "Whether a photo of a claim has been checked yet",
  auth: "member",
  who: anyBuyer,
  params: params.extend({ uploadId: id("upload") }),
  response: UploadView,
});

export const openClaim = route({
  operationId: "openClaim",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/claims",
  summary: "Claims what is wrong with a delivery, up to 14 days after it; the order is not completed meanwhile",
  auth: "member",
  who: actingBuyer,
  params,
  body: z.strictObject({ kind: Kind, pieces: z.int().min(1), words: Words, photos: z.array(id("upload")).max(MAX_PHOTOS).optional() }),
  response: moved.extend({ claimId: z.string() }),
  status: 201,
});

export const withdrawClaim = route({
  operationId: "withdrawClaim",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/claims/{claimId}/withdraw",
  summary: "Takes an open claim back",
  auth: "member",
  who: actingBuyer,
  params: one,
  response: moved,
});

export const answerClaim = route({
  operationId: "answerClaim",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/claims/{claimId}/answer",
  summary: "The supplier is heard on an open claim, once",
  auth: "member",
  who: actingSupplier,
  params: one,
  body: z.strictObject({ words: Words }),
  response: z.strictObject({ orderId: z.string(), claimId: z.string() }),
});

export const decideClaim = route({
  operationId: "decideClaim",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/claims/{claimId}/decision",
  summary: "Decides an open claim: made again until a day, an amount refunded, or turned down",
  auth: "member",
  who: ["admin"],
  params: one,
  body: z.strictObject({ decision: Decision }),
  response: moved,
});
