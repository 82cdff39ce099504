import type { Limit, Route } from "@sleekapp/contracts/route";
import type { Actor } from "@sleekapp/core/kernel/actor";
import { refOf } from "@sleekapp/core/kernel/actor";
import { sha256 } from "@sleekapp/core/ports/crypto";
import { spend } from "@sleekapp/core/table/rate-window";
import * as z from "zod";

type Caller = { readonly actor: Actor; readonly address: string; readonly body: unknown; readonly now: Date };

const Fields = z.record(z.string(), z.unknown());

function keyOf(limit: Limit, caller: Caller): string {
  if (limit.per === "address") return `address:${caller.address}`;
  if (limit.per === "user") return `user:${refOf(caller.actor).id}`;
  const fields = Fields.safeParse(caller.body);
  const value = fields.success ? fields.data[limit.per.body] : undefined;
  return `body:${sha256(String(value).trim().toLowerCase())}`;
}

/** Spends one use in every window the route declares; throws `rate.limited` when one is full. */
export async function withinLimits(route: Route, caller: Caller): Promise<void> {
  await Promise.all(
    route.limits.map((limit, index) =>
      spend({ name: `${route.operationId}.${index}`, key: keyOf(limit, caller), max: limit.max, seconds: limit.seconds }, caller.now),
    ),
  );
}
