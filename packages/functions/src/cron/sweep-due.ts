import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { Queue } from "@sleekapp/core/ports/queue";
import { clock } from "@sleekapp/core/ports/clock";
import { s3Blob, s3Media } from "@sleekapp/core/adapters/aws/s3";
import { Blob, Media } from "@sleekapp/core/ports/blob";
import * as Ai from "@sleekapp/core/ai/lost";
import * as Import from "@sleekapp/core/product-import";
import * as Upload from "@sleekapp/core/upload";
import { sweepSearches } from "@sleekapp/core/saved-search/sweep";
import * as SignIn from "@sleekapp/core/sign-in";
import { sweepHolds } from "@sleekapp/core/order/expire";
import { sweepOutbox } from "@sleekapp/core/sweep";
import { randomUUID } from "node:crypto";
import { logger } from "../http/log.ts";

Queue.provide(sqsQueue());
Blob.provide(s3Blob());
Media.provide(s3Media());

/**
 * Every minute: publish what is still in the outbox, give back pieces whose hold has run out, write down the sign-ins that were given up,
 * take away uploads that came to nothing, call imports failed that nobody works on any more, settle calls of models
 * during which something ended, and say of which searches it is time to look
 * for what is new.
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
  const failed = await Request.with(request, SignIn.settleGivenUp);
  const uploads = await Request.with(request, Upload.sweepAbandoned);
  const imports = await Request.with(request, Import.failStill);
  const lostCalls = await Request.with(request, Ai.settleLost);
  const searches = await Request.with(request, sweepSearches);
  if (published > 0) logger.warn("sweep", { published });
  if (lostCalls > 0) logger.warn("sweep", { lostCalls });
  if (imports > 0) logger.warn("sweep", { imports });
  const done = Object.entries({ endedHolds: ended, uploads, searches, failedSignIns: failed }).filter(([, many]) => many > 0);
  if (done.length > 0) logger.info("sweep", Object.fromEntries(done));
}
