import type { Actor } from "./actor.ts";
import { createContext } from "./context.ts";

/** The idempotency key of a command as the caller sent it, with the hash of what it was sent with. */
export type IdempotencyKey = { readonly operation: string; readonly key: string; readonly bodyHash: string };

/** Re-reads what a token only claims, so that a removal or suspension takes effect at the next command. */
export type Standing = (actor: Actor) => Promise<Actor>;

/** The sign-in that the caller's token comes from, and what its owner is shown of it. `id` is the token's `origin_jti`. */
export type SignIn = {
  readonly id: string;
  readonly at: Date;
  readonly device: string;
  readonly address: string;
  /** ISO 3166, where the edge knows it. */
  readonly country?: string;
};

/** Everything about the request in hand that domain code may depend on. */
export type RequestValue = {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly standing: Standing;
  readonly idempotency?: IdempotencyKey;
  /** Where the call comes from, as the edge states it; it is never stored as it stands. */
  readonly address?: string;
  /** For callers with a token. */
  readonly signIn?: SignIn;
  /** Checks that run beside the first reads (rate windows); a command waits for them before it writes. */
  readonly preflight?: Promise<unknown>;
  /** Records made now are marked as demo data, which no metric counts. */
  readonly isDemo?: boolean;
  /** The past is told again: what happens is written down as ever, but nobody hears of it. */
  readonly isReplay?: boolean;
};

export const Request = createContext<RequestValue>("Request");

/** The instant of the request as stored: ISO 8601, UTC, milliseconds. */
export const nowIso = (): string => Request.use().now.toISOString();

/** The mark of records that belong to demo data; nothing for all others. */
export const demoMark = (): { readonly isDemo?: true } => (Request.use().isDemo ? { isDemo: true } : {});
