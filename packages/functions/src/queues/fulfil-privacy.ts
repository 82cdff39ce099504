import { cognitoDirectory } from "@sleekapp/core/adapters/aws/cognito";
import { s3Blob, s3Media } from "@sleekapp/core/adapters/aws/s3";
import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { config } from "@sleekapp/core/config";
import { conflict, isKind } from "@sleekapp/core/kernel/error";
import { Blob, Media } from "@sleekapp/core/ports/blob";
import { Directory } from "@sleekapp/core/ports/directory";
import { Queue } from "@sleekapp/core/ports/queue";
import { Secrets } from "@sleekapp/core/ports/secrets";
import * as Privacy from "@sleekapp/core/privacy";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

Blob.provide(s3Blob());
Media.provide(s3Media());
Directory.provide(cognitoDirectory(() => config("USER_POOL_ID")));
Queue.provide(sqsQueue());
Secrets.provide(ssmSecrets(["code-pepper", "field-keys"]));

/** Nothing is left to do for somebody who has been forgotten meanwhile. */
async function unlessGone(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => {
    throw isKind(error, "not_found") ? conflict("privacy.gone", "The person has been forgotten meanwhile") : error;
  });
}

/** Makes the copies that people ask for, and forgets those who want to be forgotten. */
export const handler = consumer("fulfil-privacy", async (body) => {
  const { type, data } = EventMessage.parse(body);
  if (type === Privacy.ExportAsked.type) return unlessGone(Privacy.makeExport(Privacy.ExportAsked.schema.parse(data)));
  const { userId } = Privacy.ErasureAsked.schema.parse(data);
  return unlessGone(Privacy.erase({ userId }));
});
