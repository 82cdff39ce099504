import { DesignWords } from "../../design/model.ts";
import { garments } from "../../garment/model.ts";
import { definePicture } from "../picture-task.ts";
import * as policy from "../policy.ts";

/** A picture of a garment that does not exist yet, as its buyer describes it. */
export const designImage = definePicture({
  name: "design-image",
  policy: policy.worker,
  input: DesignWords,
  prompt: ({ description, garmentType, palette }) => ({
    text: [
      `Studio product photograph of one ${garments[garmentType].name.toLowerCase()}, front view, laid flat on plain white, even light.`,
      palette.length > 0 ? `Its colours: ${palette.join(", ")}.` : "",
      `Design: ${description}`,
    ]
      .filter(Boolean)
      .join(" "),
    avoid: "people, faces, hands, logos, brand names, watermarks, text overlays, nudity, violence",
  }),
  width: 1_024,
  height: 1_024,
  timeoutMs: 60_000,
  quota: { perHour: 120, perOwnerDay: 20, taskBps: 6_000 },
});
