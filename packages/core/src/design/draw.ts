import * as z from "zod";
import * as Ai from "../ai/index.ts";
import { designImage } from "../ai/pictures/design-image.ts";
import * as AiJob from "../ai-job/index.ts";
import { action, nothing } from "../kernel/action.ts";
import { unavailable } from "../kernel/error.ts";
import { id, idFrom } from "../kernel/id.ts";
import { sha256 } from "../ports/crypto.ts";
import * as Upload from "../upload/index.ts";
import { DesignWords } from "./model.ts";
import * as policy from "./policy.ts";

/** The largest seed the model takes. */
const MAX_SEED = 858_993_459;

/** Every start of a job is another picture, and a try of the same start is the same one. */
const seedOf = (hash: string): number => Number.parseInt(hash.slice(0, 10), 16) % (MAX_SEED + 1);

const Turn = z.strictObject({ jobId: id("job"), run: z.int(), isLast: z.boolean() });

/**
 * Has the picture of a job drawn and puts it where pictures are looked at; with the verdict the job is done. Throws `ai_job.waiting` while
 * the model has no room and there are tries left, and `ai_job.over` for a job that was stopped meanwhile.
 */
export const draw = action({ name: "design.draw", effect: "command", input: Turn, load: nothing, policy: policy.work }, async ({ input }) => {
  const job = await AiJob.begin(input);
  const { jobId, run, attempts, ownerId, subjectId } = job;
  const fingerprint = sha256(`${jobId}#${run}`);
  const keep = async (bytes: Uint8Array) => {
    await AiJob.stillRunning(job);
    const uploadId = idFrom("upload", Date.parse(job.createdAt), fingerprint);
    await Upload.receive({ uploadId, purpose: "design", subjectId: ownerId, orgId: ownerId, jobId, bytes });
  };
  const about = { key: `${jobId}#${run}#${attempts}`, ownerId, subjectId };
  const said = await Ai.draw(designImage, DesignWords.parse(job.input), { about, seed: seedOf(fingerprint), keep });
  if (said.outcome === "answered") await AiJob.drawn(job);
  else if (AiJob.isPassing(said.outcome) && !input.isLast) {
    await AiJob.waits(job);
    throw unavailable("ai_job.waiting", "The model has no room now; the job is tried again");
  } else await AiJob.fails(job, AiJob.reasonOf(said.outcome));
  return said;
});
