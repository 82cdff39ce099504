import * as z from "zod";
import { Defects, Finding, Limits, Result } from "../inspection/rules.ts";
import { Money } from "../kernel/money.ts";
import { BriefFields } from "../pricing/model.ts";
import { Milestone, Stage } from "../production/model.ts";
import { GoodsView } from "../stock/view.ts";
import { daysLate, isLate, milestonesOf } from "../production/plan.ts";
import { Alarm } from "./alarm.ts";
import { Status } from "./model.ts";
import type { Core, Info, Offer, Terms } from "./store.ts";
import { nextStep, nextStepFromStock } from "./process.ts";
import type { Party } from "./model.ts";

const NextStep = z.strictObject({ text: z.string(), step: z.string().optional() });

const card = {
  orderId: z.string(),
  orderNumber: z.string(),
  title: z.string(),
  quantity: z.int(),
  status: Status,
  percent: z.int(),
  promisedOn: z.string().optional(),
  createdAt: z.string(),
  isLate: z.boolean(),
  /** What the reader can do next; `step` is absent when they only wait. */
  next: NextStep,
};

/** What a buyer has paid and what is to be paid now. */
const CardMoney = z.strictObject({ status: z.enum(["unpaid", "deposit_paid", "paid"]), due: Money.optional() });
export type CardMoney = z.infer<typeof CardMoney>;

/**
 * An order in a list. The money is the reader's own: `money` in a buyer's list, `price` in the list of a supplier's owners and
 * managers; the factory floor sees neither.
 */
export const OrderCard = z.strictObject({
  ...card,
  money: CardMoney.optional(),
  price: Money.optional(),
  answerBy: z.string().optional(),
  offerState: z.string().optional(),
});
export type OrderCard = z.infer<typeof OrderCard>;

const Shipment = z.strictObject({ carrier: z.string(), trackingNumber: z.string(), shippedOn: z.string(), deliveredOn: z.string().optional() });

/** A stage with how it stands today; days late count up to today or to the day it was finished. */
const StageView = Stage.extend({ isLate: z.boolean(), daysLate: z.int().min(0) });

/** The order page's shared part: the same keys for every party, and no price among them. */
export const OrderView = z.strictObject({
  ...card,
  quoteId: z.string().optional(),
  /** The design that its quote showed. */
  designId: z.string().optional(),
  party: z.enum(["buyer", "supplier", "factory", "admin"]),
  /** True while and after pieces are made again for a claim. */
  isRemade: z.boolean().optional(),
  garmentType: z.string(),
  family: z.string(),
  /** What is to be made; an order from stock has its pieces instead. */
  brief: BriefFields.optional(),
  goods: GoodsView.optional(),
  supplierName: z.string().optional(),
  supplierId: z.string().optional(),
  holdReason: z.string().optional(),
  stages: z.array(StageView),
  /** The stages summed up for those who only want to know the great dates. */
  milestones: z.array(Milestone),
  shipment: Shipment.optional(),
  /** What is wrong with it; for those who have to do something about it. */
  alarm: Alarm.optional(),
  /** False for those who only look on: the viewers of a buyer. */
  mayAct: z.boolean(),
  version: z.int(),
});
export type OrderView = z.infer<typeof OrderView>;

/** Whom to write to or ring at the company that makes an order; nothing else of its application. */
export const ContactView = z.strictObject({
  contact: z
    .strictObject({
      companyName: z.string(),
      contactName: z.string(),
      phone: z.string(),
      address: z.string(),
      city: z.string(),
      country: z.string(),
    })
    .optional(),
});
export type ContactView = z.infer<typeof ContactView>;

/** An inspection with the plan it followed and what was found. */
export const InspectionView = z.strictObject({
  inspectionId: z.string(),
  at: z.string(),
  result: Result,
  /** The level and the limits that the lot was held to. */
  limits: Limits,
  /** 1 for the first inspection of the lot, 2 for the first after it was mended. */
  round: z.int(),
  letter: z.string(),
  sampleSize: z.int(),
  /** How many of the pieces taken count for each kind of defect. */
  pieces: Defects,
  accept: Defects,
  defects: Defects,
  /** What was found, with links to photos that last five minutes. */
  findings: z.array(Finding.extend({ photos: z.array(z.string()) })),
  /** What the buyer decided about a conditional lot. */
  decision: z.enum(["taken", "refused"]).optional(),
  reasons: z.array(z.string()),
  note: z.string().optional(),
});
export type InspectionView = z.infer<typeof InspectionView>;

