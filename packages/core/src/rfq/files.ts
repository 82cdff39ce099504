import * as z from "zod";
import { action } from "../kernel/action.ts";
import { notFound } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { Request } from "../kernel/request.ts";
import * as Quote from "../quote/index.ts";
import type { FileView } from "../quote/view.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const ById = z.strictObject({ rfqId: id("rfq") });

/** The caller's own side of a request, with what the buyer sent along. */
const load = async ({ rfqId }: { readonly rfqId: string }) => {
  const { actor } = Request.use();
  return actor.type === "member" && actor.orgKind === "supplier" ? store.findRequest(rfqId, actor.orgId) : undefined;
};

/** Who has passed, or was not taken, has no more use for them. */
const isIn = ({ party: { state } }: store.Request): boolean => state === "invited" || state === "bidding" || state === "awarded";

/** The files that the buyer chose to send along with a request, for an invited supplier that is still in it. */
export const files = action(
  { name: "rfq.files", effect: "read", input: ById, load, policy: policy.readRequest },
  async ({ record }): Promise<{ readonly items: readonly FileView[] }> => ({
    items: record.filesOf && isIn(record) ? await Quote.sentFiles(record.filesOf) : [],
  }),
);

/** A link to one of them, for five minutes, as a download. */
export const fileLink = action(
  { name: "rfq.file_link", effect: "sensitive-read", input: ById.extend({ uploadId: id("upload") }), load, policy: policy.readRequest },
  async ({ input: { uploadId }, record }) => {
    if (!record.filesOf || !isIn(record)) throw notFound();
    return Quote.sentFileLink(record.filesOf, uploadId);
  },
);
