import * as z from "zod";
import { action } from "../kernel/action.ts";
import { refOf } from "../kernel/actor.ts";
import { addDays, dateOf } from "../kernel/calendar.ts";
import { conflict, invalid, notFound } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import * as Ledger from "../ledger/index.ts";
import { paid } from "../ledger/rules.ts";
import { shipmentGoneWrite } from "../order/change.ts";
import * as Order from "../order/index.ts";
import { CLAIM_DAYS } from "../order/model.ts";
import { partyOf } from "../order/policy.ts";
import * as Payment from "../payment/index.ts";
import { Links } from "../ports/blob.ts";
import * as Refund from "../refund/index.ts";
import { splitOver } from "../refund/rules.ts";
import { commit } from "../table/commit.ts";
import * as Upload from "../upload/index.ts";
import { Decision, Kind, MAX_PHOTOS, Words } from "./model.ts";
import * as policy from "./policy.ts";
import { orderSteps, process, type Step } from "./process.ts";
import * as store from "./store.ts";
import { type ClaimView, viewOf } from "./view.ts";

export type { Info } from "./store.ts";
export { find, settlements } from "./store.ts";

const named = { orderId: id("order"), claimId: id("claim") };
export const Opened = defineEvent("claim.opened", z.object({ ...named, kind: Kind, pieces: z.int(), photos: z.int() }));
export const Answered = defineEvent("claim.answered", z.object(named));
export const Withdrawn = defineEvent("claim.withdrawn", z.object(named));
export const Decided = defineEvent(
  "claim.decided",
  z.object({ ...named, outcome: z.enum(["remake", "refund", "turnDown"]), untilOn: z.string().optional() }),
);

const byOrder = z.strictObject({ orderId: id("order") });
const byId = z.strictObject(named);
const closed = () => conflict("claim.closed", "This claim is not open any more; read it again");

async function loadListed({ orderId }: z.output<typeof byOrder>) {
  const [order, claims] = await Promise.all([Order.find(orderId), store.list(orderId)]);
  return order && { order, claims };
}

const isSettled = ({ state }: store.Info): boolean => state === "refunded";

/** The claims of an order, newest first, with links to their photos. What a buyer gets back is read for the buyer and admins only. */
export const list = action(
  { name: "claim.list", effect: "read", input: byOrder, load: loadListed, policy: policy.read },
  async ({ record: { order, claims }, actor }): Promise<readonly ClaimView[]> => {
    const party = partyOf(actor, order);
    if (!party) throw notFound();
    const seesMoney = party === "buyer" || party === "admin";
    const amounts = seesMoney && claims.some(isSettled) ? await store.settlements(order.orderId) : undefined;
    const link = (key: string) => Links.use().presignGet({ key, seconds: 300 });
    return Promise.all(claims.map(async (claim) => viewOf(claim, amounts?.get(claim.claimId), await Promise.all(claim.photos.map(link)))));
  },
);

/** A slot for a photo of what arrived; the picture counts once it has been checked. */
export const askPhoto = action(
  { name: "claim.ask_photo", effect: "command", input: byOrder.extend({ type: Upload.ImageType }), load: Order.loadCore, policy: policy.claim },
  async ({ input, record: { order } }) => Upload.open({ purpose: "claim", subjectId: order.orderId, orgId: order.ownerId, type: input.type }),
);

const Opening = byOrder.extend({
  kind: Kind,
  pieces: z.int().min(1),
  words: Words,
  photos: z.array(id("upload")).max(MAX_PHOTOS).default([]),
});

async function loadOpening({ orderId, photos }: z.output<typeof Opening>) {
  const [core, sent] = await Promise.all([Order.loadCore({ orderId }), Upload.findMany(orderId, photos)]);
  return core && { ...core, sent };
}

/** The last day on which a claim is taken; our own rule of `CLAIM_DAYS` after the delivery. */
const lastDay = (deliveredOn: string): string => addDays(deliveredOn, CLAIM_DAYS);

/**
 * The buyer says what is wrong with what arrived, which stops the order from being completed until it is settled. Throws
 * `claim.late` after the claim period, `claim.pieces` for more pieces than were ordered and `upload.not_ready` for photos that have
 * not been checked; an order that is not delivered, or has an open claim, refuses the step.
 */
export const open = action(
  { name: "claim.open", effect: "command", input: Opening, load: loadOpening, policy: policy.claim },
  async ({ input, record: { order, shipment, sent }, actor }) => {
    const { orderId, kind, pieces, words } = input;
    if (pieces > order.quantity) throw invalid("claim.pieces", "That is more than was ordered", { quantity: order.quantity });
    if (shipment?.deliveredOn && lastDay(shipment.deliveredOn) < dateOf(nowIso()))
      throw conflict("claim.late", `A claim is taken up to ${CLAIM_DAYS} days after the delivery`, { until: lastDay(shipment.deliveredOn) });
    const photos = Upload.readyAmong(sent, input.photos);
    const claimId = newId("claim");
    const keys = photos.flatMap(({ key }) => (key ? [key] : []));
    const row = { orderId, claimId, kind, pieces, words, photos: keys, openedBy: refOf(actor).id, openedAt: nowIso() };
    const { status } = await Order.take({
      order,
      step: "claim",
      writes: [store.createWrite(row), ...photos.map(Upload.adoptWrite)],
      events: [Opened({ orderId, claimId, kind, pieces, photos: photos.length })],
    });
    return { orderId, status, claimId };
  },
);

