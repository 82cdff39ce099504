import * as Account from "@sleekapp/core/account";
import { s3Archive } from "@sleekapp/core/adapters/aws/s3";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { Archive } from "@sleekapp/core/ports/archive";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { insight } from "../routes/insight.ts";
import { market } from "../routes/market.ts";

Secrets.provide(ssmSecrets(["edge-secret"]));
Archive.provide(s3Archive());

export const handler = handle(createApp([...insight, ...market], { standing: Account.standing }));
