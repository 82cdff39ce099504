import { type CalendarDate, daysBetween } from "../kernel/calendar.ts";
import { type Money, usd, WHOLE_BPS } from "../kernel/money.ts";
import { finalPrice } from "../product/rules.ts";
import type { Bid, PartyState, Round, Side, Status } from "./model.ts";

/** What a piece costs at this quantity: the break with the largest start that is not above it. Undefined below the first one. */
export function priceAt(breaks: Bid["breaks"], quantity: number): Money | undefined {
  return breaks.toSorted((a, b) => a.from - b.from).findLast(({ from }) => from <= quantity)?.unitPrice;
}

/** What is wrong with a bid for this quantity, in one sentence; undefined for one that can be taken. */
export function faultOf({ breaks, moq }: Bid, quantity: number): string | undefined {
  const steps = breaks.toSorted((a, b) => a.from - b.from);
  if (new Set(steps.map(({ from }) => from)).size < steps.length) return "Two prices start at the same number of pieces";
  if (steps.some(({ unitPrice }, place) => place > 0 && unitPrice.amount > (steps[place - 1]?.unitPrice.amount ?? 0)))
    return "A piece must not cost more when there are more of them";
  if (moq > quantity) return `The request is for ${quantity.toLocaleString("en-US")} pieces, less than your smallest run`;
  return priceAt(breaks, quantity) ? undefined : `Name a price for ${quantity.toLocaleString("en-US")} pieces`;
}

/**
 * What the supplier gets of a price that a buyer names: the most whose price with the platform's share on top is not above it, so
 * that the buyer never pays more than they named, and at most a cent less.
 */
export function supplierShare(buyerPrice: Money, feeBps: number): Money {
  let share = Math.ceil((buyerPrice.amount * WHOLE_BPS) / (WHOLE_BPS + feeBps));
  while (share > 0 && finalPrice(usd(share), feeBps).amount > buyerPrice.amount) share -= 1;
  return usd(share);
}

/** Working days, six a week, from today to a day; none for one that has passed. */
export const workingDaysUntil = (today: CalendarDate, on: CalendarDate): number => Math.max(0, Math.floor((daysBetween(today, on) * 6) / 7));

type Negotiation = { readonly state: PartyState; readonly rounds: readonly Round[] };

const isOpen = ({ state }: Negotiation): boolean => state === "bidding";

/** The supplier's last word, with its place. */
export function standingBid({ rounds }: Negotiation): { readonly round: number; readonly said: Round } | undefined {
  const place = rounds.findLastIndex(({ side }) => side === "supplier");
  const said = rounds[place];
  return said ? { round: place + 1, said } : undefined;
}

/** The buyer's counter-offer that waits for its answer; none once it has run out. */
export function openCounter({ rounds }: Negotiation, now: string): { readonly round: number; readonly said: Round } | undefined {
  const said = rounds.at(-1);
  return said?.side === "buyer" && said.until >= now ? { round: rounds.length, said } : undefined;
}

/** Whose turn it is: the supplier's to bid or to answer a counter-offer, else the buyer's; nobody's once it is decided. */
export function turnOf(negotiation: Negotiation, now: string): Side | undefined {
  if (negotiation.state === "invited") return "supplier";
  if (!isOpen(negotiation)) return undefined;
  return openCounter(negotiation, now) ? "supplier" : "buyer";
}

/** Why a buyer can make no counter-offer, or award nothing, to this supplier now; undefined when they can. */
export function holdUp(negotiation: Negotiation, now: string): "no_bid" | "countered" | "expired" | undefined {
  const bid = standingBid(negotiation);
  if (!isOpen(negotiation) || !bid) return "no_bid";
  if (openCounter(negotiation, now)) return "countered";
  return bid.said.until < now ? "expired" : undefined;
}

/** Whether first bids still come in. */
export const takesBids = ({ status, respondBy }: { readonly status: Status; readonly respondBy: string }, now: string): boolean =>
  status === "open" && respondBy >= now;

type Standing = { readonly supplierId: string; readonly total: number; readonly leadDays: number };

const least = (bids: readonly Standing[], figure: (bid: Standing) => number): ReadonlySet<string> => {
  const best = Math.min(...bids.map(figure));
  return new Set(bids.filter((bid) => figure(bid) === best).map(({ supplierId }) => supplierId));
};

/** Which of the bids that stand cost least and which are ready first; equals are all marked, and a single one is not. */
export const marksOf = (bids: readonly Standing[]): { readonly lowest: ReadonlySet<string>; readonly fastest: ReadonlySet<string> } =>
  bids.length < 2
    ? { lowest: new Set(), fastest: new Set() }
    : { lowest: least(bids, ({ total }) => total), fastest: least(bids, ({ leadDays }) => leadDays) };
