import * as Account from "@sleekapp/core/account";
import { bedrockModel } from "@sleekapp/core/adapters/aws/bedrock";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { Model } from "@sleekapp/core/ports/model";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { ai } from "../routes/ai.ts";
import { brief } from "../routes/brief.ts";

Secrets.provide(ssmSecrets(["edge-secret"]));
Model.provide(bedrockModel());

/** What asks a model while somebody waits; all else that does is a queue's work. */
export const handler = handle(createApp([...brief, ...ai], { standing: Account.standing }));
