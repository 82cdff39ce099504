import * as z from "zod";
import { withoutContacts } from "../inquiry/rules.ts";
import { action } from "../kernel/action.ts";
import { addDays, dateOf, daysBetween, endOfDay } from "../kernel/calendar.ts";
import { conflict, invalid } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { BidMade, Passed } from "./event.ts";
import { Bid, MAX_BID_DAYS, MAX_ROUNDS, type Round } from "./model.ts";
import * as policy from "./policy.ts";
import { partyProcess } from "./process.ts";
import { faultOf, openCounter, priceAt, standingBid } from "./rules.ts";
import * as store from "./store.ts";

const ById = z.strictObject({ rfqId: id("rfq") });

/** The caller's own side of a request; there is none for anybody who was not invited. */
const load = async ({ rfqId }: { readonly rfqId: string }) => {
  const { actor } = Request.use();
  return actor.type === "member" && actor.orgKind === "supplier" ? store.findRequest(rfqId, actor.orgId) : undefined;
};

/** Somebody (the buyer, most likely) was faster. */
export const overtaken = () => conflict("rfq.changed", "Something was said or decided here meanwhile; read it again");

/** Puts a round under a negotiation; throws `rfq.full` where there is no room. */
export function withRound({ rounds }: store.Party, round: Round): readonly Round[] {
  if (rounds.length >= MAX_ROUNDS) throw conflict("rfq.full", `A negotiation has room for ${MAX_ROUNDS} bids and counter-offers`);
  return [...rounds, round];
}

async function say(party: store.Party, round: Round) {
  const state = partyProcess.next(party.state, "bid");
  const rounds = withRound(party, round);
  const { rfqId, supplierId } = party;
  return commit({
    about: rfqId,
    writes: [store.partyWrite(party, { state, rounds, lastAt: nowIso() })],
    events: [BidMade({ rfqId, supplierId, round: rounds.length })],
    changed: { before: { state: party.state, rounds: party.rounds.length }, after: { state, rounds: rounds.length } },
    reply: { rfqId, round: rounds.length },
    refused: overtaken,
  });
}

function assertBid(bid: Bid, quantity: number, now: Date): void {
  const fault = faultOf(bid, quantity);
  if (fault) throw invalid("rfq.bid", fault, { field: "breaks" });
  const days = daysBetween(dateOf(now), bid.validUntilOn);
  if (days < 0 || days > MAX_BID_DAYS)
    throw invalid("rfq.validity", `A bid holds until today at least and ${MAX_BID_DAYS} days at most`, { field: "validUntilOn" });
}

/**
 * A supplier's bid, in the place of the one before, as often as there is room until the request is decided; after a counter-offer it
 * is the answer to it. Contact details are taken out of the notes. Throws `rfq.bid`, `rfq.validity`, `rfq.full`, and `rfq.late` for
 * a first bid that comes after the last day.
 */
export const bid = action(
  { name: "rfq.bid", effect: "command", input: ById.extend(Bid.shape), load, policy: policy.readRequest },
  async ({ input: { rfqId: _id, notes, ...terms }, record: { party }, now }) => {
    const offered: Bid = { ...terms, ...(notes === undefined ? {} : { notes: withoutContacts(notes) }) };
    assertBid(offered, party.quantity, now);
    if (party.rounds.length === 0 && party.respondBy < nowIso()) throw conflict("rfq.late", "The last day for a first bid has passed");
    const unitPrice = priceAt(offered.breaks, party.quantity);
    if (!unitPrice) throw new Error("a bid without a price for the quantity was let through");
    const { leadDays, validUntilOn } = offered;
    return say(party, { side: "supplier", unitPrice, leadDays, until: endOfDay(validUntilOn), bid: offered, at: nowIso() });
  },
);

/** Days for which the supplier's yes to a counter-offer holds, unless its bid held longer. */
const AGREED_DAYS = 7;

/** The supplier takes the buyer's counter-offer as it was shown: its bid from now on. Throws `rfq.counter_changed`. */
export const answerCounter = action(
  { name: "rfq.answer_counter", effect: "command", input: ById.extend({ round: z.int().min(1) }), load, policy: policy.readRequest },
  async ({ input: { round }, record: { party }, now }) => {
    const [counter, standing] = [openCounter(party, nowIso()), standingBid(party)];
    if (counter?.round !== round || !standing?.said.bid)
      throw conflict("rfq.counter_changed", "This counter-offer does not stand any more; read it again");
    const { unitPrice, leadDays } = counter.said;
    const { bid: before } = standing.said;
    const agreedUntil = addDays(dateOf(now), AGREED_DAYS);
    const validUntilOn = before.validUntilOn > agreedUntil ? before.validUntilOn : agreedUntil;
    // What the prices of other quantities were does not go with the price that was agreed on.
    const agreed: Bid = { ...before, breaks: [{ from: party.quantity, unitPrice }], leadDays, validUntilOn };
    return say(party, { side: "supplier", unitPrice, leadDays, until: endOfDay(validUntilOn), bid: agreed, at: nowIso() });
  },
);

/** The supplier makes no bid, or takes its bid back, as it was shown. */
export const pass = action(
  { name: "rfq.pass", effect: "command", input: ById.extend({ rounds: z.int().min(0) }), load, policy: policy.readRequest },
  async ({ input, record: { party } }) => {
    if (input.rounds !== party.rounds.length) throw overtaken();
    const state = partyProcess.next(party.state, "pass");
    const { rfqId, supplierId } = party;
    return commit({
      about: rfqId,
      writes: [store.partyWrite(party, { state, lastAt: nowIso() })],
      events: [Passed({ rfqId, supplierId })],
      changed: { before: { state: party.state }, after: { state } },
      reply: { rfqId },
      refused: overtaken,
    });
  },
);
