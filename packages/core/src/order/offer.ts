import * as z from "zod";
import { action } from "../kernel/action.ts";
import { addDays, dateOf } from "../kernel/calendar.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { Money } from "../kernel/money.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { type Candidate, type Demand, hardFilters, margin, rank } from "../assignment/rules.ts";
import { Brief } from "../pricing/model.ts";
import { leadTimeOf, scheduleOf } from "../pricing/rules.ts";
import { holidays } from "../production/holidays.ts";
import { planStages, promisedOn } from "../production/plan.ts";
import { Family } from "../garment/model.ts";
import * as Supplier from "../supplier/index.ts";
import { countWrite } from "../supplier/figures.ts";
import { commit } from "../table/commit.ts";
import { changing, creating, removing } from "../table/write.ts";
import { answerDay, headerWrite, offerCreateWrite, offerWrite } from "./change.ts";
import { InternalRow, StageRow, SupplierRow } from "./entities.ts";
import { answered, bookedBy } from "./count.ts";
import * as event from "./event.ts";
import { take } from "./index.ts";
import { READY_DAYS } from "./model.ts";
import * as policy from "./policy.ts";
import { process } from "./process.ts";
import * as store from "./store.ts";

const byId = z.strictObject({ orderId: id("order") });

/** What the order asks of a supplier; pieces from stock ask for no technique. */
function demandOf({ order, brief: made, internal: { excluded } }: store.Asked): Demand {
  const { family, quantity } = order;
  if (!made) return { family, techniques: [], quantity, promisedDays: READY_DAYS, excluded };
  const brief = Brief.parse(made);
  return {
    family,
    techniques: brief.customisations.map(({ technique }) => technique),
    quantity,
    promisedDays: leadTimeOf(brief).totalDays,
    excluded,
  };
}

async function loadCandidates({ orderId }: { orderId: string }) {
  const [asked, candidates, offers] = await Promise.all([store.findAsked(orderId), Supplier.candidates(), store.listOffers(orderId)]);
  return asked && { ...asked, candidates, offers };
}

/** Suppliers for this order, best first, each with the reasons of its score; who fails a hard filter comes last with the reason. */
export const candidates = action(
  { name: "order.candidates", effect: "sensitive-read", input: byId, load: loadCandidates, policy: policy.offer },
  async ({ record }) => {
    const { internal, offers } = record;
    return {
      buyerTotal: internal.buyerTotal,
      ...(internal.supplierPrice ? { margin: margin(internal.buyerTotal, internal.supplierPrice) } : {}),
      offers: offers.map(({ supplierId, price, state, answerBy, reason, counterPrice, counterNote }) => ({
        supplierId,
        price,
        state,
        answerBy,
        ...(reason ? { reason } : {}),
        ...(counterPrice ? { counterPrice } : {}),
        ...(counterNote ? { counterNote } : {}),
      })),
      candidates: rank(record.candidates, demandOf(record)).map((ranked) => ({
        ...ranked,
        reasons: [...ranked.reasons],
        blocked: [...ranked.blocked],
      })),
    };
  },
);

const Offering = byId.extend({ supplierId: z.string().max(60), price: Money });

async function loadOffering({ orderId, supplierId }: z.output<typeof Offering>) {
  const { asked, earlier, others } = await store.findOffering({ orderId, supplierId }, Supplier.candidateGets(supplierId));
  const candidate = Supplier.candidateIn(others);
  return asked && candidate ? { ...asked, candidate, earlier } : undefined;
}

function assertOfferable(candidate: Candidate, demand: Demand, price: Money): void {
  const blocked = hardFilters(candidate, demand);
  if (blocked.length > 0) throw conflict("offer.blocked", "This supplier cannot be offered the order", { reasons: blocked });
  if (price.amount <= 0) throw conflict("offer.price", "The supplier's price has to be more than nothing");
}

/** Offers the order to one supplier at that supplier's own price. Throws `offer.blocked` with the reasons when it fails a hard filter. */
export const offer = action(
  { name: "order.offer", effect: "command", input: Offering, load: loadOffering, policy: policy.offer },
  async ({ input, record }) => {
    const { order, internal, candidate, earlier } = record;
    assertOfferable(candidate, demandOf(record), input.price);
    const { orderId, supplierId, price } = input;
    return take({
      order,
      step: "offer",
      change: { supplierId, supplierName: candidate.name },
      writes: [
        Supplier.verifiedHolds(supplierId),
        ...(earlier ? [removing(SupplierRow.remove({ orderId, supplierId }))] : []),
        offerCreateWrite(order, input, nowIso()),
        changing(
          InternalRow.patch({ orderId })
            .set({ supplierPrice: price.amount, version: internal.version + 1 })
            .where(({ version }, { eq }) => eq(version, internal.version)),
        ),
      ],
      events: [event.Offered({ orderId, supplierId, answerBy: answerDay(nowIso()) })],
    });
  },
);

/** The order with the offer that stands. A supplier's own is read beside the order; whose it is for anybody else, only the order says. */
export async function loadOffered({ orderId }: { orderId: string }) {
  const { actor } = Request.use();
  const own = actor.type === "member" && actor.orgKind === "supplier" ? store.findOffer(orderId, actor.orgId) : undefined;
  const [core, offer] = await Promise.all([store.findCore(orderId), own]);
  const supplierId = core?.order.supplierId;
  if (!core || supplierId === undefined) return undefined;
  const mine = offer?.supplierId === supplierId ? offer : await store.findOffer(orderId, supplierId);
  return mine ? { ...core, mine } : undefined;
}

