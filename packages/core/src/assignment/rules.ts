import type { Money } from "../kernel/money.ts";
import { WHOLE_BPS } from "../kernel/money.ts";

/** A supplier as the ranking knows it: facts, never opinions of a model. */
export type Candidate = {
  readonly supplierId: string;
  readonly name: string;
  readonly isVerified: boolean;
  readonly families: readonly string[];
  readonly techniques: readonly string[];
  readonly moq: number;
  readonly leadDays: number;
  /** What it takes on in a family that it makes on other terms. */
  readonly familyTerms?: Readonly<Record<string, { readonly moq?: number; readonly leadDays?: number }>>;
  /** Pieces a week, and how many of them are taken. */
  readonly weeklyCapacity: number;
  readonly weeklyBooked: number;
  readonly onTimeBps: number;
  readonly qualityBps: number;
};

/** What the order asks of a supplier. */
export type Demand = {
  readonly family: string;
  readonly techniques: readonly string[];
  readonly quantity: number;
  /** Working days that were promised to the buyer. */
  readonly promisedDays: number;
  /** Suppliers who have declined already. */
  readonly excluded: readonly string[];
};

export type Factor = "capability" | "capacity" | "lead" | "onTime" | "quality" | "load";

export type Reason = { readonly factor: Factor; readonly scoreBps: number; readonly text: string };

export type Ranked = {
  readonly supplierId: string;
  readonly name: string;
  readonly scoreBps: number;
  readonly reasons: readonly Reason[];
  readonly blocked: readonly string[];
};

/**
 * How much each factor counts, in basis points of the score. The seed weighed capacity 50 %, quality 30 % and speed 20 %; its
 * quote matching added specialisation and load. This is the one reconciled set.
 */
export const weights: Readonly<Record<Factor, number>> = {
  capability: 2_500,
  capacity: 2_000,
  lead: 1_500,
  onTime: 1_750,
  quality: 1_750,
  load: 500,
};

const WORKING_DAYS_A_WEEK = 6;

const clamp = (bps: number): number => Math.max(0, Math.min(WHOLE_BPS, Math.floor(bps)));
const share = (part: number, whole: number): number => (whole <= 0 ? 0 : clamp((part * WHOLE_BPS) / whole));

const freeWeekly = ({ weeklyCapacity, weeklyBooked }: Candidate): number => Math.max(0, weeklyCapacity - weeklyBooked);

/** Pieces the supplier can still make until the promised day. */
const room = (candidate: Candidate, demand: Demand): number => Math.floor((freeWeekly(candidate) * demand.promisedDays) / WORKING_DAYS_A_WEEK);

/** The smallest run and the days that hold for what is asked for. */
function termsOf({ moq, leadDays, familyTerms }: Candidate, { family }: Demand) {
  const own = familyTerms?.[family];
  return { moq: own?.moq ?? moq, leadDays: own?.leadDays ?? leadDays };
}

const percent = (bps: number): string => `${Math.floor(bps / 100)} %`;

/** Why this supplier cannot be offered the order at all; empty for one who can. */
export function hardFilters(candidate: Candidate, demand: Demand): string[] {
  const { moq, leadDays } = termsOf(candidate, demand);
  const checks: readonly [boolean, string][] = [
    [candidate.isVerified, "Not verified"],
    [!demand.excluded.includes(candidate.supplierId), "Has declined this order"],
    [candidate.families.includes(demand.family), `Does not make ${demand.family}`],
    [moq <= demand.quantity, `Starts at ${moq} pieces, the order has ${demand.quantity}`],
    [leadDays <= demand.promisedDays, `Needs ${leadDays} working days, ${demand.promisedDays} were promised`],
    [room(candidate, demand) >= demand.quantity, `Has room for ${room(candidate, demand)} pieces until the promised day`],
  ];
  return checks.filter(([holds]) => !holds).map(([, text]) => text);
}

function reasonsFor(candidate: Candidate, demand: Demand): Reason[] {
  const { leadDays } = termsOf(candidate, demand);
  const wanted = demand.techniques.length;
  const known = demand.techniques.filter((technique) => candidate.techniques.includes(technique)).length;
  const capability = wanted === 0 ? WHOLE_BPS : share(known, wanted);
  const capacity = share(room(candidate, demand), 2 * demand.quantity);
  const lead = share(demand.promisedDays - leadDays, Math.max(1, demand.promisedDays));
  const load = WHOLE_BPS - share(candidate.weeklyBooked, candidate.weeklyCapacity);
  return [
    { factor: "capability", scoreBps: capability, text: wanted === 0 ? "Makes this family" : `Has ${known} of ${wanted} techniques` },
    { factor: "capacity", scoreBps: capacity, text: `Room for ${room(candidate, demand)} pieces until the promised day` },
    { factor: "lead", scoreBps: lead, text: `Needs ${leadDays} of ${demand.promisedDays} working days` },
    { factor: "onTime", scoreBps: clamp(candidate.onTimeBps), text: `${percent(candidate.onTimeBps)} on time` },
    { factor: "quality", scoreBps: clamp(candidate.qualityBps), text: `Quality ${percent(candidate.qualityBps)}` },
    { factor: "load", scoreBps: load, text: `${percent(WHOLE_BPS - load)} of capacity is booked` },
  ];
}

/**
 * Suppliers for an order, best first. The score is the sum of factor × weight / 10,000, each factor 0 to 10,000 basis points:
 * capability = techniques it has / techniques wanted; capacity = room until the promised day / twice the quantity; lead = spare
 * days / promised days; on time and quality = its record; load = free share of the week. Who fails a hard filter comes last,
 * with the reasons, and is never offered the order. Equal scores are ordered by id.
 */
export function rank(candidates: readonly Candidate[], demand: Demand): Ranked[] {
  const ranked = candidates.map((candidate) => {
    const reasons = reasonsFor(candidate, demand);
    const scoreBps = Math.floor(reasons.reduce((total, { factor, scoreBps: score }) => total + weights[factor] * score, 0) / WHOLE_BPS);
    return { supplierId: candidate.supplierId, name: candidate.name, scoreBps, reasons, blocked: hardFilters(candidate, demand) };
  });
  const order = (a: Ranked, b: Ranked): number =>
    Math.sign(a.blocked.length) - Math.sign(b.blocked.length) || b.scoreBps - a.scoreBps || (a.supplierId < b.supplierId ? -1 : 1);
  return ranked.toSorted(order);
}

/** The platform's margin: what the buyer pays less what the supplier gets, and its share of the buyer's price in basis points. */
export function margin(buyerTotal: Money, supplierPrice: Money): { readonly amount: number; readonly bps: number } {
  const amount = buyerTotal.amount - supplierPrice.amount;
  return { amount, bps: buyerTotal.amount === 0 ? 0 : Math.trunc((amount * WHOLE_BPS) / buyerTotal.amount) };
}
