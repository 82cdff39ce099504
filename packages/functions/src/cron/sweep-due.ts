import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { Queue } from "@sleekapp/core/ports/queue";
import { clock } from "@sleekapp/core/ports/clock";
import { s3Blob, s3Media } from "@sleekapp/core/adapters/aws/s3";
import { s3Snapshot } from "@sleekapp/core/adapters/aws/s3-snapshot";
import { snapshotSearch } from "@sleekapp/core/adapters/minisearch/snapshot";
import { Blob, Media } from "@sleekapp/core/ports/blob";
import { ProductSearch } from "@sleekapp/core/ports/product-search";
import * as Ai from "@sleekapp/core/ai/lost";
import * as Import from "@sleekapp/core/product-import";
import * as Upload from "@sleekapp/core/upload";
import { sweepSearches } from "@sleekapp/core/saved-search/sweep";
import { renewOutdated } from "@sleekapp/core/search/renew";
import * as SignIn from "@sleekapp/core/sign-in";
import { sweepHolds } from "@sleekapp/core/order/expire";
import { sweepOverdue } from "@sleekapp/core/order/overdue";
import { sweepOrders } from "@sleekapp/core/order/watch";
import { sweepOutbox } from "@sleekapp/core/sweep";
import { randomUUID } from "node:crypto";
import { logger } from "../http/log.ts";

Queue.provide(sqsQueue());
Blob.provide(s3Blob());
Media.provide(s3Media());
ProductSearch.provide(snapshotSearch(s3Snapshot()));

/** A release comes with new containers: one that has seen an index of its own release need not look again. */
let isIndexSeen = false;

/** After a release that reads the catalogue's index in another way the worker is told so, until there is one that can be read. */
async function lookAtIndex(request: RequestValue): Promise<void> {
  if (isIndexSeen) return;
  const isOutdated = await Request.with(request, renewOutdated);
  if (isOutdated) logger.warn("sweep", { catalogue: "of another release" });
  isIndexSeen = !isOutdated;
}

/**
 * Every minute: publish what is still in the outbox, at full hours look after paid orders that do not go on, give back pieces whose hold has run out, remind of what is to be paid, end offers,
 * orders and claims whose time is over, write down the sign-ins that were given up,
 * take away uploads that came to nothing, call imports failed that nobody works on any more, settle calls of models
 * during which something ended, say of which searches it is time to look
 * for what is new, and have the catalogue's index made anew where it is of another release.
 */
export async function handler(): Promise<void> {
  const request: RequestValue = {
    actor: { type: "system", cause: "cron:sweep-due" },
    now: clock.now(),
    requestId: randomUUID(),
    standing: async (actor) => actor,
  };
  const published = await sweepOutbox(request.now);
  const ended = await Request.with(request, sweepHolds);
  const overdue = await Request.with(request, sweepOverdue);
  const alarms = await Request.with(request, sweepOrders);
  const failed = await Request.with(request, SignIn.settleGivenUp);
  const uploads = await Request.with(request, Upload.sweepAbandoned);
  const imports = await Request.with(request, Import.failStill);
  const lostCalls = await Request.with(request, Ai.settleLost);
  const searches = await Request.with(request, sweepSearches);
  if (alarms > 0) logger.warn("sweep", { alarms });
  if (published > 0) logger.warn("sweep", { published });
  if (lostCalls > 0) logger.warn("sweep", { lostCalls });
  if (imports > 0) logger.warn("sweep", { imports });
  const done = Object.entries({ endedHolds: ended, overdue, uploads, searches, failedSignIns: failed }).filter(([, many]) => many > 0);
  if (done.length > 0) logger.info("sweep", Object.fromEntries(done));
  await lookAtIndex(request);
}
