import * as Account from "@sleekapp/core/account";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { identity } from "../routes/identity.ts";

Secrets.provide(ssmSecrets(["edge-secret", "proof-key"]));

export const handler = handle(createApp(identity, { standing: Account.standing }));
