import { CalendarDate } from "@sleekapp/core/kernel/calendar";
import { id } from "@sleekapp/core/kernel/id";
import { PageQuery } from "@sleekapp/core/kernel/page";
import { FollowUp, NoteText, Request, Stage, Temperature } from "@sleekapp/core/lead/model";
import { LeadPage, LeadView } from "@sleekapp/core/lead/view";
import { Brief } from "@sleekapp/core/pricing/model";
import * as z from "zod";
import { actingBuyer, route } from "./route.ts";

const params = z.strictObject({ leadId: id("lead") });
const work = { lambda: "quote", auth: "member", params, who: ["admin"] } as const;
const Answered = z.strictObject({ reference: z.string(), respondBy: z.string() });
const Changed = z.strictObject({ leadId: z.string(), version: z.int() });

export const submitGuestLead = route({
  operationId: "submitGuestLead",
  lambda: "quote",
  method: "POST",
  path: "/v1/guest/leads",
  summary: "Asks for a person, under a proven address; however often it is asked, it is one lead",
  auth: "guest",
  who: ["guest"],
  credentials: ["x-proof"],
  body: Request,
  response: Answered,
  status: 201,
  limits: [
    { per: "user", max: 20, seconds: 86_400 },
    { per: "address", max: 60, seconds: 86_400 },
  ],
});

export const submitLead = route({
  operationId: "submitLead",
  lambda: "quote",
  method: "POST",
  path: "/v1/leads",
  summary: "Asks for a person, for the caller's organisation",
  auth: "member",
  who: actingBuyer,
  body: Request,
  response: Answered,
  status: 201,
  limits: [{ per: "user", max: 10, seconds: 86_400 }],
});

export const stopLeadMails = route({
  operationId: "stopLeadMails",
  lambda: "quote",
  method: "POST",
  path: "/v1/guest/lead-mails/stop",
  summary: "Stops the follow-ups that the link in one of them names, without signing in",
  auth: "guest",
  who: ["visitor", "guest", "link"],
  body: z.strictObject({ token: z.string().min(20).max(300) }),
  response: z.strictObject({ stopped: z.literal(true) }),
  limits: [{ per: "address", max: 60, seconds: 3_600 }],
});

export const listLeads = route({
  operationId: "listLeads",
  lambda: "quote",
  method: "GET",
  path: "/v1/admin/leads",
  summary: "The leads of one stage, what happened last first",
  auth: "member",
  who: ["admin"],
  query: PageQuery.extend({ stage: Stage.optional() }),
  response: LeadPage,
});

export const getLead = route({
  ...work,
  operationId: "getLead",
  method: "GET",
  path: "/v1/admin/leads/{leadId}",
  summary: "One lead: who it is, what they asked, what has happened, and what the price book would say",
  response: LeadView,
});

export const changeLead = route({
  ...work,
  operationId: "changeLead",
  method: "PATCH",
  path: "/v1/admin/leads/{leadId}",
  summary: "Moves a lead in the pipeline; how warm it is, who looks after it, when it is looked at next",
  body: z.strictObject({
    version: z.int().min(1),
    stage: Stage.optional(),
    temperature: Temperature.optional(),
    isMine: z.boolean().optional(),
    nextOn: CalendarDate.nullable().optional(),
  }),
  response: Changed,
});

export const noteLead = route({
  ...work,
  operationId: "noteLead",
  method: "POST",
  path: "/v1/admin/leads/{leadId}/notes",
  summary: "Keeps what an administrator has learnt",
  body: z.strictObject({ text: NoteText }),
  response: Changed,
  status: 201,
});

export const followUpLead = route({
  ...work,
  operationId: "followUpLead",
  method: "POST",
  path: "/v1/admin/leads/{leadId}/follow-ups",
  summary: "Writes to them again from a template, once a day at most, with a link that stops it",
  body: z.strictObject({ template: FollowUp }),
  response: Changed,
  status: 201,
});

export const convertLead = route({
  ...work,
  operationId: "convertLead",
  method: "POST",
  path: "/v1/admin/leads/{leadId}/quote",
  summary: "Makes a quote for a lead by the price book; they get it by mail",
  body: z.strictObject({ version: z.int().min(1), brief: Brief }),
  response: Changed.extend({ quoteId: z.string().optional() }),
  status: 201,
});
