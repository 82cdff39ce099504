import type { Limit, Route } from "@sleekapp/contracts/route";
import type { Actor } from "@sleekapp/core/kernel/actor";
import { refOf } from "@sleekapp/core/kernel/actor";
import { isKind } from "@sleekapp/core/kernel/error";
import { sha256 } from "@sleekapp/core/ports/crypto";
import { type Left, spend } from "@sleekapp/core/table/rate-window";
import * as z from "zod";
import { logger } from "./log.ts";

type Caller = {
  readonly actor: Actor;
  readonly address: string;
  readonly body: unknown;
  readonly params: Readonly<Record<string, unknown>>;
  readonly now: Date;
};

const Fields = z.record(z.string(), z.unknown());

function keyOf(limit: Limit, caller: Caller): string {
  if (limit.per === "address") return `address:${caller.address}`;
  // Visitors have no name, and would use up one another's windows: each has that of the place they call from.
  if (limit.per === "user") return caller.actor.type === "visitor" ? `visitor:${caller.address}` : `user:${refOf(caller.actor).id}`;
  const [name, fields] = "param" in limit.per ? [limit.per.param, caller.params] : [limit.per.body, Fields.catch({}).parse(caller.body)];
  // A target may be an address or a name, which no key of the table shall hold.
  return `target:${sha256(String(fields[name]).trim().toLowerCase())}`;
}

/** A read whose use cannot be counted is let through; what costs money or sends a mail is not. */
const unlessRead = (route: Route) => (error: unknown) => {
  if (route.method !== "GET" || isKind(error, "limited")) throw error;
  logger.warn("limit", { route: route.operationId, outcome: "not counted", cause: error instanceof Error ? error : new Error("unknown") });
  return [];
};

/**
 * Spends one use in every window the route declares, beside those its action counts, and gives what is left of the fullest.
 * Throws `rate.limited` when one is full.
 */
export async function withinLimits(route: Route, caller: Caller): Promise<Left | undefined> {
  const counted = route.limits.map(async (limit, index) => {
    if (limit.inAction) return [];
    const window = { name: `${route.operationId}.${index}`, key: keyOf(limit, caller), max: limit.max, seconds: limit.seconds };
    return spend(window, caller.now).then((left) => [left], unlessRead(route));
  });
  const left = (await Promise.all(counted)).flat();
  return left.toSorted((a, b) => a.remaining - b.remaining)[0];
}

/** What a caller is told of the window that is fullest, by the names of the IETF's draft on them (draft-ietf-httpapi-ratelimit-headers-07). */
export const limitHeaders = ({ max, remaining, seconds }: Left): Readonly<Record<string, string>> => ({
  "ratelimit-limit": String(max),
  "ratelimit-remaining": String(remaining),
  "ratelimit-reset": String(seconds),
});
