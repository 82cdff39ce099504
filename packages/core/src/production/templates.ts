import type { Family } from "../garment/model.ts";
import { invalid } from "../kernel/error.ts";
import { WHOLE_BPS } from "../kernel/money.ts";
import type { LeadTime, MilestoneKey, Rush, Schedule, StageKey } from "./model.ts";

export type TemplateStage = {
  readonly key: StageKey;
  readonly name: string;
  readonly milestone: MilestoneKey;
  /** Working days for a run of up to 100 pieces. */
  readonly days: number;
  /** Whether more pieces take longer; waiting for materials and handing over do not. */
  readonly scales: boolean;
  /** Present only when the order asks for it. */
  readonly when?: "decorated" | "sample";
};

export type Template = readonly TemplateStage[];

type Spec = Pick<TemplateStage, "name" | "milestone" | "scales"> & { readonly when?: "decorated" | "sample" };

const stages: Readonly<Record<StageKey, Spec>> = {
  sample: { name: "Sample and approval", milestone: "sample", scales: false, when: "sample" },
  materials: { name: "Fabric and trims received", milestone: "materials", scales: false },
  pattern: { name: "Pattern and grading", milestone: "materials", scales: false },
  cutting: { name: "Cutting", milestone: "making", scales: true },
  knitting: { name: "Knitting", milestone: "making", scales: true },
  linking: { name: "Linking", milestone: "making", scales: true },
  decoration: { name: "Printing and embroidery", milestone: "making", scales: true, when: "decorated" },
  sewing: { name: "Sewing", milestone: "making", scales: true },
  washing: { name: "Washing and finishing", milestone: "making", scales: true },
  pressing: { name: "Ironing and pressing", milestone: "making", scales: true },
  quality: { name: "Final quality check", milestone: "quality", scales: true },
  packing: { name: "Packing", milestone: "packing", scales: true },
  handover: { name: "Handover to the carrier", milestone: "packing", scales: false },
};

const stage = (key: StageKey, days: number, name = stages[key].name): TemplateStage => ({ key, days, ...stages[key], name });

/** Days the sample takes in both seed engines that plan one. */
const SAMPLE_DAYS = 7;

/**
 * One reconciled set from the seed's four families, its eleven-stage apparel set and its derived quote timeline.
 * Stage days are the family templates' (knitwear 15, casual 15, activewear and uniforms 17 working days). Decoration
 * is a stage only when the order has any: two days as in activewear, three in uniforms. Cut and sew had no template;
 * it takes the apparel set's stages (materials, pattern, cutting, sewing, washing, packing, handover) at the pace of
 * the family templates, because that set's 55 days contradict every price engine's promise for a small run.
 */
export const templates: Readonly<Record<Family, Template>> = {
  knitwear: [
    stage("sample", SAMPLE_DAYS),
    stage("materials", 2, "Yarn received"),
    stage("knitting", 5),
    stage("linking", 3),
    stage("decoration", 2),
    stage("washing", 2),
    stage("quality", 1),
    stage("packing", 1),
    stage("handover", 1),
  ],
  casualwear: [
    stage("sample", SAMPLE_DAYS),
    stage("materials", 2),
    stage("cutting", 2),
    stage("decoration", 2),
    stage("sewing", 5),
    stage("washing", 2),
    stage("pressing", 1),
    stage("quality", 1),
    stage("packing", 1),
    stage("handover", 1),
  ],
  "cut-and-sew": [
    stage("sample", SAMPLE_DAYS),
    stage("materials", 3),
    stage("pattern", 1),
    stage("cutting", 2),
    stage("decoration", 2),
    stage("sewing", 6),
    stage("washing", 2),
    stage("quality", 1),
    stage("packing", 1),
    stage("handover", 1),
  ],
  activewear: [
    stage("sample", SAMPLE_DAYS),
    stage("materials", 2),
    stage("cutting", 2),
    stage("sewing", 6),
    stage("decoration", 2),
    stage("washing", 2),
    stage("quality", 1),
    stage("packing", 1),
    stage("handover", 1),
  ],
  uniforms: [
    stage("sample", SAMPLE_DAYS),
    stage("materials", 2),
    stage("cutting", 2),
    stage("decoration", 3),
    stage("sewing", 5),
    stage("washing", 2),
    stage("quality", 1),
    stage("packing", 1),
    stage("handover", 1),
  ],
};

