import { type Money, times } from "../kernel/money.ts";
import { finalPrice } from "../product/rules.ts";
import type { Round } from "./model.ts";
import { marksOf, openCounter, standingBid, takesBids, turnOf } from "./rules.ts";
import type * as store from "./store.ts";
import type { BidView, PartyView, RequestCard, RequestView, RfqCard, RfqView, RoundView } from "./view.ts";

/** How a supplier's price is shown: as it is to the supplier, with the platform's share to the buyer. */
type Reading = { readonly quantity: number; readonly now: string; readonly priced: (supplierPrice: Money) => Money };

const asSupplier = (quantity: number, now: string): Reading => ({ quantity, now, priced: (price) => price });
const asBuyer = ({ quantity, feeBps }: store.Info, now: string): Reading => ({ quantity, now, priced: (price) => finalPrice(price, feeBps) });

function roundView({ side, unitPrice, leadDays, until, note, at }: Round, round: number, { quantity, priced }: Reading): RoundView {
  const shown = priced(unitPrice);
  return { round, side, unitPrice: shown, total: times(shown, quantity), leadDays, until, at, ...(note === undefined ? {} : { note }) };
}

function bidView(party: store.Party, { quantity, now, priced }: Reading): BidView | undefined {
  const standing = standingBid(party);
  const bid = standing?.said.bid;
  if (!standing || !bid) return undefined;
  const { round, said } = standing;
  const unitPrice = priced(said.unitPrice);
  return {
    ...bid,
    breaks: bid.breaks.map(({ from, unitPrice: price }) => ({ from, unitPrice: priced(price) })),
    ...(bid.sample ? { sample: { ...bid.sample, price: priced(bid.sample.price) } } : {}),
    round,
    unitPrice,
    total: times(unitPrice, quantity),
    leadDays: said.leadDays,
    isExpired: said.until < now,
  };
}

function negotiationOf(party: store.Party, reading: Reading) {
  const [turn, bid, counter] = [turnOf(party, reading.now), bidView(party, reading), openCounter(party, reading.now)];
  return {
    state: party.state,
    ...(turn ? { turn } : {}),
    ...(bid ? { bid } : {}),
    ...(counter ? { counter: roundView(counter.said, counter.round, reading) } : {}),
    rounds: party.rounds.map((round, place) => roundView(round, place + 1, reading)),
  };
}

/** A buyer's request in a list. */
export function cardOf(rfq: store.Info, now: string): RfqCard {
  const { rfqId, title, quantity, status, respondBy, invited, createdAt, orderId, orderNumber } = rfq;
  const order = orderId && orderNumber ? { orderId, orderNumber } : {};
  return { rfqId, title, quantity, status, respondBy, invited, createdAt, takesBids: takesBids(rfq, now), ...order };
}

/** A request with every bid, at what the buyer would pay: a supplier's own price never reaches them. */
export function viewOf({ rfq, brief, filesOf, parties }: store.Whole, now: string): RfqView {
  const reading = asBuyer(rfq, now);
  const shown = parties.map((party) => ({ party, ...negotiationOf(party, reading) }));
  const standing = shown.flatMap(({ party, state, bid }) =>
    bid && !bid.isExpired && (state === "bidding" || state === "awarded")
      ? [{ supplierId: party.supplierId, total: bid.total.amount, leadDays: bid.leadDays }]
      : [],
  );
  const { lowest, fastest } = marksOf(standing);
  return {
    ...cardOf(rfq, now),
    version: rfq.version,
    brief,
    files: filesOf?.uploadIds.length ?? 0,
    parties: shown.map(({ party: { supplierId, supplierName }, ...rest }): PartyView => ({
      ...rest,
      supplierId,
      supplierName,
      isLowest: lowest.has(supplierId),
      isFastest: fastest.has(supplierId),
    })),
  };
}

/** A request in the list of an invited supplier. */
export function requestCardOf(party: store.Party, now: string): RequestCard {
  const { rfqId, title, quantity, respondBy, state, createdAt, lastAt } = party;
  const turn = turnOf(party, now);
  const isOpen = state === "invited" || state === "bidding" || state === "passed";
  return { rfqId, title, quantity, respondBy, state, createdAt, lastAt, takesBids: isOpen && respondBy >= now, ...(turn ? { turn } : {}) };
}

/** A request as one invited supplier sees it: its own words at its own prices, and nobody else's. */
export const requestViewOf = ({ party, brief, filesOf }: store.Request, now: string): RequestView => ({
  ...requestCardOf(party, now),
  ...negotiationOf(party, asSupplier(party.quantity, now)),
  brief,
  files: filesOf?.uploadIds.length ?? 0,
});