async function loadOne({ orderId, claimId }: z.output<typeof byId>) {
  const [order, claim] = await Promise.all([Order.find(orderId), store.find(orderId, claimId)]);
  return order && { order, claim };
}

function openOf(claim: store.Info | undefined, step: Step): { readonly claim: store.Info; readonly state: store.Info["state"] } {
  if (claim?.state !== "open") throw closed();
  return { claim, state: process.next(claim.state, step) };
}

/** The buyer takes an open claim back; the order is delivered again. */
export const withdraw = action(
  { name: "claim.withdraw", effect: "command", input: byId, load: loadOne, policy: policy.claim },
  async ({ input, record }) => {
    const { claim, state } = openOf(record.claim, "withdraw");
    return Order.take({
      order: record.order,
      step: orderSteps.withdraw,
      writes: [store.closeWrite(claim, { state }, nowIso())],
      events: [Withdrawn(input)],
      refused: closed,
    });
  },
);

/** The supplier is heard, once, before it is decided. Throws `claim.answered` for a second word. */
export const answer = action(
  { name: "claim.answer", effect: "command", input: byId.extend({ words: Words }), load: loadOne, policy: policy.answer },
  async ({ input: { words, ...about }, record: { claim } }) => {
    if (claim?.state !== "open") throw closed();
    const answered = () => conflict("claim.answered", "You have said what you know of this claim");
    if (claim.answer !== undefined) throw answered();
    return commit({
      about: about.orderId,
      writes: [store.answerWrite(claim, words, nowIso())],
      events: [Answered(about)],
      changed: { before: { answered: false }, after: { answered: true } },
      reply: about,
      refused: answered,
    });
  },
);

const Deciding = byId.extend({ decision: Decision });

async function loadDeciding({ orderId, claimId }: z.output<typeof Deciding>) {
  const [order, claim, money] = await Promise.all([Order.find(orderId), store.find(orderId, claimId), Order.findBuyerSide(orderId)]);
  const payments = money ? Payment.paymentsIn(money.rows).filter(({ status }) => status === "succeeded") : [];
  return order && money && { order, claim, payments, paid: paid(Ledger.customerPostingsIn(money.rows)) };
}

type Weighed = Awaited<ReturnType<typeof loadDeciding>>;

/** Refuses a day that is over, nothing, and more than the buyer has paid. */
function assertFair(decision: Decision, record: NonNullable<Weighed>): void {
  if (decision.outcome === "remake" && decision.untilOn <= dateOf(nowIso())) throw invalid("claim.past", "Name a day that is still to come");
  if (!("amount" in decision)) return;
  if (decision.amount.amount < 1) throw invalid("claim.amount", "Name an amount above zero");
  if (decision.amount.amount > record.paid.amount)
    throw conflict("claim.above_paid", "That is more than has been paid", { paid: record.paid.amount });
}

/** Why money goes back for what was claimed. */
const reasons = { short: "short", damaged: "damaged", wrong: "damaged" } as const;

/** The refund of a claim, of the payment made last as far as it goes; nothing where no money goes back. Throws `claim.above_paid`. */
function backOf(decision: Decision, claim: store.Info, { payments }: NonNullable<Weighed>) {
  if (decision.outcome !== "refund") return [];
  const newestFirst = payments.toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1)).map(Refund.refundable);
  const parts = splitOver(decision.amount, newestFirst);
  const back = parts.reduce((sum, { amount }) => sum + amount.amount, 0);
  if (back < decision.amount.amount) throw conflict("claim.above_paid", "That is more than is left of what has been paid", { paid: back });
  return parts.map((part) => Refund.askWrites({ ...part, reason: reasons[claim.kind] }));
}

/** The day or the reason that a decision leaves on the claim. */
function saidBy(decision: Decision): Pick<store.Closing, "untilOn" | "reason"> {
  if (decision.outcome === "remake") return { untilOn: decision.untilOn };
  return decision.outcome === "turnDown" ? { reason: decision.reason } : {};
}

/**
 * An admin decides an open claim. What is made again goes back to production, promised for the day that is named, and travels anew; a
 * refund is asked of the payment provider in the same transaction. Throws `claim.closed`, `claim.past`, `claim.amount` and
 * `claim.above_paid`.
 */
export const decide = action(
  { name: "claim.decide", effect: "command", input: Deciding, load: loadDeciding, policy: policy.decide },
  async ({ input: { decision, ...about }, record }) => {
    const { claim, state } = openOf(record.claim, decision.outcome);
    assertFair(decision, record);
    const settling = "amount" in decision ? [store.settleWrite(claim, decision.amount, nowIso())] : [];
    const back = backOf(decision, claim, record);
    const isRemade = decision.outcome === "remake";
    return Order.take({
      order: record.order,
      step: orderSteps[decision.outcome],
      // The stages stay done: once remade, the goods can be handed to inspection again.
      ...(isRemade ? { change: { guardMet: true, isRemade, promisedOn: decision.untilOn } } : {}),
      writes: [
        store.closeWrite(claim, { state, ...saidBy(decision) }, nowIso()),
        ...settling,
        ...(isRemade ? [shipmentGoneWrite(about.orderId)] : []),
        ...back.flatMap(({ writes }) => writes),
      ],
      events: [
        Decided({ ...about, outcome: decision.outcome, ...(isRemade ? { untilOn: decision.untilOn } : {}) }),
        ...back.flatMap(({ events }) => events),
      ],
      refused: (index) => (index === 0 ? closed() : Refund.changedMeanwhile()),
    });
  },
);
