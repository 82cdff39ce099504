import * as z from "zod";
import * as AiJob from "../ai-job/index.ts";
import type { PictureFacts } from "../ai/pictures/product-image.ts";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { commit } from "../table/commit.ts";
import type { Draft } from "./model.ts";
import * as policy from "./policy.ts";
import { working } from "./revision.ts";
import * as store from "./store.ts";

const ById = z.strictObject({ productId: id("product") });
const load = ({ productId }: { readonly productId: string }) => store.find(productId);

/** What a listing says that a picture and its words are made from, as it is stored. */
function known({ title = "", category, fabric, colours = [] }: Draft) {
  if (!category || !fabric) throw conflict("product.too_little", "Say at least the category and the fabric first");
  return { title, category, fabric, colours: [...colours] };
}

type Asked = Pick<Parameters<typeof AiJob.opening>[0], "task" | "input">;

async function open({ productId, orgId }: store.Info, asked: Asked): Promise<AiJob.JobView> {
  const { view, writes, events } = AiJob.opening({ ...asked, ownerId: orgId, subjectId: productId });
  return commit({ about: view.jobId, writes, events, reply: view });
}

/**
 * Has a picture of a listing drawn from what is stored of the product. It is a candidate beside the listing's pictures, which stay as they
 * are until its supplier takes it, for a live listing into its revision. Throws `product.too_little` while category or fabric is not known.
 */
export const askCandidate = action(
  { name: "product.ask_candidate", effect: "command", input: ById, load, policy: policy.write },
  async ({ record }) => {
    const { draft } = working(record);
    const input: PictureFacts = { ...known(draft), isKnitwear: draft.family === "knitwear" };
    return open(record, { task: "product-image", input });
  },
);

/**
 * Has it suggested what the pictures of a listing show, for its supplier to look at each and take or leave. Throws `product.too_little`,
 * and `product.no_pictures` for a listing without any.
 */
export const askPictureWords = action(
  { name: "product.ask_picture_words", effect: "command", input: ById, load, policy: policy.write },
  async ({ record }) => {
    const { draft, pictures } = working(record);
    if (pictures.length === 0) throw conflict("product.no_pictures", "This listing has no picture yet");
    const facts = { ...known(draft), pictures: pictures.length };
    return open(record, { task: "picture-words", input: { facts, uploadIds: pictures.map(({ uploadId }) => uploadId) } });
  },
);
