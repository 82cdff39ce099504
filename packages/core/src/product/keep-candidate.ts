import * as z from "zod";
import { PictureFacts } from "../ai/pictures/product-image.ts";
import * as AiJob from "../ai-job/index.ts";
import { action } from "../kernel/action.ts";
import { notFound } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { Request } from "../kernel/request.ts";
import * as Upload from "../upload/index.ts";
import { pictureOf, pictureView } from "./picture.ts";
import * as policy from "./policy.ts";

const Looked = z.strictObject({ productId: id("product"), uploadId: id("upload") });
const load = ({ productId, uploadId }: z.output<typeof Looked>) => Upload.find(productId, uploadId);

/** A picture that no listing shows goes after a week; a day before that it is not offered any more. */
const OFFERED_MS = 6 * 86_400_000;

/** What the picture was asked to show, which its supplier looks at and changes. */
function altOf(input: unknown): string {
  const { category, colours } = PictureFacts.parse(input);
  const garment = [colours[0], category.toLowerCase()].filter(Boolean).join(" ").slice(0, 120);
  return `${garment.charAt(0).toUpperCase()}${garment.slice(1)} from the front, drawn by a model`;
}

/** A picture that was drawn for a listing and has been looked at: it stands beside the listing for its supplier to take. */
export const keepCandidate = action(
  { name: "product.keep_candidate", effect: "command", input: Looked, load, policy: policy.work },
  async ({ record: upload }) => {
    const job = upload.jobId === undefined ? undefined : await AiJob.find(upload.jobId);
    if (!job) throw notFound();
    const { uploadId } = upload;
    const until = new Date(Request.use().now.getTime() + OFFERED_MS).toISOString();
    const view = pictureView(pictureOf(upload, altOf(job.input)));
    return AiJob.finishes(job, { result: { kind: "picture", uploadId, until, ...view }, source: "model" });
  },
);
