import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { followState, readState } from "../state-file.ts";
import { isRecord } from "../wire.ts";

/** A sign-in: what a refresh token stands for. Times are seconds since 1970. */
export interface Session {
  /** Carried by every token of this sign-in, so that revoking one ends them all. */
  readonly originJti: string;
  readonly username: string;
  readonly clientId: string;
  readonly authTime: number;
  readonly expiresAt: number;
}

/** The sign-ins that are alive. */
export interface Sessions {
  start(username: string, clientId: string, lifetimeSeconds: number): { readonly refreshToken: string; readonly session: Session };
  find(refreshToken: string): Session | undefined;
  /** Whether the sign-in an access token came from is still alive. */
  alive(originJti: string): boolean;
  revoke(refreshToken: string): void;
  revokeUser(username: string): void;
  flush(): Promise<void>;
}

/** Opens the sign-ins of a pool; with a folder they survive a restart. */
export function openSessions(dataDir: string | undefined): Sessions {
  const path = dataDir === undefined ? undefined : join(dataDir, "sessions.json");
  const sessions = new Map<string, Session>(readState(path, parse, []));
  const file = followState(path, () => [...sessions]);
  const drop = (which: (token: string, session: Session) => boolean): void => {
    for (const [token, session] of sessions) if (which(token, session)) sessions.delete(token);
    file.changed();
  };
  const now = (): number => Math.floor(Date.now() / 1_000);
  return {
    start: (username, clientId, lifetimeSeconds) => {
      const refreshToken = randomBytes(96).toString("base64url");
      const session = { originJti: randomUUID(), username, clientId, authTime: now(), expiresAt: now() + lifetimeSeconds };
      drop((_token, { expiresAt }) => expiresAt <= now());
      sessions.set(refreshToken, session);
      return { refreshToken, session };
    },
    find: (refreshToken) => {
      const session = sessions.get(refreshToken);
      return session && session.expiresAt > now() ? session : undefined;
    },
    alive: (originJti) => [...sessions.values()].some((session) => session.originJti === originJti),
    revoke: (refreshToken) => drop((token) => token === refreshToken),
    revokeUser: (username) => drop((_token, session) => session.username === username),
    flush: () => file.flush(),
  };
}

function parse(value: unknown): [string, Session][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const [token, session] = Array.isArray(entry) ? entry : [];
    if (typeof token !== "string" || !isRecord(session)) return [];
    const { originJti, username, clientId, authTime, expiresAt } = session;
    if (typeof originJti !== "string" || typeof username !== "string" || typeof clientId !== "string") return [];
    return [[token, { originJti, username, clientId, authTime: Number(authTime), expiresAt: Number(expiresAt) }]];
  });
}
