import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { viewOf } from "./change.ts";
import { CopyAsked } from "./event.ts";
import * as policy from "./policy.ts";
import { working } from "./revision.ts";
import * as store from "./store.ts";
import type { ProductDraftView } from "./view.ts";

const load = ({ productId }: { productId: string }) => store.find(productId);

/**
 * Asks for words of a listing to be suggested from what is stored of the product; they come in a while and stand beside the listing for
 * its supplier to take or leave. Throws `product.too_little` while neither category nor fabric is known.
 */
export const askCopy = action(
  {
    name: "product.ask_copy",
    effect: "command",
    input: z.strictObject({ productId: id("product") }),
    load,
    policy: policy.write,
  },
  async ({ record }): Promise<ProductDraftView> => {
    const { draft } = working(record);
    if (!draft.category || !draft.fabric) throw conflict("product.too_little", "Say at least the category and the fabric first");
    const { productId, orgId } = record;
    const copy = { askId: newId("job"), askedAt: nowIso() };
    return commit({
      about: productId,
      writes: [store.copyAskWrite(productId, copy)],
      events: [CopyAsked({ productId, orgId, askId: copy.askId })],
      changed: { before: { copyAskedAt: record.copy?.askedAt }, after: { copyAskedAt: copy.askedAt } },
      reply: viewOf({ ...record, copy }),
    });
  },
);
