import * as Account from "@sleekapp/core/account";
import { s3Links } from "@sleekapp/core/adapters/aws/s3-links";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { stripePayments } from "@sleekapp/core/adapters/stripe/payments";
import { Links } from "@sleekapp/core/ports/blob";
import { Payments } from "@sleekapp/core/ports/payment";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { money } from "../routes/money.ts";

Secrets.provide(ssmSecrets(["edge-secret", "stripe-secret-key"]));
Payments.provide(stripePayments());
Links.provide(s3Links());

export const handler = handle(createApp(money, { standing: Account.standing }));
