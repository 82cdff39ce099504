import { AppError, conflict, forbidden, isKind } from "../kernel/error.ts";
import { newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { normalise, UniqueRow } from "../table/unique.ts";
import { changing, creating } from "../table/write.ts";
import { IntentRow, MembershipRow, OrgRow, UserRow } from "./entities.ts";
import { AdminMade, Opened } from "./event.ts";
import { type Claims, type Intent, PLATFORM, type TokenFacts } from "./model.ts";
import * as store from "./store.ts";
import { shutOut } from "./shut-out.ts";

/** Days an unconfirmed sign-up is remembered: Cognito's codes work for one, and can be asked for again. */
const INTENT_DAYS = 30;

/**
 * Remembers as what somebody signs up, until they confirm: the code may be typed on another device, which knows nothing of it.
 * Repeating it changes nothing.
 */
export async function intend(userId: string, intent: Intent): Promise<void> {
  const ttl = Math.floor(Request.use().now.getTime() / 1000) + INTENT_DAYS * 86_400;
  const again = conflict("account.intent_kept", "This sign-up is known already");
  const row = IntentRow.create({ userId, as: intent.as, ...(intent.company ? { company: intent.company } : {}), ttl });
  await commit({ about: userId, writes: [creating(row)], events: [], reply: null, refused: () => again }).catch((error: unknown) => {
    if (error !== again) throw error;
  });
}

type NewPerson = { readonly userId: string; readonly email: string; readonly name?: string | undefined };

async function create({ userId, email, name }: NewPerson & { readonly name: string }): Promise<Claims> {
  const { as, company } = (await store.findIntent(userId)) ?? { as: "buyer" as const, company: undefined };
  const orgId = newId("org");
  const at = nowIso();
  const rows = [
    UserRow.create({ userId, email, name, locale: "en", activeOrgId: orgId, createdAt: at, version: 1 }),
    OrgRow.create({ orgId, kind: as, name: company ?? name, createdAt: at, version: 1 }),
    MembershipRow.create({ userId, orgId, orgKind: as, kind: "owner", email, name, createdAt: at }),
  ];
  return commit({
    about: userId,
    writes: rows.map(creating),
    events: [Opened({ userId, orgId, as })],
    reply: { orgId, orgKind: as, memberKind: "owner" as const },
    refused: () => conflict("account.open", "This account is open already"),
  });
}

/**
 * Gives a confirmed person their profile, an organisation of their own and the owner's seat in it, once. The same call again,
 * even at the same time, finds everything in place and changes nothing.
 */
export async function open(person: NewPerson): Promise<Claims> {
  const known = await claimsFor(person.userId);
  if (known) return known;
  const email = normalise(person.email);
  const name = person.name?.trim() || (email.split("@")[0] ?? email);
  try {
    return await create({ userId: person.userId, email, name });
  } catch (error) {
    const winner = error instanceof AppError && isKind(error, "conflict") ? await claimsFor(person.userId) : undefined;
    if (!winner) throw error;
    return winner;
  }
}

/** The seat of the organisation a person acts for; who has lost it acts for another of theirs. */
const seatOf = ({ user, seats }: store.Home): store.Seat | undefined => seats.find(({ orgId }) => orgId === user.activeOrgId) ?? seats[0];

function factsOf(home: store.Home): TokenFacts {
  const { user, suspension } = home;
  if (suspension) throw shutOut();
  const seat = seatOf(home);
  if (!seat) throw forbidden("account.no_seat", "You do not belong to an organisation any more");
  const now = Request.find()?.now.getTime() ?? 0;
  const ended = (user.endedSessions ?? []).filter(({ until }) => until * 1000 > now).map(({ mark }) => mark);
  return { claims: { orgId: seat.orgId, orgKind: seat.orgKind, memberKind: seat.kind }, ended };
}

/** The claims of a person's active organisation, or undefined for people we do not know yet; throws `account.suspended` and `account.no_seat`. */
export async function claimsFor(userId: string): Promise<Claims | undefined> {
  const found = await store.findHome(userId);
  return found ? factsOf(found).claims : undefined;
}

/** Somebody who has lost their last seat gets an organisation of their own, so that they can still get at what is theirs. */
async function openAnother({ userId, email, name, version }: store.User): Promise<void> {
  const orgId = newId("org");
  const at = nowIso();
  const active = UserRow.patch({ userId })
    .set({ activeOrgId: orgId, version: version + 1 })
    .where((row, { eq }) => eq(row.version, version));
  const rows = [
    OrgRow.create({ orgId, kind: "buyer", name, createdAt: at, version: 1 }),
    MembershipRow.create({ userId, orgId, orgKind: "buyer", kind: "owner", email, name, createdAt: at }),
  ];
  await commit({
    about: userId,
    writes: [...rows.map(creating), changing(active)],
    events: [Opened({ userId, orgId, as: "buyer" })],
    reply: null,
    refused: () => conflict("account.changed", "Your account changed meanwhile; try again"),
  });
}

async function seated(home: store.Home): Promise<store.Home> {
  if (home.user.endingAt) throw forbidden("account.ending", "This account is being erased");
  if (seatOf(home) || home.suspension) return home;
  await openAnother(home.user).catch((error: unknown) => {
    if (!isKind(error, "conflict")) throw error;
  });
  return (await store.findHome(home.user.userId)) ?? home;
}

/**
 * What a token has to say about a person; opens the account of somebody whose confirmation left that undone. Throws
 * `account.suspended`, so that who is shut out neither signs in nor renews a token.
 */
export async function tokenFacts(person: NewPerson): Promise<TokenFacts> {
  const found = await store.findHome(person.userId);
  return found ? factsOf(await seated(found)) : { claims: await open(person), ended: [] };
}

/** The first admin, made by an operator once; a second call is refused with `admin.exists`. */
export async function makeFirstAdmin(person: {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}): Promise<{ readonly userId: string }> {
  const { userId, name } = person;
  const email = normalise(person.email);
  const at = nowIso();
  const known = await store.findHome(userId);
  const profile = known
    ? changing(UserRow.patch({ userId }).set({ activeOrgId: PLATFORM, version: known.user.version + 1 }))
    : creating(UserRow.create({ userId, email, name, locale: "en", activeOrgId: PLATFORM, createdAt: at, version: 1 }));
  return commit({
    about: userId,
    writes: [
      creating(UniqueRow.create({ scope: "singleton", value: "admin", subjectId: userId })),
      creating(MembershipRow.create({ userId, orgId: PLATFORM, orgKind: "platform", kind: "admin", email, name, createdAt: at })),
      profile,
    ],
    events: [AdminMade({ userId })],
    changed: { after: { kind: "admin" } },
    reply: { userId },
    refused: () => conflict("admin.exists", "This stage has its first admin already"),
  });
}