const UpdateView = z.strictObject({
  updateId: z.string(),
  position: z.int(),
  stageName: z.string(),
  percent: z.int(),
  note: z.string().optional(),
  /** The day the stage was moved to; the note is the reason. */
  movedTo: z.string().optional(),
  photos: z.array(z.string()),
  at: z.string(),
});

/** What the floor reported and what inspections found, newest first. */
export const ProgressView = z.strictObject({ updates: z.array(UpdateView), inspections: z.array(InspectionView) });
export type ProgressView = z.infer<typeof ProgressView>;

/** When an order is likely done: whole days, and causes in working days; absent while that is no question. */
export const ForecastView = z.strictObject({
  forecast: z
    .strictObject({
      model: z.int(),
      likelyOn: z.string(),
      earliestOn: z.string(),
      latestOn: z.string(),
      promisedOn: z.string(),
      slackDays: z.int(),
      causes: z.array(
        z.strictObject({ what: z.enum(["stage", "supplier", "order", "quiet", "holidays"]), stage: z.string().optional(), days: z.int() }),
      ),
    })
    .optional(),
});
export type ForecastView = z.infer<typeof ForecastView>;

/** Who did it, as the parties of the order know one another. */
export const LogRole = z.enum(["buyer", "supplier", "admin", "system", "guest"]);
export type LogRole = z.infer<typeof LogRole>;

/** What an event may carry: words, numbers and amounts of money, one under each name. */
export const LogFact = z.union([z.string(), z.number(), z.boolean(), Money]);
export type LogFact = z.infer<typeof LogFact>;

