import * as z from "zod";
import { MemberKind, OrgKind } from "../kernel/actor.ts";
import type { Page, PageQuery } from "../kernel/page.ts";
import { Service } from "../table/table.ts";
import { readTogether } from "../table/together.ts";
import { IntentRow, MembershipRow, OrgRow, SessionRow, SuspensionRow, UserRow } from "./entities.ts";
import { type Intent, PLATFORM, SignUpAs } from "./model.ts";

const parsed = <T>(schema: z.ZodType<T>, row: unknown): T | undefined => (row === undefined ? undefined : schema.parse(row));

const home = new Service({ user: UserRow, memberships: MembershipRow, suspensions: SuspensionRow });

const EndedSession = z.object({ mark: z.string(), until: z.number() });
export type EndedSession = z.infer<typeof EndedSession>;

const User = z.object({
  userId: z.string(),
  email: z.string(),
  formerEmail: z.string().optional(),
  name: z.string(),
  locale: z.string(),
  activeOrgId: z.string(),
  endingAt: z.string().optional(),
  username: z.string().optional(),
  phone: z.string().optional(),
  timeZone: z.string().optional(),
  avatarKey: z.string().optional(),
  defaultAddressId: z.string().optional(),
  addresses: z.number().optional(),
  endedSessions: z.array(EndedSession).optional(),
  createdAt: z.string(),
  version: z.number(),
});
export type User = z.infer<typeof User>;

const Seat = z.object({
  userId: z.string(),
  orgId: z.string(),
  orgKind: OrgKind,
  kind: MemberKind,
  email: z.string(),
  name: z.string(),
});
export type Seat = z.infer<typeof Seat>;

const Suspension = z.object({ userId: z.string(), reason: z.string(), suspendedAt: z.string(), suspendedBy: z.string() });
export type Suspension = z.infer<typeof Suspension>;

export type Home = { readonly user: User; readonly seats: readonly Seat[]; readonly suspension?: Suspension | undefined };

/** A person with all their seats, and whether they are shut out; one request. */
export async function findHome(userId: string): Promise<Home | undefined> {
  const { data } = await home.collections.userHome({ userId }).go({ limit: 100, consistent: true });
  const user = data.user[0];
  if (!user) return undefined;
  return { user: User.parse(user), seats: data.memberships.map((row) => Seat.parse(row)), suspension: parsed(Suspension, data.suspensions[0]) };
}

/** A person without their seats. */
export async function findUser(userId: string): Promise<User | undefined> {
  const { data } = await UserRow.get({ userId }).go({ consistent: true });
  return data ? User.parse(data) : undefined;
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
  taxId: z.string().optional(),
  createdAt: z.string(),
  version: z.number(),
});
export type Org = z.infer<typeof Org>;

export async function findOrg(orgId: string): Promise<Org | undefined> {
  const { data } = await OrgRow.get({ orgId }).go({ consistent: true });
  return data ? Org.parse(data) : undefined;
}

const Session = z.object({
  userId: z.string(),
  sessionId: z.string(),
  device: z.string(),
  address: z.string(),
  country: z.string().optional(),
  signedInAt: z.string(),
  seenAt: z.string(),
  endedAt: z.string().optional(),
});
export type Session = z.infer<typeof Session>;

type Own = { readonly userId: string; readonly sessionId: string };

/** The named organisations, missing ones left out, and beside them one of the person's sign-ins; one request. */
export async function findOrgsAndSession(orgIds: readonly string[], own?: Own) {
  if (orgIds.length === 0 && !own) return { orgs: [], session: undefined };
  const gets = [...orgIds.map((orgId) => OrgRow.get({ orgId })), ...(own ? [SessionRow.get(own)] : [])];
  const rows = await readTogether(gets, { isStrong: false });
  const orgs = rows.slice(0, orgIds.length).flatMap((row) => parsed(Org, row) ?? []);
  return { orgs, session: own ? parsed(Session, rows.at(-1)) : undefined };
}

/** What decides whether a person may act in an organisation at this moment, and one of their sign-ins; one request. */
export async function findStanding({ userId, orgId }: Pick<Seat, "userId" | "orgId">, sessionId?: string) {
  const gets = [MembershipRow.get({ userId, orgId }), SuspensionRow.get({ userId }), ...(sessionId ? [SessionRow.get({ userId, sessionId })] : [])];
  const [seat, suspension, session] = await readTogether(gets, { isStrong: true });
  return { seat: parsed(Seat, seat), suspension: parsed(Suspension, suspension), session: parsed(Session, session) };
}

export async function findSession({ userId, sessionId }: Own): Promise<Session | undefined> {
  const { data } = await SessionRow.get({ userId, sessionId }).go({ consistent: true });
  return parsed(Session, data ?? undefined);
}

/** Sign-ins of a person, ended ones included, at most a hundred. */
export async function listSessions(userId: string): Promise<readonly Session[]> {
  const { data } = await SessionRow.query.primary({ userId }).go({ limit: 100, consistent: true });
  return data.map((row) => Session.parse(row));
}

/** Everybody with a seat in the organisation, at most a hundred. */
export async function listSeats(orgId: string): Promise<readonly Seat[]> {
  const { data } = await MembershipRow.query.byOrg({ orgId }).go({ limit: 100 });
  return data.map((row) => Seat.parse(row));
}

/** Organisations of one kind, newest first. */
export async function listOrgs(kind: Org["kind"], page: PageQuery): Promise<Page<Org>> {
  const { data, cursor } = await OrgRow.query.byKind({ kind }).go({ limit: page.limit, cursor: page.cursor ?? null, order: "desc" });
  return { items: data.map((row) => Org.parse(row)), ...(cursor ? { nextCursor: cursor } : {}) };
}

/** Who is shut out, latest first. */
export async function listSuspensions(page: PageQuery): Promise<Page<Suspension>> {
  const found = SuspensionRow.query.byDesk({ desk: PLATFORM });
  const { data, cursor } = await found.go({ limit: page.limit, cursor: page.cursor ?? null, order: "desc" });
  return { items: data.map((row) => Suspension.parse(row)), ...(cursor ? { nextCursor: cursor } : {}) };
}

/** Which of the named people are shut out, and since when; one request. */
export async function findSuspensions(userIds: readonly string[]): Promise<readonly Suspension[]> {
  if (userIds.length === 0) return [];
  const rows = await readTogether(
    userIds.map((userId) => SuspensionRow.get({ userId })),
    { isStrong: false },
  );
  return rows.flatMap((row) => parsed(Suspension, row) ?? []);
}

/** The named people, missing ones left out; one request. */
export async function findUsers(userIds: readonly string[]): Promise<readonly User[]> {
  if (userIds.length === 0) return [];
  const rows = await readTogether(
    userIds.map((userId) => UserRow.get({ userId })),
    { isStrong: false },
  );
  return rows.flatMap((row) => parsed(User, row) ?? []);
}

const StoredIntent = z.object({ as: SignUpAs, company: z.string().optional() });

/** As what somebody signed up, or undefined when nobody said. */
export async function findIntent(userId: string): Promise<Intent | undefined> {
  const { data } = await IntentRow.get({ userId }).go({ consistent: true });
  return data ? StoredIntent.parse(data) : undefined;
}
