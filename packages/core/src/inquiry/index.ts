import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { demoMark, nowIso } from "../kernel/request.ts";
import { scopeOf } from "../kernel/scope.ts";
import * as Product from "../product/index.ts";
import { commit } from "../table/commit.ts";
import { Asked } from "./event.ts";
import { garmentOfListing } from "./garment.ts";
import { Quantity, type Side, Text } from "./model.ts";
import * as policy from "./policy.ts";
import { expiresAt, withoutContacts } from "./rules.ts";
import * as store from "./store.ts";
import { cardOf, viewOf } from "./shown.ts";
import type { InquiryCard, InquiryView } from "./view.ts";

export { Side, Status } from "./model.ts";
export { InquiryCard, InquiryView } from "./view.ts";
export { convert } from "./convert.ts";
export { Answered, Asked, Converted, Declined, Offered } from "./event.ts";
export { decline, offer, write } from "./talk.ts";

const ById = z.strictObject({ inquiryId: id("inquiry") });
const load = ({ inquiryId }: z.output<typeof ById>) => store.find(inquiryId);

const viewerOf = (actor: Actor, inquiry: store.Info) => policy.sideOf(actor, inquiry) ?? "admin";

/** One thread: everything both sides said, with the prices that are the reader's to see. */
export const get = action(
  { name: "inquiry.get", effect: "read", input: ById, load, policy: policy.read },
  async ({ record, actor }): Promise<InquiryView> => viewOf(record, viewerOf(actor, record), nowIso()),
);

/** The inquiries of the caller's organisation, what was written to last first. */
export const list = action(
  { name: "inquiry.list", effect: "read", input: PageQuery, load: nothing, policy: policy.list },
  async ({ input, actor }): Promise<Page<InquiryCard>> => {
    const scope = scopeOf(actor);
    if (scope.by === "admin") throw forbidden("inquiry.list.forbidden", "You are not allowed to list these");
    const page = await store.list(scope, input);
    return { ...page, items: page.items.map((inquiry) => cardOf(inquiry, nowIso())) };
  },
);

const Asking = z.strictObject({ productId: id("product"), quantity: Quantity, text: Text });
const loadAsked = async ({ productId }: z.output<typeof Asking>) => ({ product: await Product.find(productId) });

/**
 * A buyer asks a supplier about a listing, which opens a thread; contact details are taken out of what is written. Throws
 * `inquiry.not_listed` for what is not in the catalogue and `inquiry.below_minimum` for less than the listing's smallest run.
 */
export const ask = action(
  { name: "inquiry.ask", effect: "command", input: Asking, load: loadAsked, policy: policy.ask },
  async ({ input: { quantity, text }, record: { product }, actor, now }) => {
    const garment = product && garmentOfListing(product);
    if (!product?.slug || !garment) throw conflict("inquiry.not_listed", "This product is not in the catalogue, or not any more");
    const minimum = product.draft.moq ?? 1;
    if (quantity < minimum) throw conflict("inquiry.below_minimum", `The smallest run of this product is ${minimum} pieces`, { minimum });
    const { productId, slug, orgId: supplierId, supplierName, feeBps } = product;
    const [inquiryId, messageId, at] = [newId("inquiry"), newId("message"), nowIso()];
    const about = { inquiryId, productId, supplierId };
    const asked = {
      ...about,
      slug,
      supplierName,
      quantity,
      feeBps,
      garment,
      title: product.draft.title ?? "",
      ownerId: actor.type === "member" ? actor.orgId : "",
    };
    return commit({
      about: inquiryId,
      writes: [
        store.createWrite({ ...asked, lastSide: "buyer", lastAt: at, createdAt: at, expiresAt: expiresAt(now), ...demoMark() }),
        store.messageWrite(inquiryId, { messageId, side: "buyer", text: withoutContacts(text), at }),
      ],
      events: [Asked({ ...about, messageId, side: "buyer" })],
      reply: { inquiryId },
    });
  },
);

/** An offer with the prices that its reader is shown. */
function offerOf(said: InquiryView["messages"][number] | undefined) {
  const { unitPrice, total, leadDays, validUntilOn } = said?.offer ?? {};
  return unitPrice && total && leadDays && validUntilOn ? { offer: { unitPrice, total, leadDays, validUntilOn } } : {};
}

/** What the other side is written to about something that was said, and which organisation that is; undefined when the thread has gone. */
export async function letterOf(inquiryId: string, { messageId, side }: { readonly messageId?: string | undefined; readonly side: Side }) {
  const inquiry = await store.find(inquiryId);
  if (!inquiry) return undefined;
  const { title, quantity, supplierName, ownerId, supplierId, status } = inquiry;
  const reader = side === "buyer" ? "supplier" : "buyer";
  const said = viewOf(inquiry, reader, nowIso()).messages.find((one) => one.messageId === messageId);
  return {
    to: reader === "buyer" ? ownerId : supplierId,
    product: title,
    quantity: said?.offer?.quantity ?? quantity,
    from: side === "buyer" ? "A buyer" : supplierName,
    ...(said?.text === undefined ? {} : { text: said.text }),
    ...offerOf(said),
    isDeclined: status === "declined",
  };
}
