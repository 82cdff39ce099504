import { Day, EntryView, Report } from "@sleekapp/core/audit/model";
import { PageQuery, pageOf } from "@sleekapp/core/kernel/page";
import { LimitView, SecurityEvent, Severity } from "@sleekapp/core/security/model";
import * as z from "zod";
import { route } from "./route.ts";

const Name = z.string().trim().min(1).max(120).optional();

export const listAudit = route({
  operationId: "listAudit",
  lambda: "insight",
  method: "GET",
  path: "/v1/admin/audit",
  summary: "Who did what to which record, newest first: of a day, a person, a record or an action",
  auth: "member",
  who: ["admin"],
  query: PageQuery.extend({ day: Day.optional(), actorId: Name, subjectId: Name, action: Name }),
  response: pageOf(EntryView),
});

export const checkAudit = route({
  operationId: "checkAudit",
  lambda: "insight",
  method: "GET",
  path: "/v1/admin/audit/days/{day}",
  summary: "Checks the chain of a day against its rows and its locked copy, and names every row that was changed, deleted or inserted",
  auth: "member",
  who: ["admin"],
  params: z.strictObject({ day: Day }),
  response: Report,
  // It reads a whole day.
  limits: [{ per: "user", max: 10, seconds: 60 }],
});

export const listSecurityEvents = route({
  operationId: "listSecurityEvents",
  lambda: "insight",
  method: "GET",
  path: "/v1/admin/security/events",
  summary: "What may have been an attempt at something, newest first: of a day, or of one severity",
  auth: "member",
  who: ["admin"],
  query: PageQuery.extend({ day: Day.optional(), severity: Severity.optional() }),
  response: pageOf(SecurityEvent),
});

export const listLimits = route({
  operationId: "listLimits",
  lambda: "insight",
  method: "GET",
  path: "/v1/admin/security/limits",
  summary: "Every limit that a route declares, and who has met one today",
  auth: "member",
  who: ["admin"],
  response: z.strictObject({ limits: z.array(LimitView).readonly(), hits: z.array(SecurityEvent).readonly() }),
});
