import * as z from "zod";
import * as Ai from "../ai/index.ts";
import { designAnalysis, MAX_PICTURE_BYTES } from "../ai/tasks/design-analysis.ts";
import * as AiJob from "../ai-job/index.ts";
import { action, nothing } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { id } from "../kernel/id.ts";
import { Blob } from "../ports/blob.ts";
import * as policy from "./policy.ts";
import { analysisOf } from "./rules.ts";
import * as store from "./store.ts";

const Turn = z.strictObject({ jobId: id("job"), run: z.int(), isLast: z.boolean() });

/** The design of a job with its checked picture in base64; undefined for one that was deleted meanwhile or is too large for the model. */
async function pictured(designId: string) {
  const design = await store.find(designId);
  const bytes = design && (await Blob.use().get(design.key));
  if (!bytes || bytes.length > MAX_PICTURE_BYTES) return undefined;
  return { ...design, picture: { type: "image/webp" as const, data: Buffer.from(bytes).toString("base64") } };
}

/** Has the picture of a design read, by the model or, from its words alone, by rule; nothing of the design changes. A picture that is not there ends the job as unfit. */
export const readPicture = action(
  { name: "design.read_picture", effect: "command", input: Turn, load: nothing, policy: policy.work },
  async ({ input, now }) => {
    const job = await AiJob.begin(input);
    const { jobId, run, ownerId, subjectId } = job;
    const found = await pictured(subjectId);
    if (!found) {
      await AiJob.fails(job, "unfit");
      return { outcome: "unfit" };
    }
    const { description, garmentType, palette, picture } = found;
    const facts = { ...(description ? { description } : {}), ...(garmentType ? { garmentType } : {}), palette, today: dateOf(now), picture };
    const { value, source, outcome, costMicros } = await Ai.ask(designAnalysis, facts, { key: `${jobId}#${run}`, ownerId, subjectId });
    await AiJob.finishes(job, { result: { kind: "analysis", analysis: analysisOf(value) }, source });
    return { source, outcome, costMicros };
  },
);
