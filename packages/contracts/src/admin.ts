import { OrgCard, OrgPeople, PersonView, SuspendedPerson } from "@sleekapp/core/account/model";
import { PageQuery, pageOf } from "@sleekapp/core/kernel/page";
import { GrantView, StaffView } from "@sleekapp/core/staff/model";
import * as z from "zod";
import { route } from "./route.ts";

const admins = { lambda: "identity", auth: "member", who: ["admin"] } as const;

const ByUser = z.strictObject({ userId: z.string().max(60) });

export const listOrganisations = route({
  ...admins,
  operationId: "listOrganisations",
  method: "GET",
  path: "/v1/admin/organisations",
  summary: "Organisations of one kind, newest first",
  query: PageQuery.extend({ kind: z.enum(["buyer", "supplier"]).optional() }),
  response: pageOf(OrgCard),
});

export const getOrganisationPeople = route({
  ...admins,
  operationId: "getOrganisationPeople",
  method: "GET",
  path: "/v1/admin/organisations/{orgId}",
  summary: "One organisation with everybody who has a seat in it",
  params: z.strictObject({ orgId: z.string().max(60) }),
  response: OrgPeople,
});

export const findPerson = route({
  ...admins,
  operationId: "findPerson",
  method: "POST",
  path: "/v1/admin/people/find",
  summary: "The person with an address; it is asked for in the body, so that no log has it",
  body: z.strictObject({ email: z.email().max(254) }),
  response: PersonView,
  limits: [{ per: "user", max: 120, seconds: 3_600 }],
});

export const listSuspendedPeople = route({
  ...admins,
  operationId: "listSuspendedPeople",
  method: "GET",
  path: "/v1/admin/suspended-people",
  summary: "Everybody who is suspended, latest first",
  query: PageQuery,
  response: pageOf(SuspendedPerson),
});

export const getPerson = route({
  ...admins,
  operationId: "getPerson",
  method: "GET",
  path: "/v1/admin/people/{userId}",
  summary: "One person: where they belong and how they stand",
  params: ByUser,
  response: PersonView,
});

export const suspendPerson = route({
  ...admins,
  operationId: "suspendPerson",
  method: "POST",
  path: "/v1/admin/people/{userId}/suspend",
  summary: "Shuts a person out: refused at the next command, signed out everywhere",
  params: ByUser,
  body: z.strictObject({ reason: z.string().trim().min(10).max(1_000) }),
  response: z.strictObject({ userId: z.string(), suspendedAt: z.string() }),
});

export const restorePerson = route({
  ...admins,
  operationId: "restorePerson",
  method: "POST",
  path: "/v1/admin/people/{userId}/restore",
  summary: "Lets a suspended person sign in again",
  params: ByUser,
  response: z.strictObject({ userId: z.string() }),
});

export const listStaff = route({
  ...admins,
  operationId: "listStaff",
  method: "GET",
  path: "/v1/admin/staff",
  summary: "The administrators, and the roles that wait for a second one to confirm them",
  response: StaffView,
});

export const askAdminGrant = route({
  ...admins,
  operationId: "askAdminGrant",
  method: "PUT",
  path: "/v1/admin/staff/{userId}/grant",
  summary: "Asks for the administrator's role for a person; another administrator has to confirm within a day",
  params: ByUser,
  response: GrantView,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});

export const confirmAdminGrant = route({
  ...admins,
  operationId: "confirmAdminGrant",
  method: "POST",
  path: "/v1/admin/staff/{userId}/grant/confirm",
  summary: "Gives a person the role that another administrator has asked for",
  params: ByUser,
  response: z.strictObject({ userId: z.string() }),
});

export const callOffAdminGrant = route({
  ...admins,
  operationId: "callOffAdminGrant",
  method: "DELETE",
  path: "/v1/admin/staff/{userId}/grant",
  summary: "Calls a request for the role off",
  params: ByUser,
  response: z.strictObject({ userId: z.string() }),
});

export const withdrawAdmin = route({
  ...admins,
  operationId: "withdrawAdmin",
  method: "DELETE",
  path: "/v1/admin/staff/{userId}",
  summary: "Takes the role from an administrator, or gives one's own back; the last one keeps it",
  params: ByUser,
  response: z.strictObject({ userId: z.string() }),
});
