import * as z from "zod";
import { MemberKind, OrgKind } from "../kernel/actor.ts";
import { Service } from "../table/table.ts";
import { InvitationRow, MembershipRow, OrgRow, UserRow } from "./entities.ts";
import { InvitableKind } from "./model.ts";

const home = new Service({ user: UserRow, memberships: MembershipRow });

const User = z.object({ userId: z.string(), email: z.string(), name: z.string(), locale: z.string(), activeOrgId: z.string(), version: z.number() });
export type User = z.infer<typeof User>;

const Seat = z.object({ userId: z.string(), orgId: z.string(), orgKind: OrgKind, kind: MemberKind, email: z.string(), name: z.string() });
export type Seat = z.infer<typeof Seat>;

export type Home = { readonly user: User; readonly seats: readonly Seat[] };

/** A person with all their seats; one request. */
export async function findHome(userId: string): Promise<Home | undefined> {
  const { data } = await home.collections.userHome({ userId }).go({ limit: 100, consistent: true });
  const user = data.user[0];
  return user ? { user: User.parse(user), seats: data.memberships.map((row) => Seat.parse(row)) } : undefined;
}

export async function findSeat(userId: string, orgId: string): Promise<Seat | undefined> {
  const { data } = await MembershipRow.get({ userId, orgId }).go({ consistent: true });
  return data ? Seat.parse(data) : undefined;
}

const Org = z.object({ orgId: z.string(), kind: z.enum(["buyer", "supplier"]), name: z.string(), version: z.number() });
export type Org = z.infer<typeof Org>;

export async function findOrg(orgId: string): Promise<Org | undefined> {
  const { data } = await OrgRow.get({ orgId }).go({ consistent: true });
  return data ? Org.parse(data) : undefined;
}

/** Everybody with a seat in the organisation, at most a hundred. */
export async function listSeats(orgId: string): Promise<readonly Seat[]> {
  const { data } = await MembershipRow.query.byOrg({ orgId }).go({ limit: 100 });
  return data.map((row) => Seat.parse(row));
}

const Invitation = z.object({
  tokenHash: z.string(),
  invitationId: z.string(),
  orgId: z.string(),
  orgKind: z.enum(["buyer", "supplier"]),
  kind: InvitableKind,
  email: z.string(),
  expiresAt: z.string(),
});
export type Invitation = z.infer<typeof Invitation>;

export async function findInvitation(tokenHash: string): Promise<Invitation | undefined> {
  const { data } = await InvitationRow.get({ tokenHash }).go({ consistent: true });
  return data ? Invitation.parse(data) : undefined;
}
