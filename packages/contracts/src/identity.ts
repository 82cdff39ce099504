import { Me, MemberView, OrgProfile, OrgView, Profile, SeatKind } from "@sleekapp/core/account/model";
import { InvitableKind, InvitationView } from "@sleekapp/core/invitation/model";
import { id } from "@sleekapp/core/kernel/id";
import { PageQuery, pageOf } from "@sleekapp/core/kernel/page";
import { Draft, Verification } from "@sleekapp/core/supplier/model";
import { SupplierCard, SupplierView } from "@sleekapp/core/supplier/view";
import * as z from "zod";
import { actingSupplier, anyBuyer, anyMember, anySupplier, route } from "./route.ts";

export const getMe = route({
  operationId: "getMe",
  lambda: "identity",
  method: "GET",
  path: "/v1/me",
  summary: "Who is signed in, for which organisation, and every seat they have",
  auth: "member",
  who: anyMember,
  response: Me,
});

export const updateMe = route({
  operationId: "updateMe",
  lambda: "identity",
  method: "PATCH",
  path: "/v1/me",
  summary: "Changes what the caller says about themselves: name, language, time zone, telephone",
  auth: "member",
  who: anyMember,
  body: Profile,
  response: z.strictObject({ name: z.string(), locale: z.string() }),
});

const office = [...anyBuyer, ...actingSupplier] as const;

export const chooseOrganisation = route({
  operationId: "chooseOrganisation",
  lambda: "identity",
  method: "POST",
  path: "/v1/account/active-org",
  summary: "Acts for another of the caller's organisations from the next token on",
  auth: "member",
  who: anyMember,
  body: z.strictObject({ orgId: z.string().max(60) }),
  response: z.strictObject({ orgId: z.string() }),
});

export const getOrganisation = route({
  operationId: "getOrganisation",
  lambda: "identity",
  method: "GET",
  path: "/v1/organisation",
  summary: "The caller's organisation",
  auth: "member",
  who: office,
  response: OrgView,
});

export const updateOrganisation = route({
  operationId: "updateOrganisation",
  lambda: "identity",
  method: "PATCH",
  path: "/v1/organisation",
  summary: "Changes the organisation's name, country, telephone and tax number",
  auth: "member",
  who: ["buyer.owner", "supplier.owner"],
  body: OrgProfile,
  response: OrgView,
});

export const listMembers = route({
  operationId: "listMembers",
  lambda: "identity",
  method: "GET",
  path: "/v1/members",
  summary: "Everybody with a seat in the caller's organisation",
  auth: "member",
  who: office,
  response: z.strictObject({ items: z.array(MemberView).readonly() }),
});

export const listInvitations = route({
  operationId: "listInvitations",
  lambda: "identity",
  method: "GET",
  path: "/v1/invitations",
  summary: "The organisation's invitations that are still open",
  auth: "member",
  who: office,
  response: z.strictObject({ items: z.array(InvitationView).readonly() }),
});

export const sendInvitation = route({
  operationId: "sendInvitation",
  lambda: "identity",
  method: "POST",
  path: "/v1/invitations",
  summary: "Offers a seat by mail; the secret in the mail works once, for a week",
  auth: "member",
  who: ["buyer.owner", "supplier.owner"],
  body: z.strictObject({ email: z.email().max(254), kind: InvitableKind }),
  response: InvitationView,
  status: 201,
  limits: [
    { per: "user", max: 30, seconds: 3_600 },
    // Nobody's mailbox is filled, however many owners would like to.
    { per: { body: "email" }, max: 10, seconds: 86_400 },
  ],
});

export const resendInvitation = route({
  operationId: "resendInvitation",
  lambda: "identity",
  method: "POST",
  path: "/v1/invitations/{invitationId}/resend",
  summary: "Mails the offer once more by a new link; the link before ends",
  auth: "member",
  who: ["buyer.owner", "supplier.owner"],
  params: z.strictObject({ invitationId: id("invitation") }),
  response: InvitationView,
  limits: [{ per: "user", max: 30, seconds: 3_600 }],
});

export const withdrawInvitation = route({
  operationId: "withdrawInvitation",
  lambda: "identity",
  method: "DELETE",
  path: "/v1/invitations/{invitationId}",
  summary: "Takes the offer back; the mailed link stops working",
  auth: "member",
  who: ["buyer.owner", "supplier.owner"],
  params: z.strictObject({ invitationId: id("invitation") }),
  response: z.strictObject({ invitationId: z.string() }),
});

export const takeInvitation = route({
  operationId: "takeInvitation",
  lambda: "identity",
  method: "POST",
  path: "/v1/invitations/take",
  summary: "Takes the seat that was offered to the caller's address",
  auth: "member",
  who: [...anyBuyer, ...anySupplier],
  body: z.strictObject({ token: z.string().min(20).max(100) }),
  response: z.strictObject({ orgId: z.string(), kind: InvitableKind }),
  limits: [{ per: "user", max: 20, seconds: 3_600 }],
});

