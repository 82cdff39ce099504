import * as z from "zod";
import { action } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import * as Order from "../order/index.ts";
import { partyOf } from "../order/policy.ts";
import { attachedFiles, filesOf } from "./file-view.ts";
import { sentFileLink, sentFiles } from "./files-sent.ts";
import type { FilesOf } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import type { FileView } from "./view.ts";

const ById = z.strictObject({ orderId: id("order") });

/** The files of the quote that became the order; of one that was won by a bid, those that the buyer had sent to the bidders. */
const sourceOf = async (quoteId: string): Promise<FilesOf | undefined> => (await store.find(quoteId))?.quote.filesOf;

async function shownOf(quoteId: string): Promise<readonly FileView[]> {
  const sent = await sourceOf(quoteId);
  return sent ? sentFiles(sent) : attachedFiles(await filesOf(quoteId));
}

async function load({ orderId }: { readonly orderId: string }) {
  const core = await Order.findCore(orderId);
  return core && { order: core.order };
}

/** A supplier that is only offered an order has not taken it. Throws `quote.files_offered`. */
function assertTaken({ status, heldFrom, ownerId, supplierId }: Order.Info, actor: Actor): void {
  const party = partyOf(actor, { ownerId, supplierId });
  if ((heldFrom ?? status) === "offered" && (party === "supplier" || party === "factory"))
    throw conflict("quote.files_offered", "You open the files of this order when you have taken it");
}

/** The files that an order is made by: for its buyer, the platform and, once it has taken the order, the supplier that makes it. */
export const filesOfOrder = action(
  { name: "quote.files_of_order", effect: "read", input: ById, load, policy: policy.filesOfOrder },
  async ({ record: { order }, actor }): Promise<{ readonly items: readonly FileView[] }> => {
    assertTaken(order, actor);
    return { items: order.quoteId ? await shownOf(order.quoteId) : [] };
  },
);

/** A link to one of the files that an order is made by, for five minutes. */
export const fileLinkOfOrder = action(
  {
    name: "quote.file_link_of_order",
    effect: "sensitive-read",
    input: ById.extend({ uploadId: id("upload") }),
    load,
    policy: policy.filesOfOrder,
  },
  async ({ input: { uploadId }, record: { order }, actor }) => {
    assertTaken(order, actor);
    const { quoteId = "" } = order;
    return sentFileLink((await sourceOf(quoteId)) ?? { quoteId, uploadIds: [uploadId] }, uploadId);
  },
);
