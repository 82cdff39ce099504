import { PLATFORM } from "../account/index.ts";
import { dateOf } from "../kernel/calendar.ts";
import * as event from "../order/event.ts";
import * as Order from "../order/index.ts";
import { isLate } from "../production/plan.ts";
import type { Stage } from "../production/model.ts";
import { daysBetween } from "../kernel/calendar.ts";
import { appUrl, type MailBuilder, toOrg } from "./compose.ts";

const pageOf = (orderId: string): string => appUrl(`/app/orders/${orderId}`);
const basics = ({ orderNumber, title, quantity, orderId }: Order.Info) => ({ orderNumber, product: title, quantity, url: pageOf(orderId) });

/** The buyer hears that the order is placed, what the deposit is, and until when pieces from stock wait for it. */
export const opened: MailBuilder = async ({ subjectId, at }) => {
  const [core, terms] = await Promise.all([Order.findCore(subjectId), Order.findTerms(subjectId)]);
  if (!core || !terms) return [];
  const held = core.goods ? { heldUntil: `${core.goods.dueAt.slice(11, 16)} UTC` } : {};
  return toOrg(core.order.ownerId, {
    template: "quote-accepted",
    data: { ...basics(core.order), total: terms.total, deposit: terms.deposit, depositDueOn: dateOf(at), ...held },
  });
};

/** The supplier hears of an offer, with its own price and its deadline. */
export const offered: MailBuilder = async ({ subjectId, data }) => {
  const { supplierId } = event.Offered.schema.parse(data);
  const [core, offer] = await Promise.all([Order.findCore(subjectId), Order.findOffer(subjectId, supplierId)]);
  if (!core || !offer) return [];
  return toOrg(supplierId, {
    template: "order-offered",
    data: { ...basics(core.order), price: offer.price, readyOn: Order.readyBy(core), answerBy: offer.answerBy.slice(0, 10) },
  });
};

/** The buyer hears that an order ended because its deposit did not come. */
export const expired: MailBuilder = async ({ subjectId, at }) => {
  const order = await Order.find(subjectId);
  return order ? toOrg(order.ownerId, { template: "order-expired", data: { ...basics(order), endedOn: dateOf(at) } }) : [];
};

/** The platform hears which price the supplier asks instead. */
export const offerCountered: MailBuilder = async ({ subjectId, data }) => {
  const { supplierId } = event.OfferCountered.schema.parse(data);
  const [order, offer] = await Promise.all([Order.find(subjectId), Order.findOffer(subjectId, supplierId)]);
  if (!order || !offer?.counterPrice) return [];
  const { price: offered, counterPrice: asked, counterNote: note } = offer;
  const supplier = await Order.supplierName(supplierId);
  return toOrg(PLATFORM, { template: "offer-countered", data: { ...basics(order), supplier, offered, asked, ...(note ? { note } : {}) } });
};

/** The platform hears that an offer was declined, and why, or that nobody answered in time. */
export const offerDeclined: MailBuilder = async ({ subjectId, data }) => {
  const { supplierId } = event.OfferDeclined.schema.parse(data);
  const [order, offer] = await Promise.all([Order.find(subjectId), Order.findOffer(subjectId, supplierId)]);
  if (!order || !offer) return [];
  const reason = offer.state === "lapsed" ? "Nobody answered before the offer ran out." : offer.reason;
  const facts = { ...basics(order), supplier: await Order.supplierName(supplierId), ...(reason ? { reason } : {}) };
  return toOrg(PLATFORM, { template: "offer-declined", data: facts });
};

/** The buyer sees the plan, where there is one, and the promise; the platform sees who took the order. */
export const accepted: MailBuilder = async ({ subjectId, data }) => {
  const { supplierId, promisedOn } = event.Accepted.schema.parse(data);
  const [core, offer, supplier] = await Promise.all([
    Order.findCore(subjectId),
    Order.findOffer(subjectId, supplierId),
    Order.supplierName(supplierId),
  ]);
  if (!core || !offer) return [];
  const stages = core.stages.map(({ stage }) => ({ name: stage.name, plannedOn: stage.plannedDueOn }));
  const buyer = await toOrg(core.order.ownerId, { template: "production-started", data: { ...basics(core.order), stages, promisedOn } });
  const platform = await toOrg(PLATFORM, { template: "offer-accepted", data: { ...basics(core.order), supplier, price: offer.price } });
  return [...buyer, ...platform];
};

const stateOf = (stage: Stage, today: string): string => {
  if (isLate(stage, today)) return "late";
  return { todo: "upcoming", active: "active", done: "done", blocked: "blocked", skipped: "skipped" }[stage.state];
};

