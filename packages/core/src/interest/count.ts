import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { conflict } from "../kernel/error.ts";
import { sha256 } from "../ports/crypto.ts";
import * as Product from "../product/index.ts";
import * as Quote from "../quote/index.ts";
import { commit } from "../table/commit.ts";
import type { Count } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const Happened = z.object({ type: z.string(), at: z.string(), data: z.record(z.string(), z.unknown()) });
type Happened = z.infer<typeof Happened>;

const AboutProduct = z.object({ productId: z.string() });
const Saved = AboutProduct.extend({ userId: z.string() });
const OfOrder = z.object({ productId: z.string().optional(), quoteId: z.string().optional() });

/** Which count something adds to, of which listing; `once` names what it counts once for. */
type Rise = { readonly productId: string; readonly count: Count; readonly once?: string };

/** An order is of a listing when its pieces were, or when the quote it was made of came from an offer for one. */
async function orderOf(data: Happened["data"]): Promise<Rise | undefined> {
  const { productId, quoteId } = OfOrder.parse(data);
  const source = productId === undefined && quoteId !== undefined ? await Quote.sourceOf(quoteId) : undefined;
  const of = productId ?? source?.productId;
  return of === undefined ? undefined : { productId: of, count: "orders" };
}

const rises: Readonly<Record<string, (happened: Happened) => Promise<Rise | undefined>>> = {
  "wishlist.saved": async ({ data, at }) => {
    const { productId, userId } = Saved.parse(data);
    return { productId, count: "hearts", once: sha256(`heart ${userId} ${dateOf(at)} ${productId}`) };
  },
  "inquiry.asked": async ({ data }) => ({ productId: AboutProduct.parse(data).productId, count: "inquiries" }),
  "inquiry.converted": async ({ data }) => ({ productId: AboutProduct.parse(data).productId, count: "quotes" }),
  "order.opened": ({ data }) => orderOf(data),
};

/**
 * Counts what has happened to a listing, once: the message's inbox row is in the same transaction. A heart that is pressed, taken back
 * and pressed again on one day is one. Throws `interest.counted` for what was counted before, and `interest.no_listing`.
 */
export const count = action({ name: "interest.count", effect: "command", input: Happened, load: nothing, policy: policy.work }, async ({ input }) => {
  const rise = await rises[input.type]?.(input);
  const supplierId = rise && (await Product.suppliersOf([rise.productId])).get(rise.productId);
  if (!rise || supplierId === undefined) throw conflict("interest.no_listing", "This is about no listing that is there");
  const { productId, once } = rise;
  const on = dateOf(input.at);
  return commit({
    about: productId,
    writes: [
      ...store.countWrites({ productId, supplierId, on, by: { [rise.count]: 1 } }),
      ...(once === undefined ? [] : [store.markWrite(once, on)]),
    ],
    events: [],
    reply: null,
    refused: () => conflict("interest.counted", "This was counted before"),
  });
});
