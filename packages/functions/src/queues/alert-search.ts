import { s3Snapshot } from "@sleekapp/core/adapters/aws/s3-snapshot";
import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { snapshotSearch } from "@sleekapp/core/adapters/minisearch/snapshot";
import { ProductSearch } from "@sleekapp/core/ports/product-search";
import { Queue } from "@sleekapp/core/ports/queue";
import { Secrets } from "@sleekapp/core/ports/secrets";
import * as SavedSearch from "@sleekapp/core/saved-search";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

Secrets.provide(ssmSecrets(["proof-key", "field-keys"]));
Queue.provide(sqsQueue());
ProductSearch.provide(snapshotSearch(s3Snapshot()));

/** Looks whether anything new fits a search whose day has come, and writes to its owner. */
export const handler = consumer("alert-search", async (body) => SavedSearch.alert(SavedSearch.Due.schema.parse(EventMessage.parse(body).data)));
