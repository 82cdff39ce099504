import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { Queue } from "@sleekapp/core/ports/queue";
import { clock } from "@sleekapp/core/ports/clock";
import * as SignIn from "@sleekapp/core/sign-in";
import { sweepOutbox } from "@sleekapp/core/sweep";
import { randomUUID } from "node:crypto";
import { logger } from "../http/log.ts";

Queue.provide(sqsQueue());

/** Every minute: publish what is still in the outbox, and write down the sign-ins that were given up. */
export async function handler(): Promise<void> {
  const request: RequestValue = {
    actor: { type: "system", cause: "cron:sweep-due" },
    now: clock.now(),
    requestId: randomUUID(),
    standing: async (actor) => actor,
  };
  const published = await sweepOutbox(request.now);
  const failed = await Request.with(request, SignIn.settleGivenUp);
  if (published > 0) logger.warn("sweep", { published });
  if (failed > 0) logger.info("sweep", { failedSignIns: failed });
}