function stageLine(stage: Stage, today: string) {
  const plannedOn = stage.revisedDueOn ?? stage.plannedDueOn;
  return {
    name: stage.name,
    state: stateOf(stage, today),
    plannedOn,
    ...(stage.finishedOn ? { actualOn: stage.finishedOn } : {}),
    percent: stage.percent,
    ...(isLate(stage, today) ? { lateDays: daysBetween(plannedOn, today) } : {}),
  };
}

/** The buyer hears of a finished stage; every smaller step is on the page and would be too many mails. */
export const stageReported: MailBuilder = async ({ subjectId, data, at }) => {
  const { position, stageName, percent, photos } = event.StageReported.schema.parse(data);
  const core = await Order.findCore(subjectId);
  if (!core || percent < 100) return [];
  const note = core.stages.find(({ stage }) => stage.position === position)?.stage.note;
  const changes = [{ stage: stageName, percent, ...(note ? { note } : {}) }];
  const { quantity: _quantity, ...facts } = basics(core.order);
  const stages = core.stages.map(({ stage }) => stageLine(stage, dateOf(at)));
  return toOrg(core.order.ownerId, {
    template: "stage-updated",
    data: { ...facts, changes, photos, stages, promisedOn: core.order.promisedOn ?? dateOf(at) },
  });
};

/** The buyer hears of another day that is promised, and why. */
export const planRevised: MailBuilder = async ({ subjectId, data }) => {
  const { position, promisedOn, before } = event.PlanRevised.schema.parse(data);
  const core = await Order.findCore(subjectId);
  const reason = core?.stages.find(({ stage }) => stage.position === position)?.stage.revisionReason;
  if (!core || !reason || before === undefined || before === promisedOn) return [];
  const { quantity: _quantity, ...facts } = basics(core.order);
  return toOrg(core.order.ownerId, { template: "promised-date-changed", data: { ...facts, before, after: promisedOn, reason } });
};

const templateOf: Readonly<Record<string, string>> = {
  "order.inspection_passed": "inspection-passed",
  "order.inspection_conditional": "inspection-conditional",
  "order.inspection_failed": "inspection-failed",
};

/** Buyer and supplier hear how an inspection ended; a passed one, and one that is the buyer's to decide, only the buyer. */
export const inspected: MailBuilder = async ({ subjectId, type, data, at }) => {
  const { inspectionId } = event.InspectionPassed.schema.parse(data);
  const [order, progress] = await Promise.all([Order.find(subjectId), Order.findProgress(subjectId)]);
  const row = progress.inspections.find((one) => one.inspectionId === inspectionId);
  if (!order || !row) return [];
  const { sampleSize, defects, note } = row.inspection;
  const { quantity: _quantity, ...facts } = basics(order);
  const failed = type === "order.inspection_failed";
  const letter = {
    template: templateOf[type] ?? "inspection-failed",
    data: { ...facts, inspectedOn: dateOf(at), sampleSize, ...defects, ...(note && type !== "order.inspection_passed" ? { note } : {}) },
  };
  const toBuyer = await toOrg(order.ownerId, letter);
  return !failed || !order.supplierId ? toBuyer : [...toBuyer, ...(await toOrg(order.supplierId, letter))];
};

/** The buyer hears that the goods are on their way. */
export const shipped: MailBuilder = async ({ subjectId, at }) => {
  const core = await Order.findCore(subjectId);
  if (!core?.shipment) return [];
  const { order, shipment } = core;
  const { carrier, trackingNumber } = shipment;
  return toOrg(order.ownerId, { template: "order-shipped", data: { ...basics(order), carrier, trackingNumber, shippedOn: dateOf(at) } });
};

/** The buyer hears that the goods have arrived. */
export const delivered: MailBuilder = async ({ subjectId, at }) => {
  const order = await Order.find(subjectId);
  return order ? toOrg(order.ownerId, { template: "order-delivered", data: { ...basics(order), deliveredOn: dateOf(at) } }) : [];
};

/** The buyer hears that the order is done. */
export const completed: MailBuilder = async ({ subjectId, at }) => {
  const [order, terms] = await Promise.all([Order.find(subjectId), Order.findTerms(subjectId)]);
  return order && terms
    ? toOrg(order.ownerId, { template: "order-completed", data: { ...basics(order), total: terms.total, completedOn: dateOf(at) } })
    : [];
};

/** Buyer, and the supplier that had it or was asked, hear that an order was called off. */
export const calledOff: MailBuilder = async ({ subjectId, data, at }) => {
  const { supplierId } = event.CalledOff.schema.parse(data);
  const order = await Order.find(subjectId);
  if (!order) return [];
  const letter = (kind: "buyer" | "supplier") => ({ template: "order-called-off", data: { ...basics(order), calledOffOn: dateOf(at), kind } });
  const buyer = await toOrg(order.ownerId, letter("buyer"));
  return supplierId ? [...buyer, ...(await toOrg(supplierId, letter("supplier")))] : buyer;
};
