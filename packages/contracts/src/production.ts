import { CalendarDate } from "@sleekapp/core/kernel/calendar";
import { id } from "@sleekapp/core/kernel/id";
import { Finding, Limits } from "@sleekapp/core/inspection/rules";
import { Status } from "@sleekapp/core/order/model";
import { ForecastView, ProgressView } from "@sleekapp/core/order/view";
import { ImageType, SlotView, UploadView } from "@sleekapp/core/upload/model";
import * as z from "zod";
import { actingBuyer, actingSupplier, anyMember, anySupplier, route } from "./route.ts";

const params = z.strictObject({ orderId: id("order") });
const moved = z.strictObject({ orderId: z.string(), status: Status });

export const getOrderProgress = route({
  operationId: "getOrderProgress",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/progress",
  summary: "What the floor reported and what inspections found, newest first, with links to photos that last five minutes",
  auth: "member",
  who: anyMember,
  params,
  response: ProgressView,
});

export const getOrderForecast = route({
  operationId: "getOrderForecast",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/forecast",
  summary: "When the order is likely done, with the range of four cases in five and the causes",
  auth: "member",
  who: anyMember,
  params,
  response: ForecastView,
});

export const askStagePhoto = route({
  operationId: "askStagePhoto",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/photos",
  summary: "A slot for one photo from the floor",
  auth: "member",
  who: anySupplier,
  params,
  body: z.strictObject({ type: ImageType }),
  response: SlotView,
  status: 201,
  limits: [{ per: "user", max: 120, seconds: 3_600 }],
});

export const getStagePhoto = route({
  operationId: "getStagePhoto",
  lambda: "order",
  method: "GET",
  path: "/v1/orders/{orderId}/photos/{uploadId}",
  summary: "Whether a photo has been checked yet",
  auth: "member",
  who: anySupplier,
  params: params.extend({ uploadId: id("upload") }),
  response: UploadView,
});

export const reportStage = route({
  operationId: "reportStage",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/stages/{position}/reports",
  summary: "Reports how far a stage is, with a note and checked photos",
  auth: "member",
  who: anySupplier,
  params: params.extend({ position: z.coerce.number().int().min(1).max(30) }),
  body: z.strictObject({
    percent: z.int().min(0).max(100),
    note: z.string().trim().min(3).max(1_000).optional(),
    photos: z.array(id("upload")).max(6).optional(),
  }),
  response: moved.extend({ percent: z.int(), updateId: z.string() }),
  status: 201,
});

export const reviseStage = route({
  operationId: "reviseStage",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/stages/{position}/day",
  summary: "Gives a stage another day, with the reason; what comes after it moves along",
  auth: "member",
  who: [...actingSupplier, "admin"],
  params: params.extend({ position: z.coerce.number().int().min(1).max(30) }),
  body: z.strictObject({ dueOn: CalendarDate, reason: z.string().trim().min(3).max(500) }),
  response: moved.extend({ promisedOn: z.string() }),
});

export const approveSample = route({
  operationId: "approveSample",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/sample/approve",
  summary: "Approves the finished sample, which opens the bulk",
  auth: "member",
  who: actingBuyer,
  params,
  response: moved,
});

export const finishProduction = route({
  operationId: "finishProduction",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/finish",
  summary: "Says that the goods are made and can be inspected",
  auth: "member",
  who: anySupplier,
  params,
  response: moved,
});

export const inspectOrder = route({
  operationId: "inspectOrder",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/inspections",
  summary: "Records an inspection by ISO 2859-1; the verdict follows from the lot size, the limits and what was found",
  auth: "member",
  who: [...actingSupplier, "admin"],
  params,
  body: z.strictObject({
    findings: z.array(Finding.extend({ photos: z.array(id("upload")).max(4).optional() })).max(40),
    limits: Limits.optional(),
    note: z.string().trim().min(3).max(1_000).optional(),
  }),
  response: moved,
  status: 201,
});

export const decideLot = route({
  operationId: "decideLot",
  lambda: "order",
  method: "POST",
  path: "/v1/orders/{orderId}/inspections/{inspectionId}/decision",
  summary: "Takes a lot that missed its limits by a few minor defects, or has it mended",
  auth: "member",
  who: actingBuyer,
  params: params.extend({ inspectionId: id("inspection") }),
  body: z.strictObject({ takes: z.boolean() }),
  response: moved,
});
