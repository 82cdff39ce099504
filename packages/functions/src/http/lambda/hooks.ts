import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { stripeHooks } from "@sleekapp/core/adapters/stripe/hooks";
import { Hooks } from "@sleekapp/core/ports/payment";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { hooks } from "../routes/hooks.ts";

Secrets.provide(ssmSecrets(["edge-secret", "stripe-webhook-secret"]));
Hooks.provide(stripeHooks());

/** Hooks act as the system; what they may do is in the policies. */
export const handler = handle(createApp(hooks, { standing: async (actor) => actor }));
