import { createHmac, randomBytes } from "node:crypto";
import { join } from "node:path";
import { followState, readState } from "../state-file.ts";
import { isRecord } from "../wire.ts";
import type { StripeEvent, StripeObject } from "./objects.ts";

/** An answer that is given again when its idempotency key is used again. */
export interface Replay {
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string;
  readonly at: number;
}

/** Everything the stand-in knows; what changes is followed on disk. */
export interface Store {
  readonly objects: Map<string, StripeObject>;
  readonly events: Map<string, StripeEvent>;
  readonly replays: Map<string, Replay>;
  /** The full numbers behind payment methods; real Stripe never gives them out and neither does this. */
  readonly numbers: Map<string, string>;
  put<T extends StripeObject>(object: T): T;
  find<K extends StripeObject["object"]>(kind: K, id: string | null): Extract<StripeObject, { object: K }> | undefined;
  newId(prefix: string): string;
  changed(): void;
  flush(): Promise<void>;
}

const KEPT_MS = 86_400_000;

/** Opens the state of an account; with a folder it survives a restart. */
export function openStore(dataDir: string | undefined): Store {
  const path = dataDir === undefined ? undefined : join(dataDir, "stripe.json");
  const saved = readState(path, (value) => (isRecord(value) ? value : {}), {});
  const objects = new Map<string, StripeObject>(entries(saved["objects"]));
  const events = new Map<string, StripeEvent>(entries(saved["events"]));
  const replays = new Map<string, Replay>(entries(saved["replays"]));
  const numbers = new Map<string, string>(entries(saved["numbers"]));
  const file = followState(path, () => ({ objects: [...objects], events: [...events], replays: fresh(replays), numbers: [...numbers] }));
  return {
    objects,
    events,
    replays,
    numbers,
    put: (object) => {
      objects.set(object.id, object);
      file.changed();
      return object;
    },
    find: (kind, id) => {
      const found = id === null ? undefined : objects.get(id);
      return found && isKind(found, kind) ? found : undefined;
    },
    newId: (prefix) => `${prefix}_${randomBytes(12).toString("hex")}`,
    changed: () => file.changed(),
    flush: () => file.flush(),
  };
}

function isKind<K extends StripeObject["object"]>(found: StripeObject, kind: K): found is Extract<StripeObject, { object: K }> {
  return found.object === kind;
}

function fresh(replays: Map<string, Replay>): [string, Replay][] {
  return [...replays].filter(([, { at }]) => at > Date.now() - KEPT_MS);
}

/** The file is this module's own writing, so its entries are taken as they are. */
function entries<T>(value: unknown): [string, T][] {
  return Array.isArray(value) ? value : [];
}

/** Now in seconds, as Stripe writes times. */
export function nowSeconds(): number {
  return Math.floor(Date.now() / 1_000);
}

/** The `stripe-signature` header of a webhook: time and HMAC-SHA256 over `time.payload`. */
export function signatureHeader(payload: string, secret: string, at = nowSeconds()): string {
  return `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${payload}`).digest("hex")}`;
}
