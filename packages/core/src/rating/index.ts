import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { demoMark, nowIso } from "../kernel/request.ts";
import * as Order from "../order/index.ts";
import { countWrite } from "../supplier/figures.ts";
import { commit } from "../table/commit.ts";
import { listingWrite } from "./listing.ts";
import { Reply, Scores, State, Words } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import type { OrderRating, RatingView } from "./view.ts";

export { Scores, State } from "./model.ts";

const about = { orderId: id("order"), supplierId: z.string() };
export const Given = defineEvent("rating.given", z.object(about));
export const Replied = defineEvent("rating.replied", z.object(about));
export const Shown = defineEvent("rating.shown", z.object(about));
export const Hidden = defineEvent("rating.hidden", z.object(about));

const viewOf = ({ orderId, scores, words, state, reply, repliedAt, createdAt }: store.Info): RatingView => ({
  orderId,
  scores,
  state,
  createdAt,
  ...(words ? { words } : {}),
  ...(reply ? { reply } : {}),
  ...(repliedAt ? { repliedAt } : {}),
});

const byId = z.strictObject({ orderId: id("order") });

/** The order, and the rating it has; only an order that somebody made can have one. */
async function load({ orderId }: z.output<typeof byId>) {
  const order = await Order.find(orderId);
  const rating = order?.supplierId ? await store.find({ supplierId: order.supplierId, orderId }) : undefined;
  return order && { order, ...(rating ? { rating } : {}) };
}

/** The rating of an order, for its parties and the platform, and what the caller could do about it. */
export const get = action(
  { name: "rating.get", effect: "read", input: byId, load, policy: policy.read },
  async ({ record, actor }): Promise<OrderRating> => {
    const { order, rating } = record;
    return {
      ...(rating ? { rating: viewOf(rating) } : {}),
      canRate: rating === undefined && order.status === "completed" && order.supplierId !== undefined && policy.give.act(actor, record),
      canReply: rating !== undefined && rating.reply === undefined && policy.reply.act(actor, record),
    };
  },
);

const Giving = byId.extend({ scores: Scores, words: Words.optional() });

/**
 * The buyer rates a completed order, once and for good: the scores reach the supplier's and the listing's sum and count in the same transaction, the words
 * are shown when the platform has read them. Throws `rating.not_completed` and `rating.given`.
 */
export const give = action(
  { name: "rating.give", effect: "command", input: Giving, load, policy: policy.give },
  async ({ input: { orderId, scores, words }, record: { order, rating } }) => {
    const given = conflict("rating.given", "This order has been rated already");
    const { supplierId, ownerId, status, productId } = order;
    if (status !== "completed" || supplierId === undefined) throw conflict("rating.not_completed", "An order is rated when it is completed");
    if (rating) throw given;
    const state: State = words === undefined ? "wordless" : "waiting";
    const row = { supplierId, orderId, ownerId, scores, ...(words ? { words } : {}), state, createdAt: nowIso(), version: 1 };
    const points = scores.quality + scores.communication + scores.delivery;
    return commit({
      // The index follows the record that an event is about: the listing, where the order was placed from one.
      about: productId ?? supplierId,
      writes: [
        store.createWrite({ ...row, ...demoMark() }),
        countWrite(supplierId, { ratingSum: points, ratingCount: 1 }),
        ...(productId ? [listingWrite(productId, points)] : []),
      ],
      events: [Given({ orderId, supplierId })],
      reply: viewOf(row),
      refused: () => given,
    });
  },
);

function rated({ rating }: { readonly rating?: store.Info }): store.Info {
  if (!rating) throw conflict("rating.none", "This order has not been rated");
  return rating;
}

/** The supplier answers a rating, once. Throws `rating.none` and `rating.replied`. */
export const reply = action(
  { name: "rating.reply", effect: "command", input: byId.extend({ reply: Reply }), load, policy: policy.reply },
  async ({ input: { orderId, reply: text }, record }) => {
    const before = rated(record);
    if (before.reply !== undefined) throw conflict("rating.replied", "You have answered this rating already");
    const { supplierId } = before;
    const change = { reply: text, repliedAt: nowIso() };
    return commit({
      about: supplierId,
      writes: [store.changeWrite(before, change)],
      events: [Replied({ orderId, supplierId })],
      changed: { before: { isAnswered: false }, after: { isAnswered: true } },
      reply: viewOf({ ...before, ...change }),
      refused: () => conflict("rating.changed", "This rating changed meanwhile; read it again"),
    });
  },
);

const moderated =
  (to: "shown" | "hidden") =>
  async ({ record }: { readonly record: { readonly rating?: store.Info } }) => {
    const before = rated(record);
    const { supplierId, orderId } = before;
    if (before.state === "wordless") throw conflict("rating.wordless", "There are no words to decide about");
    if (before.state === to) return viewOf(before);
    return commit({
      about: supplierId,
      writes: [store.changeWrite(before, { state: to })],
      events: [to === "shown" ? Shown({ orderId, supplierId }) : Hidden({ orderId, supplierId })],
      changed: { before: { state: before.state }, after: { state: to } },
      reply: viewOf({ ...before, state: to }),
      refused: () => conflict("rating.changed", "This rating changed meanwhile; read it again"),
    });
  };

/** The platform has read the words and shows them, with the supplier's answer. Throws `rating.none` and `rating.wordless`. */
export const show = action({ name: "rating.show", effect: "command", input: byId, load, policy: policy.moderate }, moderated("shown"));

/** The platform keeps the words back; the scores count as before. Throws `rating.none` and `rating.wordless`. */
export const hide = action({ name: "rating.hide", effect: "command", input: byId, load, policy: policy.moderate }, moderated("hidden"));

/** Ratings by where their words stand, longest waiting first. */
export const list = action(
  { name: "rating.list", effect: "sensitive-read", input: PageQuery.extend({ state: State.default("waiting") }), load: nothing, policy: policy.list },
  async ({ input }): Promise<Page<RatingView>> => {
    const page = await store.listByState(input.state, input);
    return { ...page, items: page.items.map(viewOf) };
  },
);
