import { randomBytes } from "node:crypto";
import { CognitoError, notAuthorized } from "./errors.ts";

/** Cognito keeps a sign-in open for three minutes between its steps. */
const OPEN_MS = 180_000;
/** Wrong passwords before Cognito starts to wait: 1 s, then twice as long each time, up to 15 minutes. */
const FREE_ATTEMPTS = 5;
const LONGEST_WAIT_MS = 15 * 60_000;

/** A sign-in that waits for its next step. */
export interface Pending {
  readonly challenge: string;
  readonly username: string;
  readonly clientId: string;
  /** The SRP key and whether the account exists; only for the password step. */
  readonly srp?: { readonly key: Buffer; readonly exists: boolean } | undefined;
}

/** Open sign-ins and the record of failed ones, in memory only. */
export interface Challenges {
  open(pending: Pending): string;
  /** The sign-in a session stands for, if it waits for that challenge. */
  find(session: string, challenge: string): Pending;
  close(session: string): void;
  /** Refuses while an account must wait because of wrong passwords. */
  checkWait(username: string): void;
  failed(username: string): void;
  succeeded(username: string): void;
  /** True the first time a one-time code is seen for a user. */
  useCode(username: string, code: string): boolean;
}

/** Starts with nothing open. */
export function openChallenges(): Challenges {
  const open = new Map<string, Pending & { readonly until: number }>();
  const failures = new Map<string, { readonly count: number; readonly waitUntil: number }>();
  const used = new Map<string, string>();
  return {
    open: (pending) => {
      const now = Date.now();
      for (const [session, { until }] of open) if (until < now) open.delete(session);
      const session = randomBytes(64).toString("base64");
      open.set(session, { ...pending, until: now + OPEN_MS });
      return session;
    },
    find: (session, challenge) => {
      const pending = open.get(session);
      if (!pending || pending.challenge !== challenge) throw notAuthorized("Invalid session for the user.");
      if (pending.until < Date.now()) throw notAuthorized("Invalid session for the user, session is expired.");
      return pending;
    },
    close: (session) => void open.delete(session),
    checkWait: (username) => {
      if ((failures.get(username)?.waitUntil ?? 0) > Date.now()) throw new CognitoError("NotAuthorizedException", "Password attempts exceeded");
    },
    failed: (username) => {
      const count = (failures.get(username)?.count ?? 0) + 1;
      const wait = count < FREE_ATTEMPTS ? 0 : Math.min(1_000 * 2 ** (count - FREE_ATTEMPTS), LONGEST_WAIT_MS);
      failures.set(username, { count, waitUntil: Date.now() + wait });
    },
    succeeded: (username) => void failures.delete(username),
    useCode: (username, code) => {
      if (used.get(username) === code) return false;
      used.set(username, code);
      return true;
    },
  };
}
