import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { Queue } from "@sleekapp/core/ports/queue";
import { clock } from "@sleekapp/core/ports/clock";
import { sweepOutbox } from "@sleekapp/core/sweep";
import { logger } from "../http/log.ts";

Queue.provide(sqsQueue());

/** Every minute: publish what is still in the outbox. */
export async function handler(): Promise<void> {
  const published = await sweepOutbox(clock.now());
  if (published > 0) logger.warn("sweep", { published });
}
