import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { isKind, limited, unavailable } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { adjust, type Counter, take } from "../table/counter.ts";
import { lease } from "../table/lease.ts";
import { Failed, Locked, SignedIn } from "./event.ts";
import { DIRECT } from "./model.ts";
import { makePass, nameHash, sourceIn } from "./pass.ts";
import * as policy from "./policy.ts";
import { FAILURES_AN_HOUR, HOUR_SECONDS, inWords, KNOWN_DAYS, STRANGERS_AN_HOUR, waitAfter } from "./rules.ts";
import * as store from "./store.ts";

export { Failed, Locked, SignedIn } from "./event.ts";

/** Somebody is about to sign in under this name, from wherever the edge says that they are. Known and unknown names are answered alike. */
export const askPass = action(
  {
    name: "sign_in.ask_pass",
    effect: "command",
    input: z.strictObject({ email: z.string().trim().min(1).max(254) }),
    load: nothing,
    policy: policy.anyone,
  },
  async ({ input: { email }, now }) => ({ pass: await makePass(email, now) }),
);

/** An attempt at the user pool: whose account if anybody's, under which name, with the pass that was shown. */
export type Knock = { readonly userId?: string | undefined; readonly email: string; readonly pass: string | undefined };

const DAY_MS = 86_400_000;
const TRIES = 4;
/** Cognito keeps a sign-in open for three minutes; one that has not succeeded after five never will. */
const GIVEN_UP_MS = 5 * 60_000;

const ttlOf = (now: Date, provenAt: string | undefined): number => Math.floor(now.getTime() / 1000) + (provenAt ? KNOWN_DAYS * 86_400 : 2 * 86_400);

function windowOf(name: string, key: string, now: Date): Counter {
  const epoch = Math.floor(now.getTime() / 1000);
  const start = epoch - (epoch % HOUR_SECONDS);
  return { entity: "rate-window", partition: `$sleek#rate_sign-in.${name}#${key}`, sort: `$window_1#${start}`, endsAt: start + HOUR_SECONDS };
}

const refusal = (seconds: number) => limited("sign_in.locked", `Too many tries from here. Wait ${inWords(seconds)} and try again`, seconds);

const isFamiliar = (row: store.Attempt | undefined, now: Date): boolean =>
  row?.provenAt !== undefined && now.getTime() - Date.parse(row.provenAt) < KNOWN_DAYS * DAY_MS;

/** The windows an attempt counts in, each with its limit: all strangers to the account together, and its own network on all accounts. */
function windowsFor({ account, source }: At, row: store.Attempt | undefined, now: Date): readonly (readonly [Counter, number])[] {
  return [
    ...(isFamiliar(row, now) ? [] : [[windowOf("strangers", account, now), STRANGERS_AN_HOUR] as const]),
    ...(source === DIRECT ? [] : [[windowOf("network", source, now), FAILURES_AN_HOUR] as const]),
  ];
}

type At = { readonly account: string; readonly source: string; readonly userId: string | undefined };

const atOf = async ({ userId, email, pass }: Knock): Promise<At> => ({
  userId,
  account: userId ?? (await nameHash(email)),
  source: await sourceIn(pass, email),
});

/** That the attempt before was never followed up. */
const failedBefore = (userId: string, row: store.Attempt | undefined): readonly DomainEvent[] =>
  row?.outcome === "open" ? [Failed({ userId, source: row.source, tries: row.tries })] : [];

const lockedNow = (lock: Parameters<typeof Locked>[0]): readonly DomainEvent[] => (lock.seconds > 0 ? [Locked(lock)] : []);

/** One more attempt on the row, and what it tells about the one before. Names that are nobody's leave no events. */
function nextOf({ account, source, userId }: At, row: store.Attempt | undefined, now: Date) {
  const tries = (row?.tries ?? 0) + 1;
  const seconds = waitAfter(tries);
  const notBefore = seconds > 0 ? { notBefore: new Date(now.getTime() + seconds * 1000).toISOString() } : {};
  const outcome = userId === undefined ? ("settled" as const) : ("open" as const);
  const next = { account, source, tries, lastAt: now.toISOString(), outcome, ...(row?.provenAt ? { provenAt: row.provenAt } : {}), ...notBefore };
  return { next, events: userId === undefined ? [] : [...failedBefore(userId, row), ...lockedNow({ userId, source, tries, seconds })] };
}

