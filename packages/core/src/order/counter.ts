import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { Money } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { changing } from "../table/write.ts";
import { answerDay, headerWrite } from "./change.ts";
import { InternalRow, SupplierRow } from "./entities.ts";
import * as event from "./event.ts";
import { loadDeclining, loadOffered } from "./offer.ts";
import * as policy from "./policy.ts";

const byId = z.strictObject({ orderId: id("order") });
const Countering = byId.extend({ price: Money, note: z.string().trim().min(3).max(500).optional() });

const overtaken = () => conflict("order.changed", "This order changed while you were looking at it; read it again");

/**
 * The supplier asks another price for the same work, once for each offer. It is the platform's turn then: the offer can be declined but
 * not accepted, and does not lapse. Throws `offer.lapsed` after the deadline, `offer.countered` when it was done already and
 * `offer.price` for a price that is none or the one that was offered.
 */
export const counter = action(
  { name: "order.counter_offer", effect: "command", input: Countering, load: loadOffered, policy: policy.answerOffer },
  async ({ input: { price, note }, record: { order, mine } }) => {
    if (mine.state !== "offered") throw conflict("offer.countered", "You have asked another price already");
    if (mine.answerBy < nowIso()) throw conflict("offer.lapsed", "The time to answer this offer has passed");
    if (price.amount <= 0 || price.amount === mine.price.amount)
      throw conflict("offer.price", "Ask a price that is another than the one you were offered");
    const { orderId, supplierId } = mine;
    return commit({
      about: orderId,
      writes: [
        changing(
          SupplierRow.patch({ orderId, supplierId })
            .set({ state: "countered", counterPrice: price.amount, ...(note ? { counterNote: note } : {}) })
            .where(({ state }, { eq }) => eq(state, "offered")),
        ),
      ],
      events: [event.OfferCountered({ orderId, supplierId })],
      changed: { before: mine, after: { state: "countered" } },
      reply: { orderId, status: order.status },
      refused: overtaken,
    });
  },
);

/**
 * The platform takes the price that the supplier asked: the offer is made anew at that price, and the supplier has its days to accept it.
 * Throws `offer.not_countered`.
 */
export const agree = action(
  { name: "order.agree_counter", effect: "command", input: byId, load: loadDeclining, policy: policy.offer },
  async ({ record: { order, mine, internal } }) => {
    if (order.status !== "offered" || mine.state !== "countered" || !mine.counterPrice)
      throw conflict("offer.not_countered", "The supplier has asked no other price");
    const { orderId, supplierId, counterPrice } = mine;
    const now = nowIso();
    const answerBy = answerDay(now);
    return commit({
      about: orderId,
      writes: [
        headerWrite(order, {}, now),
        changing(
          SupplierRow.patch({ orderId, supplierId })
            .set({ state: "offered", price: counterPrice.amount, offeredAt: now, answerBy: `${answerBy}T23:59:59.999Z`, sLane: "open", sLaneAt: now })
            .remove(["counterPrice", "counterNote"])
            .where(({ state }, { eq }) => eq(state, "countered")),
        ),
        changing(
          InternalRow.patch({ orderId })
            .set({ supplierPrice: counterPrice.amount, version: internal.version + 1 })
            .where(({ version }, { eq }) => eq(version, internal.version)),
        ),
      ],
      events: [event.Offered({ orderId, supplierId, answerBy })],
      changed: { before: mine, after: { state: "offered" } },
      reply: { orderId, status: order.status },
      refused: overtaken,
    });
  },
);
