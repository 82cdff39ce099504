import * as Account from "@sleekapp/core/account";
import { s3Links } from "@sleekapp/core/adapters/aws/s3-links";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { Links } from "@sleekapp/core/ports/blob";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { order } from "../routes/order.ts";
import { rating } from "../routes/rating.ts";

Secrets.provide(ssmSecrets(["edge-secret", "field-keys"]));
Links.provide(s3Links());

export const handler = handle(createApp([...order, ...rating], { standing: Account.standing }));
