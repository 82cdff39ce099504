import * as z from "zod";
import { designImage } from "../ai/pictures/design-image.ts";
import { drawFor } from "../ai-job/draw.ts";
import { action, nothing } from "../kernel/action.ts";
import { id } from "../kernel/id.ts";
import { DesignWords } from "./model.ts";
import * as policy from "./policy.ts";

const Turn = z.strictObject({ jobId: id("job"), run: z.int(), isLast: z.boolean() });

/** Has the design of a job drawn; throws as `drawFor` does. */
export const draw = action({ name: "design.draw", effect: "command", input: Turn, load: nothing, policy: policy.work }, async ({ input }) =>
  drawFor(input, {
    task: designImage,
    inputOf: (job) => DesignWords.parse(job.input),
    placeOf: ({ ownerId }) => ({ purpose: "design", subjectId: ownerId }),
  }),
);
