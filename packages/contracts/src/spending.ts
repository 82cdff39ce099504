import { id } from "@sleekapp/core/kernel/id";
import { Settings, Subject, Words } from "@sleekapp/core/spending/model";
import { ApprovalView, SpendingView } from "@sleekapp/core/spending/view";
import * as z from "zod";
import { actingBuyer, anyBuyer, route } from "./route.ts";

export const getSpending = route({
  operationId: "getSpending",
  lambda: "quote",
  method: "GET",
  path: "/v1/spending",
  summary: "What the caller's organisation lets its people order, and how the caller stands by the limits that hold for them",
  auth: "member",
  who: anyBuyer,
  response: SpendingView,
});

export const setSpending = route({
  operationId: "setSpending",
  lambda: "quote",
  method: "PUT",
  path: "/v1/spending",
  summary: "Sets the limits, who approves beside the owner, and whether a purchase order number is needed; from the next order on",
  auth: "member",
  who: ["buyer.owner"],
  body: Settings.extend({ version: z.int().min(0) }),
  response: SpendingView,
  limits: [{ per: "user", max: 60, seconds: 3_600 }],
});

export const listApprovals = route({
  operationId: "listApprovals",
  lambda: "quote",
  method: "GET",
  path: "/v1/approvals",
  summary: "The newest fifty orders that somebody of the organisation asked for, and what was said to them",
  auth: "member",
  who: anyBuyer,
  response: z.strictObject({ items: z.array(ApprovalView).readonly() }),
});

export const askApproval = route({
  operationId: "askApproval",
  lambda: "quote",
  method: "POST",
  path: "/v1/approvals",
  summary: "Asks for an order past the caller's limits: for exactly this revision, bid or pieces",
  auth: "member",
  who: actingBuyer,
  body: z.strictObject({ subject: Subject, note: Words.optional() }),
  response: z.strictObject({ approvalId: z.string(), state: z.literal("asked") }),
  status: 201,
  limits: [{ per: "user", max: 60, seconds: 3_600 }],
});

export const decideApproval = route({
  operationId: "decideApproval",
  lambda: "quote",
  method: "POST",
  path: "/v1/approvals/{approvalId}/decision",
  summary: "Approves or declines what a colleague asked for, as it was shown; never what one asked for oneself",
  auth: "member",
  who: actingBuyer,
  params: z.strictObject({ approvalId: id("approval") }),
  body: z.strictObject({ version: z.int().min(1), verdict: z.enum(["approved", "declined"]), note: Words.optional() }),
  response: z.strictObject({ approvalId: z.string(), state: z.enum(["approved", "declined"]) }),
});
