import * as z from "zod";
import { route } from "./route.ts";

export const receiveStripeEvent = route({
  operationId: "receiveStripeEvent",
  lambda: "hooks",
  method: "POST",
  path: "/v1/hooks/stripe",
  summary: "Takes an event of the payment provider: its signature is checked, it is noted once, and the work follows on a queue",
  auth: "hook",
  who: ["stripe"],
  response: z.strictObject({ received: z.boolean() }),
});
