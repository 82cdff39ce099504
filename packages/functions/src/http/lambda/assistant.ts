import * as Account from "@sleekapp/core/account";
import { bedrockModel } from "@sleekapp/core/adapters/aws/bedrock";
import { s3Links } from "@sleekapp/core/adapters/aws/s3-links";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { Links } from "@sleekapp/core/ports/blob";
import { Model } from "@sleekapp/core/ports/model";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { handle } from "hono/aws-lambda";
import { createApp } from "../app.ts";
import { ai } from "../routes/ai.ts";
import { brief } from "../routes/brief.ts";
import { aiJob, design } from "../routes/design.ts";

Secrets.provide(ssmSecrets(["edge-secret"]));
Model.provide(bedrockModel());
Links.provide(s3Links());

/** What asks a model while somebody waits, and what is had done by one while nobody does: that is a queue's work. */
export const handler = handle(createApp([...brief, ...ai, ...aiJob, ...design], { standing: Account.standing }));
