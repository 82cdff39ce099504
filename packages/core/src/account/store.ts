import * as z from "zod";
import { MemberKind, OrgKind } from "../kernel/actor.ts";
import { Service } from "../table/table.ts";
import { IntentRow, MembershipRow, OrgRow, UserRow } from "./entities.ts";
import { type Intent, SignUpAs } from "./model.ts";

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

const Org = z.object({
  orgId: z.string(),
  kind: z.enum(["buyer", "supplier"]),
  name: z.string(),
  country: z.string().optional(),
  phone: z.string().optional(),
  version: z.number(),
});
export type Org = z.infer<typeof Org>;

export async function findOrg(orgId: string): Promise<Org | undefined> {
  const { data } = await OrgRow.get({ orgId }).go({ consistent: true });
  return data ? Org.parse(data) : undefined;
}

/** The named organisations in one request; missing ones are left out. */
export async function findOrgs(orgIds: readonly string[]): Promise<readonly Org[]> {
  if (orgIds.length === 0) return [];
  const { data } = await OrgRow.get(orgIds.map((orgId) => ({ orgId }))).go();
  return data.map((row) => Org.parse(row));
}

/** Everybody with a seat in the organisation, at most a hundred. */
export async function listSeats(orgId: string): Promise<readonly Seat[]> {
  const { data } = await MembershipRow.query.byOrg({ orgId }).go({ limit: 100 });
  return data.map((row) => Seat.parse(row));
}

const StoredIntent = z.object({ as: SignUpAs, company: z.string().optional() });

/** As what somebody signed up, or undefined when nobody said. */
export async function findIntent(userId: string): Promise<Intent | undefined> {
  const { data } = await IntentRow.get({ userId }).go({ consistent: true });
  return data ? StoredIntent.parse(data) : undefined;
}
