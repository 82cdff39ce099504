import * as z from "zod";
import { action } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict, unauthenticated } from "../kernel/error.ts";
import { nowIso, Request, type SignIn } from "../kernel/request.ts";
import { Directory } from "../ports/directory.ts";
import { commit } from "../table/commit.ts";
import { changing } from "../table/write.ts";
import { SessionRow, UserRow } from "./entities.ts";
import { AllSessionsEnded, PasswordReset, SessionEnded } from "./event.ts";
import { sessionMark } from "./mark.ts";
import { PLATFORM, type SessionView } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import { shutOut } from "./shut-out.ts";

/** Cognito's refresh tokens live so long, and with them a sign-in. */
const SESSION_DAYS = 30;
/** The moment a sign-in was last used is kept to the hour. */
const SEEN_MS = 3_600_000;
/** Marks travel in every access token, so there is an end to them. */
const MAX_ENDED = 30;

const ended = () => unauthenticated("session.ended", "This sign-in was ended; sign in again");

const endOf = (signedInAt: string): number => Math.floor(Date.parse(signedInAt) / 1000) + SESSION_DAYS * 86_400;

/** True for the refusal of a row that was not to be there yet. */
const isRefusal = (error: unknown): boolean => error instanceof Error && /conditional/i.test(error.message);