export const removeMember = route({
  operationId: "removeMember",
  lambda: "identity",
  method: "DELETE",
  path: "/v1/members/{userId}",
  summary: "Takes a seat away; it ends at the person's next command",
  auth: "member",
  who: ["buyer.owner", "supplier.owner"],
  params: z.strictObject({ userId: z.string().max(60) }),
  response: z.strictObject({ userId: z.string() }),
});

export const changeMemberKind = route({
  operationId: "changeMemberKind",
  lambda: "identity",
  method: "PATCH",
  path: "/v1/members/{userId}",
  summary: "Gives a member another kind of seat, from their next command on",
  auth: "member",
  who: ["buyer.owner", "supplier.owner"],
  params: z.strictObject({ userId: z.string().max(60) }),
  body: z.strictObject({ kind: SeatKind }),
  response: z.strictObject({ userId: z.string(), kind: SeatKind }),
});

export const leaveOrganisation = route({
  operationId: "leaveOrganisation",
  lambda: "identity",
  method: "POST",
  path: "/v1/organisation/leave",
  summary: "Gives the caller's own seat back; an owner hands over first",
  auth: "member",
  who: [...anyBuyer, ...anySupplier],
  response: z.strictObject({ orgId: z.string() }),
});

export const handOverOrganisation = route({
  operationId: "handOverOrganisation",
  lambda: "identity",
  method: "POST",
  path: "/v1/members/{userId}/hand-over",
  summary: "Makes a member the owner in the caller's place",
  auth: "member",
  who: ["buyer.owner", "supplier.owner"],
  params: z.strictObject({ userId: z.string().max(60) }),
  response: z.strictObject({ userId: z.string() }),
});

export const getMySupplier = route({
  operationId: "getMySupplier",
  lambda: "identity",
  method: "GET",
  path: "/v1/supplier",
  summary: "The caller's own application, empty before the first save",
  auth: "member",
  who: actingSupplier,
  response: SupplierView,
});

export const saveMySupplier = route({
  operationId: "saveMySupplier",
  lambda: "identity",
  method: "PUT",
  path: "/v1/supplier",
  summary: "Saves the application as far as it is written",
  auth: "member",
  who: actingSupplier,
  body: z.strictObject({ application: Draft, version: z.int().min(0).optional() }),
  response: SupplierView,
});

export const submitMySupplier = route({
  operationId: "submitMySupplier",
  lambda: "identity",
  method: "POST",
  path: "/v1/supplier/submit",
  summary: "Hands the application in",
  auth: "member",
  who: actingSupplier,
  response: SupplierView,
});

export const withdrawMySupplier = route({
  operationId: "withdrawMySupplier",
  lambda: "identity",
  method: "POST",
  path: "/v1/supplier/withdraw",
  summary: "Takes an application back before it is answered, to correct it",
  auth: "member",
  who: actingSupplier,
  response: SupplierView,
});

const params = z.strictObject({ orgId: z.string().max(60) });
const reason = z.strictObject({ reason: z.string().trim().min(10).max(1_000) });

export const listSuppliers = route({
  operationId: "listSuppliers",
  lambda: "identity",
  method: "GET",
  path: "/v1/admin/suppliers",
  summary: "Suppliers of one status, longest waiting first",
  auth: "member",
  who: ["admin"],
  query: PageQuery.extend({ verification: Verification.optional() }),
  response: pageOf(SupplierCard),
});

export const getSupplier = route({
  operationId: "getSupplier",
  lambda: "identity",
  method: "GET",
  path: "/v1/admin/suppliers/{orgId}",
  summary: "One supplier's application",
  auth: "member",
  who: ["admin"],
  params,
  response: SupplierView,
});

export const verifySupplier = route({
  operationId: "verifySupplier",
  lambda: "identity",
  method: "POST",
  path: "/v1/admin/suppliers/{orgId}/verify",
  summary: "Vouches for a supplier: it may list, get offers and appear in public",
  auth: "member",
  who: ["admin"],
  params,
  response: SupplierView,
});

export const rejectSupplier = route({
  operationId: "rejectSupplier",
  lambda: "identity",
  method: "POST",
  path: "/v1/admin/suppliers/{orgId}/reject",
  summary: "Turns an application down with reasons; it can be mended and handed in again",
  auth: "member",
  who: ["admin"],
  params,
  body: reason,
  response: SupplierView,
});

export const suspendSupplier = route({
  operationId: "suspendSupplier",
  lambda: "identity",
  method: "POST",
  path: "/v1/admin/suppliers/{orgId}/suspend",
  summary: "Stops a supplier from listing and being offered work",
  auth: "member",
  who: ["admin"],
  params,
  body: reason,
  response: SupplierView,
});

export const restoreSupplier = route({
  operationId: "restoreSupplier",
  lambda: "identity",
  method: "POST",
  path: "/v1/admin/suppliers/{orgId}/restore",
  summary: "Lets a suspended supplier work again",
  auth: "member",
  who: ["admin"],
  params,
  response: SupplierView,
});
