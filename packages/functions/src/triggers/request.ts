import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { clock } from "@sleekapp/core/ports/clock";
import { randomUUID } from "node:crypto";

/** Runs a Cognito trigger as the named system actor. */
export function asTrigger<T>(name: string, run: () => Promise<T>): Promise<T> {
  const value: RequestValue = {
    actor: { type: "system", cause: `trigger:${name}` },
    now: clock.now(),
    requestId: randomUUID(),
    standing: async (actor) => actor,
  };
  return Request.with(value, run);
}
