import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { content } from "../routes/content.ts";

Secrets.provide(ssmSecrets(["edge-secret"]));

/** Public content: nobody signs in here, so nobody's standing is read. */
export const handler = handle(createApp(content, { standing: async (actor) => actor }));