/**
 * How much longer a working stage takes by run size, in basis points of its days for 100 pieces. Chosen so that every
 * family's undecorated total, six working days a week, meets the lead times the seed promised (14–21 calendar days to
 * 100 pieces, 21–30 to 500, 30–45 to 1,000, 45–60 to 2,500 and 60–75 beyond, where more lines run side by side) or is
 * at most four days shorter at the start of a band; a test holds the figures.
 */
export const paces: readonly { readonly from: number; readonly bps: number }[] = [
  { from: 101, bps: 13_000 },
  { from: 251, bps: 15_000 },
  { from: 501, bps: 22_000 },
  { from: 1_001, bps: 31_000 },
  { from: 2_501, bps: 42_000 },
];

/**
 * The share of the standard days a schedule keeps, in basis points: the seed's calculator promised 15–20 days as
 * standard, 12–15 with its first and 10–12 with its second surcharge.
 */
export const rushShares: Readonly<Record<Rush, number>> = { none: WHOLE_BPS, fast: 8_000, express: 6_500 };

const paceOf = (quantity: number): number => paces.reduce((bps, pace) => (quantity >= pace.from ? pace.bps : bps), WHOLE_BPS);

const shareUp = (days: number, bps: number): number => Math.ceil((days * bps) / WHOLE_BPS);

/**
 * Splits a whole number over items by weight so that the parts are whole and add up exactly: the largest remainders
 * get what is left, the earlier item first when equal. Throws `production.split` when there is nothing to split by.
 */
export function split<T>(total: number, items: readonly T[], weightOf: (item: T) => number): { item: T; part: number }[] {
  const whole = items.reduce((sum, item) => sum + weightOf(item), 0);
  if (total < 0 || whole <= 0) throw invalid("production.split", "There is too little to split", { total, parts: items.length });
  const shares = items.map((item, index) => ({
    item,
    index,
    part: Math.floor((total * weightOf(item)) / whole),
    rest: (total * weightOf(item)) % whole,
  }));
  const left = total - shares.reduce((sum, { part }) => sum + part, 0);
  const lucky = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return shares.map(({ item, index, part }) => ({ item, part: lucky.has(index) ? part + 1 : part }));
}

export type ScheduledStage = TemplateStage & { readonly weightBps: number };

/**
 * The stages of one order with their working days and weights. The rush share is taken of the total, rounded up, and
 * spread over the stages, so what the quote promises is what the plan adds up to. A stage weighs what it takes: weights
 * are shares of the days and sum to 10,000 basis points.
 */
export function schedule(template: Template, wish: Schedule): ScheduledStage[] {
  if (!Number.isInteger(wish.quantity) || wish.quantity < 1)
    throw invalid("production.quantity", "A plan needs a whole number of pieces", { quantity: wish.quantity });
  const chosen = template.filter(({ when }) => when === undefined || wish[when] === true);
  const standard = chosen.map((entry) => ({ ...entry, days: entry.scales ? shareUp(entry.days, paceOf(wish.quantity)) : entry.days }));
  const total = standard.reduce((sum, { days }) => sum + days, 0);
  // Every stage keeps one day; only what is above that shrinks.
  const kept = shareUp(total, rushShares[wish.rush ?? "none"]) - standard.length;
  const paced = split(kept, standard, ({ days }) => days).map(({ item, part }) => ({ ...item, days: part + 1 }));
  return split(WHOLE_BPS, kept + standard.length === total ? standard : paced, ({ days }) => days).map(({ item, part }) => ({
    ...item,
    weightBps: part,
  }));
}

/** The lead time of a family's order in working days by stage; the same numbers the production plan is made of. */
export function leadTime(family: Family, wish: Schedule): LeadTime {
  const planned = schedule(templates[family], wish);
  return {
    stages: planned.map(({ key, name, days }) => ({ key, name, days })),
    totalDays: planned.reduce((total, { days }) => total + days, 0),
  };
}
