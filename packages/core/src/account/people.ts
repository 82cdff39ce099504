import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { Directory } from "../ports/directory.ts";
import { normalise } from "../table/unique.ts";
import { type OrgCard, type OrgPeople, PLATFORM, type PersonView, type SuspendedPerson } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const Kind = z.enum(["buyer", "supplier"]);

const cardOf = ({ orgId, kind, name, country, createdAt }: store.Org): OrgCard => ({
  orgId,
  kind,
  name,
  createdAt,
  ...(country ? { country } : {}),
});

/** Organisations of one kind, newest first. */
export const organisations = action(
  {
    name: "account.organisations",
    effect: "sensitive-read",
    input: PageQuery.extend({ kind: Kind.default("buyer") }),
    load: nothing,
    policy: policy.overseeLists,
  },
  async ({ input }): Promise<Page<OrgCard>> => {
    const page = await store.listOrgs(input.kind, input);
    return { ...page, items: page.items.map(cardOf) };
  },
);

async function loadOrg({ orgId }: { readonly orgId: string }) {
  const [org, seats] = await Promise.all([store.findOrg(orgId), store.listSeats(orgId)]);
  if (!org) return undefined;
  const suspensions = await store.findSuspensions(seats.map(({ userId }) => userId));
  return { org, seats, since: new Map(suspensions.map(({ userId, suspendedAt }) => [userId, suspendedAt])) };
}

/** One organisation with everybody who has a seat in it. */
export const organisationPeople = action(
  {
    name: "account.organisation_people",
    effect: "sensitive-read",
    input: z.strictObject({ orgId: z.string().max(60) }),
    load: loadOrg,
    policy: policy.oversee,
  },
  async ({ record: { org, seats, since } }): Promise<OrgPeople> => ({
    ...cardOf(org),
    members: seats.map(({ userId, name, email, kind }) => {
      const suspendedAt = since.get(userId);
      return { userId, name, email, kind, ...(suspendedAt ? { suspendedAt } : {}) };
    }),
  }),
);

const shownSuspension = ({ reason, suspendedAt, suspendedBy }: store.Suspension) => ({ reason, suspendedAt, suspendedBy });

async function viewOf({ user, seats, suspension }: store.Home): Promise<PersonView> {
  const { userId, name, email, createdAt } = user;
  const { orgs } = await store.findOrgsAndSession(seats.map(({ orgId }) => orgId).filter((orgId) => orgId !== PLATFORM));
  const names = new Map([[PLATFORM, "SleekApp"], ...orgs.map((org) => [org.orgId, org.name] as const)]);
  const memberships = seats.map(({ orgId, orgKind, kind }) => ({ orgId, orgKind, kind, orgName: names.get(orgId) ?? "" }));
  return { userId, name, email, createdAt, memberships, ...(suspension ? { suspension: shownSuspension(suspension) } : {}) };
}

/** One person: where they belong and how they stand. */
export const person = action(
  {
    name: "account.person",
    effect: "sensitive-read",
    input: z.strictObject({ userId: z.string().max(60) }),
    load: ({ userId }: { readonly userId: string }) => store.findHome(userId),
    policy: policy.oversee,
  },
  async ({ record }) => viewOf(record),
);

const ByAddress = z.strictObject({ email: z.email().max(254) });

async function loadByAddress({ email }: z.output<typeof ByAddress>) {
  const entry = await Directory.use().find(normalise(email));
  return entry ? store.findHome(entry.userId) : undefined;
}

/** The person with this address, or 404; the user pool knows it, so nothing is searched. */
export const findPerson = action(
  { name: "account.find_person", effect: "sensitive-read", input: ByAddress, load: loadByAddress, policy: policy.oversee },
  async ({ record }) => viewOf(record),
);

/** Everybody who is shut out, latest first. */
export const suspended = action(
  { name: "account.suspended", effect: "sensitive-read", input: PageQuery, load: nothing, policy: policy.overseeLists },
  async ({ input }): Promise<Page<SuspendedPerson>> => {
    const page = await store.listSuspensions(input);
    const users = new Map((await store.findUsers(page.items.map(({ userId }) => userId))).map((user) => [user.userId, user]));
    const items = page.items.flatMap((one) => {
      const user = users.get(one.userId);
      return user ? [{ userId: one.userId, name: user.name, email: user.email, ...shownSuspension(one) }] : [];
    });
    return { ...page, items };
  },
);
