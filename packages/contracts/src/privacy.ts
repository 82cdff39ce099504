import { id } from "@sleekapp/core/kernel/id";
import { ExportView, PrivacyView } from "@sleekapp/core/privacy/model";
import * as z from "zod";
import { anyMember, route } from "./route.ts";

/** What is held on oneself is for oneself, and for nobody else. */
const own = { lambda: "identity", auth: "member", who: anyMember } as const;

export const getPrivacy = route({
  ...own,
  operationId: "getPrivacy",
  method: "GET",
  path: "/v1/me/privacy",
  summary: "The copies of the caller's data that were asked for, and what stands in the way of an erasure",
  response: PrivacyView,
});

export const askExport = route({
  ...own,
  operationId: "askExport",
  method: "POST",
  path: "/v1/me/exports",
  summary: "Has a copy made of everything that is held on the caller; a mail says when it is ready",
  response: ExportView,
  status: 202,
  limits: [{ per: "user", max: 5, seconds: 86_400 }],
});

export const getExportDocument = route({
  ...own,
  operationId: "getExportDocument",
  method: "GET",
  path: "/v1/me/exports/{exportId}/document",
  summary: "A link to the file of a copy, for five minutes",
  params: z.strictObject({ exportId: id("export") }),
  response: z.strictObject({ url: z.string() }),
});

export const askErasure = route({
  ...own,
  operationId: "askErasure",
  method: "POST",
  path: "/v1/me/erasure",
  summary: "Has the caller forgotten for good; soon after signing in, and with no order open",
  body: z.strictObject({ email: z.string().max(254) }),
  response: z.strictObject({ askedAt: z.string() }),
  status: 202,
  limits: [{ per: "user", max: 10, seconds: 3_600 }],
});