/** What the supplier's word starts: a plan whose last day is the promise, or for pieces from stock the way to their inspection. */
function startOf({ order, brief }: store.Core, now: string) {
  const from = addDays(dateOf(now), 1);
  if (!brief) return { status: process.next(order.status, "acceptFromStock"), stages: [], promise: addDays(dateOf(now), READY_DAYS) };
  const stages = planStages(Family.parse(order.family), scheduleOf(Brief.parse(brief)), { startOn: from, holidays: holidays.BD });
  return { status: process.next(order.status, "accept"), stages, promise: promisedOn(stages) };
}

/**
 * The supplier takes the order: the plan starts today and its last day is the promise to the buyer; pieces from stock go to inspection.
 * Throws `offer.lapsed` after the deadline, `offer.countered` while the platform thinks about another price, and `offer.suspended`.
 */
export const accept = action(
  { name: "order.accept_offer", effect: "command", input: byId, load: loadOffered, policy: policy.answerOffer },
  async ({ record }) => {
    const { order, mine } = record;
    const now = nowIso();
    if (mine.answerBy < now) throw conflict("offer.lapsed", "The time to answer this offer has passed");
    if (mine.state === "countered") throw conflict("offer.countered", "You asked another price; the answer to that comes first");
    const { status, stages, promise } = startOf(record, now);
    const { orderId } = order;
    return commit({
      about: orderId,
      writes: [
        headerWrite(order, { status, promisedOn: promise }, now),
        offerWrite(mine, "accepted", { now }),
        Supplier.verifiedHolds(mine.supplierId),
        ...stages.map((stage) => creating(StageRow.create({ orderId, position: stage.position, stage, version: 1 }))),
        countWrite(mine.supplierId, answered(mine, now), bookedBy(order.quantity, stages)),
      ],
      events: [event.Accepted({ orderId, supplierId: mine.supplierId, promisedOn: promise })],
      changed: { before: order, after: { status, promisedOn: promise } },
      reply: { orderId, status, promisedOn: promise },
      refused: (index) =>
        index === 2
          ? conflict("offer.suspended", "Your company is suspended and can take no new order")
          : conflict("order.changed", "This order changed while you were looking at it; read it again"),
    });
  },
);

const Declining = byId.extend({ reason: z.string().trim().min(3).max(500) });

/** The order with the offer that stands and the platform's side of it. */
export async function loadDeclining({ orderId }: { orderId: string }) {
  const [offered, internal] = await Promise.all([loadOffered({ orderId }), store.findInternal(orderId)]);
  return offered && internal ? { ...offered, internal } : undefined;
}

type Standing = NonNullable<Awaited<ReturnType<typeof loadDeclining>>>;

/** An offer that came to nothing is closed and counted, and its supplier is not offered this order again. */
export const excludingWrites = ({ mine, internal }: Standing, state: "declined" | "lapsed", reason?: string) => [
  offerWrite(mine, state, { now: nowIso(), reason }),
  countWrite(mine.supplierId, answered(mine, nowIso())),
  changing(
    InternalRow.patch({ orderId: mine.orderId })
      .set({ excluded: [...internal.excluded, mine.supplierId], version: internal.version + 1 })
      .where(({ version }, { eq }) => eq(version, internal.version)),
  ),
];

/** The supplier declines with a reason; the order goes back to the queue and is not offered to it again. */
export const decline = action(
  { name: "order.decline_offer", effect: "command", input: Declining, load: loadDeclining, policy: policy.answerOffer },
  async ({ input, record }) => {
    const { order, mine } = record;
    return take({
      order,
      step: "decline",
      change: { supplierId: null, supplierName: null },
      writes: excludingWrites(record, "declined", input.reason),
      events: [event.OfferDeclined({ orderId: order.orderId, supplierId: mine.supplierId })],
    });
  },
);

/** An admin takes an unanswered offer back. */
export const withdraw = action(
  { name: "order.withdraw_offer", effect: "command", input: byId, load: loadOffered, policy: policy.offer },
  async ({ record: { order, mine } }) =>
    take({
      order,
      step: "withdraw",
      change: { supplierId: null, supplierName: null },
      // Taken back before the time was up, it was nobody's failure to answer.
      writes: [
        offerWrite(mine, "withdrawn", { now: nowIso() }),
        ...(mine.answerBy < nowIso() ? [countWrite(mine.supplierId, answered(mine, nowIso()))] : []),
      ],
      events: [event.OfferWithdrawn({ orderId: order.orderId, supplierId: mine.supplierId })],
    }),
);

const MyOffer = byId;

/** A supplier's own offer on an order: its price and its deadline, nothing of the buyer's. */
export const mine = action(
  { name: "order.my_offer", effect: "read", input: MyOffer, load: loadOffered, policy: policy.answerOffer },
  async ({ record }) => {
    const { price, state, offeredAt, answerBy, counterPrice } = record.mine;
    return { price, state, offeredAt, answerBy, ...(counterPrice ? { counterPrice } : {}) };
  },
);