/** One line of the log; `byId` and everything in `data` are for admins, the parties see what concerns them. */
export const LogEntry = z.strictObject({
  type: z.string(),
  at: z.string(),
  by: LogRole,
  byId: z.string().optional(),
  data: z.record(z.string(), LogFact),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** What the holder of a tracking link sees: progress and dates, no price, no name, no id that opens anything else. */
export const TrackingView = z.strictObject({
  orderNumber: z.string(),
  title: z.string(),
  quantity: z.int(),
  status: Status,
  percent: z.int(),
  promisedOn: z.string().optional(),
  isLate: z.boolean(),
  stages: z.array(StageView.omit({ note: true, revisionReason: true })),
  updates: z.array(z.strictObject({ stageName: z.string(), percent: z.int(), at: z.string(), photos: z.array(z.string()) })),
  shipment: Shipment.optional(),
});
export type TrackingView = z.infer<typeof TrackingView>;

const isPastPromise = (promisedOn: string | undefined, status: Status, today: string): boolean =>
  promisedOn !== undefined && promisedOn < today && !["shipped", "delivered", "claimed", "completed", "cancelled"].includes(status);

/** A list card as this party sees it; late is derived from today, never stored. */
export function cardOf(order: Info, party: Party, today: string): OrderCard {
  const { orderId, orderNumber, title, quantity, status, percent, createdAt, promisedOn } = order;
  return {
    orderId,
    orderNumber,
    title,
    quantity,
    status,
    percent,
    createdAt,
    ...(promisedOn ? { promisedOn } : {}),
    isLate: isPastPromise(promisedOn, status, today),
    next: (order.productId ? nextStepFromStock : nextStep)(party, status, order.guardMet),
  };
}

const paidAfter: readonly Status[] = ["shipped", "delivered", "claimed", "completed"];

/**
 * The buyer's money in a list. Nothing is made before the deposit and nothing ships before the balance is in, so the status says
 * what has been paid; within the wait for the balance its guard does. A held order stands where it was held.
 */
function moneyOf(order: Info, terms: Terms): CardMoney {
  const status = order.heldFrom ?? order.status;
  if (status === "cancelled") return { status: "unpaid" };
  if (status === "awaiting_deposit") return { status: "unpaid", due: terms.deposit };
  if (order.isRemade || paidAfter.includes(status)) return { status: "paid" };
  if (status !== "awaiting_balance") return { status: "deposit_paid" };
  return order.guardMet ? { status: "paid" } : { status: "deposit_paid", due: terms.balance };
}

/** A buyer's list card, with what is to be paid now. */
export const ownCardOf = (order: Info, terms: Terms | undefined, today: string): OrderCard => ({
  ...cardOf(order, "buyer", today),
  ...(terms ? { money: moneyOf(order, terms) } : {}),
});

/** What an offer says of itself where nothing is left to do about it. */
const endings: Readonly<Partial<Record<Offer["state"], string>>> = {
  countered: "You asked another price; the answer comes next",
  declined: "You declined this offer",
  lapsed: "The time to answer ran out",
};

/** An offer that is not, or not any more, the supplier's order: it knows of itself only. */
function offerAlone({ orderId, orderNumber, title, quantity, offeredAt, state }: Offer, party: "supplier" | "factory"): OrderCard {
  const next = state === "offered" ? nextStep(party, "offered") : { text: endings[state] ?? "The offer was taken back" };
  return { orderId, orderNumber, title, quantity, status: "offered", percent: 0, createdAt: offeredAt, isLate: false, next };
}

/** A supplier's list card: where the order stands once it is theirs, with their own price for those who deal with prices. */
export function offerCardOf(
  offer: Offer,
  order: Info | undefined,
  reader: { readonly party: "supplier" | "factory"; readonly today: string },
): OrderCard {
  const { state, answerBy, price } = offer;
  return {
    ...(order ? cardOf(order, reader.party, reader.today) : offerAlone(offer, reader.party)),
    answerBy,
    offerState: state,
    ...(reader.party === "supplier" ? { price } : {}),
  };
}

type Viewer = { readonly party: Party; readonly mayAct: boolean };

/** The supplier's own numbers are for those who pick the pieces. */
function goodsOf({ productId, state, dueAt, lines }: NonNullable<Core["goods"]>, party: Party): GoodsView {
  const shown = lines.map(({ code, ...line }) => ({ ...line, ...(code && party !== "buyer" ? { code } : {}) }));
  return { productId, state, ...(state === "held" ? { heldUntil: dueAt } : {}), lines: shown };
}

/** The records an order leads on to, for those who may read them. */
const linksOf = ({ quoteId, designId, supplierId }: Info, party: Party) => ({
  ...(designId ? { designId } : {}),
  ...(quoteId && (party === "buyer" || party === "admin") ? { quoteId } : {}),
  ...(party === "admin" && supplierId ? { supplierId } : {}),
});

/** The platform sees every alarm, the others their own. */
const owns = (party: Party, { owner }: Alarm): boolean => party === "admin" || owner === (party === "factory" ? "supplier" : party);

/** The order page as this party sees it. */
export function viewOf({ order, brief, goods, stages, shipment }: Core, { party, mayAct }: Viewer, today: string): OrderView {
  const { garmentType, family, supplierName, holdReason, isRemade, version } = order;
  return {
    ...cardOf(order, party, today),
    ...linksOf(order, party),
    party,
    ...(isRemade ? { isRemade } : {}),
    garmentType,
    family,
    ...(brief ? { brief: BriefFields.parse(brief) } : {}),
    ...(goods ? { goods: goodsOf(goods, party) } : {}),
    ...(supplierName && order.status !== "offered" ? { supplierName } : {}),
    ...(holdReason ? { holdReason } : {}),
    ...(order.alarm && owns(party, order.alarm) ? { alarm: order.alarm } : {}),
    stages: stages.map(({ stage }) => ({ ...stage, isLate: isLate(stage, today), daysLate: daysLate(stage, today) })),
    milestones: milestonesOf(
      stages.map(({ stage }) => stage),
      today,
    ),
    ...(shipment ? { shipment } : {}),
    mayAct,
    version,
  };
}