/** Writes the sign-in down at its first use; of several first uses one writes. */
async function noteFirstUse(userId: string, { id, at, device, address, country }: SignIn): Promise<void> {
  const signedInAt = at.toISOString();
  const row = { userId, sessionId: id, device, address, signedInAt, seenAt: nowIso(), ttl: endOf(signedInAt) + 86_400 };
  try {
    await SessionRow.create({ ...row, ...(country ? { country } : {}) }).go();
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

/** Notes that a sign-in is in use, its first use or the first in an hour; refuses one that was ended. */
export async function noteUse(userId: string, signIn: SignIn, known: store.Session | undefined): Promise<void> {
  if (!known) return noteFirstUse(userId, signIn);
  if (known.endedAt) throw ended();
  if (Request.use().now.getTime() - Date.parse(known.seenAt) < SEEN_MS) return;
  await SessionRow.patch({ userId, sessionId: signIn.id }).set({ seenAt: nowIso(), device: signIn.device, address: signIn.address }).go();
}

/**
 * Re-reads the caller's seat, suspension and sign-in, together: who was removed or shut out or whose sign-in was ended since the token
 * was made is refused, and who was changed acts as what they are now.
 */
export async function standing(actor: Actor): Promise<Actor> {
  if (actor.type !== "member" && actor.type !== "admin") return actor;
  const orgId = actor.type === "admin" ? PLATFORM : actor.orgId;
  const { kind } = await seatOf(actor.userId, orgId);
  return actor.type === "admin" ? actor : { ...actor, kind };
}

/** The seat of whoever may still use this sign-in, whose first use is written down. */
async function seatOf(userId: string, orgId: string) {
  const signIn = Request.find()?.signIn;
  const { seat, suspension, session } = await store.findStanding({ userId, orgId }, signIn?.id);
  if (suspension) throw shutOut();
  if (session?.endedAt) throw ended();
  if (!seat) throw unauthenticated("membership.ended", "You no longer belong to this organisation; sign in again");
  if (signIn && !session) await noteFirstUse(userId, signIn);
  return seat;
}

const Nobody = z.strictObject({});

const ownId = (): string | undefined => {
  const { actor } = Request.use();
  return actor.type === "member" || actor.type === "admin" ? actor.userId : undefined;
};

async function loadOwn() {
  const userId = ownId();
  return userId === undefined ? undefined : { userId, sessions: await store.listSessions(userId) };
}

const isOpen = ({ endedAt, signedInAt }: store.Session, now: Date): boolean => !endedAt && endOf(signedInAt) * 1000 > now.getTime();

/** The devices the caller is signed in on, the one that asks first, then the newest. */
export const sessions = action(
  { name: "account.sessions", effect: "read", input: Nobody, load: loadOwn, policy: policy.self },
  async ({ record, now }): Promise<readonly SessionView[]> => {
    const mine = Request.use().signIn?.id;
    const views = record.sessions
      .filter((one) => isOpen(one, now))
      .map(({ userId: _userId, endedAt: _endedAt, country, ...shown }) => ({
        ...shown,
        ...(country ? { country } : {}),
        isThis: shown.sessionId === mine,
      }));
    return views.toSorted((a, b) => Number(b.isThis) - Number(a.isThis) || b.signedInAt.localeCompare(a.signedInAt));
  },
);

const ById = z.strictObject({ sessionId: z.string().min(1).max(80) });

async function loadSession({ sessionId }: z.output<typeof ById>) {
  const userId = ownId();
  if (userId === undefined) return undefined;
  const [session, user] = await Promise.all([store.findSession({ userId, sessionId }), store.findUser(userId)]);
  return session && user ? { userId, session, user } : undefined;
}

/** The marks that still matter, with one more. */
function marksWith(user: store.User, session: store.Session, now: Date): readonly store.EndedSession[] {
  const live = (user.endedSessions ?? []).filter(({ until }) => until * 1000 > now.getTime());
  if (live.length >= MAX_ENDED) throw conflict("session.too_many", "So many sign-ins were ended lately that only signing out everywhere will do");
  return [...live, { mark: sessionMark(session.sessionId), until: endOf(session.signedInAt) }];
}

/**
 * Ends one sign-in: its next command is refused at once, its reads with the next token, which names it, within 15 minutes.
 * Throws `session.over` for one that was ended before.
 */
export const endSession = action(
  { name: "account.end_session", effect: "command", input: ById, load: loadSession, policy: policy.self },
  async ({ record, now }) => {
    const { userId, session, user } = record;
    const { sessionId } = session;
    const over = SessionRow.patch({ userId, sessionId })
      .set({ endedAt: nowIso() })
      .where(({ endedAt }, { notExists }) => notExists(endedAt));
    const marked = UserRow.patch({ userId })
      .set({ endedSessions: [...marksWith(user, session, now)], version: user.version + 1 })
      .where(({ version }, { eq }) => eq(version, user.version));
    return commit({
      about: userId,
      writes: [changing(over), changing(marked)],
      events: [SessionEnded({ userId, sessionMark: sessionMark(sessionId) })],
      changed: { before: session, after: { endedAt: nowIso() } },
      reply: { sessionId },
      refused: (index) =>
        index === 0
          ? conflict("session.over", "This sign-in has ended already")
          : conflict("record.changed", "This changed while you were looking at it; read it again"),
    });
  },
);

/** Marks every open sign-in as ended; repeating it changes nothing. */
async function closeAll(open: readonly store.Session[]): Promise<void> {
  const endedAt = nowIso();
  await Promise.all(open.map(({ userId, sessionId }) => SessionRow.patch({ userId, sessionId }).set({ endedAt }).go()));
}

/**
 * Signs somebody out everywhere: Cognito takes back every refresh token, and every sign-in we know of is refused at its next
 * command. Cognito comes first, because it is what a repetition could not find undone.
 */
export async function signOutEverywhere(userId: string): Promise<number> {
  await Directory.use().signOutEverywhere(userId);
  const open = (await store.listSessions(userId)).filter(({ endedAt }) => !endedAt);
  await closeAll(open);
  return open.length;
}

/** Signs the caller out everywhere, here too. */
export const endAllSessions = action(
  { name: "account.end_all_sessions", effect: "command", input: Nobody, load: loadOwn, policy: policy.self },
  async ({ record: { userId } }) => {
    const count = await signOutEverywhere(userId);
    return commit({
      about: userId,
      writes: [changing(UserRow.patch({ userId }).set({ endedSessions: [] }).add({ version: 1 }))],
      events: [AllSessionsEnded({ userId, sessions: count })],
      changed: { before: { sessions: count }, after: { sessions: 0 } },
      reply: { sessions: count },
    });
  },
);

const ByUser = z.strictObject({ userId: z.string().max(60) });

/** The worker's part of a suspension: what the person was signed in on ends. */
export const endSessionsOf = action(
  {
    name: "account.end_sessions_of",
    effect: "command",
    input: ByUser,
    load: ({ userId }: z.output<typeof ByUser>) => store.findUser(userId),
    policy: policy.work,
  },
  async ({ record: { userId } }) => {
    const sessions = await signOutEverywhere(userId);
    const changed = { before: { sessions }, after: { sessions: 0 } };
    return commit({ about: userId, writes: [], events: [AllSessionsEnded({ userId, sessions })], changed, reply: { sessions } });
  },
);

/** Signs everybody out who has a seat in an organisation; they may sign in again. Gives how many people that were. */
export async function signOutMembers(orgId: string): Promise<number> {
  const seats = await store.listSeats(orgId);
  for (const { userId } of seats) await signOutEverywhere(userId);
  return seats.length;
}

/** A forgotten password was set anew by a mailed code: whoever was signed in before is signed out, and the owner is told. */
export async function passwordWasReset(userId: string): Promise<void> {
  if (!(await store.findUser(userId))) return;
  const sessions = await signOutEverywhere(userId);
  await commit({
    about: userId,
    writes: [],
    events: [PasswordReset({ userId })],
    changed: { before: { sessions }, after: { sessions: 0 } },
    reply: null,
  });
}
