import * as z from "zod";
import { definePicture } from "../picture-task.ts";
import * as policy from "../policy.ts";

const Line = z.string().max(300);

/** What of a listing a picture is drawn from: the product, not its price, its supplier or its buyers. */
export const PictureFacts = z.strictObject({
  title: Line,
  category: Line,
  fabric: Line,
  colours: z.array(Line).max(40),
  isKnitwear: z.boolean(),
});
export type PictureFacts = z.infer<typeof PictureFacts>;

const first = (text: string, most: number): string => text.slice(0, most);

/** A picture of a product that is listed, for its supplier to take or leave: knitwear as if worn by nobody, all else laid flat. */
export const productImage = definePicture({
  name: "product-image",
  policy: policy.worker,
  input: PictureFacts,
  prompt: ({ title, category, fabric, colours, isKnitwear }) => ({
    text: [
      `Catalogue photograph of one garment, front view, ${isKnitwear ? "on an invisible mannequin" : "laid flat"}, plain white background, even light.`,
      `Garment: ${first(category, 100)}. Cloth: ${first(fabric, 100)}.`,
      colours[0] ? `Colour: ${first(colours[0], 60)}.` : "",
      `Named: ${first(title, 200)}.`,
    ]
      .filter(Boolean)
      .join(" "),
    avoid: "people, faces, hands, logos, brand names, watermarks, text, price tags, certificates, nudity, violence",
  }),
  width: 832,
  height: 1_024,
  timeoutMs: 60_000,
  quota: { perHour: 120, perOwnerDay: 20, taskBps: 6_000 },
});
