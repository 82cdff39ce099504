import * as AiJob from "@sleekapp/core/ai-job";
import { draw } from "@sleekapp/core/design/draw";
import { readPicture } from "@sleekapp/core/design/read-picture";
import { drawCandidate, writePictureWords } from "@sleekapp/core/product/candidate-work";
import type { EventMessage } from "@sleekapp/core/table/outbox";
import { logger } from "../http/log.ts";
import type { Turn } from "./consume.ts";

type Job = { readonly jobId: string; readonly run: number; readonly isLast: boolean };

/** Who does which task. */
const workers: Readonly<Record<AiJob.Task, (job: Job) => Promise<object>>> = {
  "design-image": draw,
  "product-image": drawCandidate,
  "picture-words": writePictureWords,
  "design-analysis": readPicture,
};

/** Does a job of its task's worker. */
export async function doJob(event: EventMessage, { isLast }: Turn): Promise<unknown> {
  const { jobId, task, run } = AiJob.Asked.schema.parse(event.data);
  const said = await workers[task]({ jobId, run, isLast });
  logger.info("ai", { task, about: jobId, ...said });
  return said;
}
