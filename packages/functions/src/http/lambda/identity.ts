import * as Account from "@sleekapp/core/account";
import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { Queue } from "@sleekapp/core/ports/queue";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { identity } from "../routes/identity.ts";

Secrets.provide(ssmSecrets(["edge-secret", "code-pepper"]));
Queue.provide(sqsQueue());

export const handler = handle(createApp(identity, { standing: Account.standing }));
