import * as z from "zod";
import * as Ai from "../ai/index.ts";
import { PictureFacts, productImage } from "../ai/pictures/product-image.ts";
import { pictureWords } from "../ai/tasks/picture-words.ts";
import { drawFor } from "../ai-job/draw.ts";
import * as AiJob from "../ai-job/index.ts";
import { action, nothing } from "../kernel/action.ts";
import { id } from "../kernel/id.ts";
import * as policy from "./policy.ts";

const Turn = z.strictObject({ jobId: id("job"), run: z.int(), isLast: z.boolean() });

/** Has the candidate of a job drawn; throws as `drawFor` does. */
export const drawCandidate = action(
  { name: "product.draw_candidate", effect: "command", input: Turn, load: nothing, policy: policy.work },
  async ({ input }) =>
    drawFor(input, {
      task: productImage,
      inputOf: (job) => PictureFacts.parse(job.input),
      placeOf: ({ subjectId }) => ({ purpose: "product", subjectId }),
    }),
);

const Wanted = z.object({ facts: pictureWords.input, uploadIds: z.array(z.string()) });

/** Has it said what the pictures of a listing show, by the model or by rule; nothing of the listing changes. */
export const writePictureWords = action(
  { name: "product.write_picture_words", effect: "command", input: Turn, load: nothing, policy: policy.work },
  async ({ input }) => {
    const job = await AiJob.begin(input);
    const { jobId, run, ownerId, subjectId } = job;
    const { facts, uploadIds } = Wanted.parse(job.input);
    const { value, source, outcome, costMicros } = await Ai.ask(pictureWords, facts, { key: `${jobId}#${run}`, ownerId, subjectId });
    const words = uploadIds.flatMap((uploadId, index) => (value.words[index] ? [{ uploadId, alt: value.words[index] }] : []));
    await AiJob.finishes(job, { result: { kind: "words", words }, source });
    return { source, outcome, costMicros };
  },
);