/** The whole seconds a row still lets nobody try. */
const waitOf = (row: store.Attempt | undefined, now: Date): number =>
  row?.notBefore ? Math.ceil((Date.parse(row.notBefore) - now.getTime()) / 1000) : 0;

/** A full window is written down once in an hour, not at every knock. */
async function refuse({ account, source, userId }: At, tries: number): Promise<never> {
  const { now } = Request.use();
  const seconds = HOUR_SECONDS / 4;
  if (userId !== undefined && (await lease(`sign-in-locked_${account}_${source}`, HOUR_SECONDS * 1000, now)))
    await commit({ about: account, writes: [], events: [Locked({ userId, source, tries, seconds })], reply: null });
  throw refusal(seconds);
}

async function count(at: At, attempt = 1): Promise<void> {
  const { now } = Request.use();
  const row = await store.find(at.account, at.source);
  const waits = waitOf(row, now);
  if (waits > 0) throw refusal(waits);
  if (attempt === 1) {
    const room = await Promise.all(windowsFor(at, row, now).map(([counter, max]) => take(counter, 1, max)));
    if (room.includes(undefined)) return refuse(at, row?.tries ?? 0);
  }
  const { next, events } = nextOf(at, row, now);
  try {
    await commit({ about: at.account, writes: [store.attemptWrite(next, row, ttlOf(now, next.provenAt))], events, reply: null });
  } catch (error) {
    if (!isKind(error, "conflict")) throw error;
    if (attempt === TRIES) throw unavailable("table.contended", "Too many tries at once; try again in a moment");
    await count(at, attempt + 1);
  }
}

/**
 * Counts an attempt before its password is looked at, exactly: parallel attempts cannot pass the limit together. Throws
 * `sign_in.locked` while this network has to wait for this account, while strangers have tried it too often, or while this network
 * has failed too often.
 */
export const begin = async (knock: Knock): Promise<void> => count(await atOf(knock));

async function settle(at: At & { readonly userId: string }, attempt = 1): Promise<void> {
  const { now } = Request.use();
  const { account, source, userId } = at;
  const row = await store.find(account, source);
  // Everybody outside our web application shares one source, which therefore never becomes known.
  const known = source === DIRECT ? {} : { provenAt: nowIso() };
  const next = { account, source, tries: 0, lastAt: nowIso(), outcome: "settled" as const, ...known };
  try {
    await commit({
      about: userId,
      writes: [store.attemptWrite(next, row, ttlOf(now, known.provenAt))],
      events: [SignedIn({ userId, source, isNewSource: row?.provenAt === undefined })],
      reply: null,
    });
  } catch (error) {
    if (!isKind(error, "conflict") || attempt === TRIES) throw error;
    await settle(at, attempt + 1);
    return;
  }
  await Promise.all(windowsFor(at, row, now).map(([counter]) => adjust(counter, -1)));
}

/** A right password, and the second factor where there is one: what was counted is forgotten, and the network is known from now on. */
export const succeed = async (knock: Knock & { readonly userId: string }): Promise<void> => settle({ ...(await atOf(knock)), userId: knock.userId });

/** Writes down the failures that nobody followed up: attempts that were given up. Reports how many. */
export async function settleGivenUp(): Promise<number> {
  const { now } = Request.use();
  const open = await store.openSince(new Date(now.getTime() - GIVEN_UP_MS).toISOString());
  for (const row of open) {
    const { account, source, tries, lastAt, notBefore, provenAt } = row;
    const kept = {
      account,
      source,
      tries,
      lastAt,
      outcome: "settled" as const,
      ...(notBefore ? { notBefore } : {}),
      ...(provenAt ? { provenAt } : {}),
    };
    await commit({
      about: account,
      writes: [store.attemptWrite(kept, row, ttlOf(now, provenAt))],
      events: [Failed({ userId: account, source, tries })],
      reply: null,
    }).catch((error: unknown) => {
      if (!isKind(error, "conflict")) throw error;
    });
  }
  return open.length;
}
