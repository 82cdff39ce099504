import * as z from "zod";
import { familyOf } from "../garment/model.ts";
import { withoutContacts } from "../inquiry/rules.ts";
import { action } from "../kernel/action.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { Money, times } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import * as PriceBook from "../price-book/index.ts";
import { finalPrice } from "../product/rules.ts";
import * as Order from "../order/index.ts";
import * as Quote from "../quote/index.ts";
import { PoNumber } from "../spending/model.ts";
import * as Spending from "../spending/take.ts";
import { commit } from "../table/commit.ts";
import * as Terms from "../terms/index.ts";
import { overtaken, withRound } from "./bid.ts";
import { Awarded, Cancelled, Countered } from "./event.ts";
import { CounterHours, Words } from "./model.ts";
import * as policy from "./policy.ts";
import { partyProcess, process } from "./process.ts";
import { holdUp, standingBid, supplierShare } from "./rules.ts";
import * as store from "./store.ts";

const ById = z.strictObject({ rfqId: id("rfq") });
const load = ({ rfqId }: { readonly rfqId: string }) => store.find(rfqId);

const hindrances = {
  no_bid: "This supplier has no bid that stands",
  countered: "Your counter-offer waits for its answer",
  expired: "This bid has expired; ask the supplier for another one with a counter-offer",
} as const;

const Named = ById.extend({ supplierId: z.string().max(60), round: z.int().min(1) });

/** The supplier's side with the bid that the buyer was shown. Throws `rfq.changed` for another one than that. */
function shownBid({ parties }: store.Whole, { supplierId, round }: { readonly supplierId: string; readonly round: number }) {
  const party = parties.find((one) => one.supplierId === supplierId);
  const standing = party && standingBid(party);
  if (!party || !standing || standing.round !== round) throw overtaken();
  return { party, said: standing.said };
}

const HOUR_MS = 3_600_000;
const Countering = Named.extend({
  unitPrice: Money.refine(({ amount }) => amount > 1, "more than a cent"),
  leadDays: z.int().min(1).max(365),
  hours: CounterHours,
  note: Words.optional(),
});

/**
 * The buyer's counter-offer to the bid that they were shown: what they would pay for a piece, and when they need it. It is the
 * supplier's turn until it is answered or its hours are over. The supplier reads its own share of it. Throws `rfq.changed`,
 * `rfq.turn` with the reason, and `rfq.full`.
 */
export const counter = action(
  { name: "rfq.counter", effect: "command", input: Countering, load, policy: policy.decide },
  async ({ input, record, now }) => {
    const { rfq } = record;
    if (rfq.status !== "open") throw conflict("rfq.transition", "This request has been decided", { status: rfq.status });
    const { party } = shownBid(record, input);
    const hindrance = holdUp(party, nowIso());
    if (hindrance && hindrance !== "expired") throw conflict("rfq.turn", hindrances[hindrance]);
    const { leadDays, hours, note } = input;
    const until = new Date(now.getTime() + hours * HOUR_MS).toISOString();
    const said = note === undefined ? {} : { note: withoutContacts(note) };
    const rounds = withRound(party, {
      side: "buyer",
      unitPrice: supplierShare(input.unitPrice, rfq.feeBps),
      leadDays,
      until,
      at: nowIso(),
      ...said,
    });
    const { rfqId, supplierId } = party;
    return commit({
      about: rfqId,
      writes: [store.partyWrite(party, { state: partyProcess.next(party.state, "counter"), rounds, lastAt: nowIso() })],
      events: [Countered({ rfqId, supplierId, round: rounds.length })],
      changed: { before: { rounds: party.rounds.length }, after: { rounds: rounds.length } },
      reply: { rfqId, round: rounds.length },
      refused: overtaken,
    });
  },
);

const Awarding = Named.extend({ shippingAddress: Quote.ShippingAddress, termsVersion: z.string().max(20), poNumber: PoNumber.optional() });

/** The request, beside it the rates of today and what the buyer's organisation lets its people order. */
async function loadAwarding({ rfqId }: z.output<typeof Awarding>) {
  const [found, rules, { rates }] = await Promise.all([store.find(rfqId), Spending.rulesOfCaller(), PriceBook.deskNow()]);
  return found && { ...found, rules, rates };
}

/** Where everybody else's side ends. */
const ended = (parties: readonly store.Party[], step: "lose" | "close") =>
  parties.map((party) => store.partyWrite(party, { state: partyProcess.next(party.state, step), lastAt: nowIso() }));

/**
 * The buyer takes the exact bid they were shown: one order at its price, whatever is clicked twice, and everybody else's side ends in
 * the same transaction, so that no bid comes in between. Throws `terms.changed`, `rfq.changed`, `rfq.turn` with the
 * reason, and `rfq.approval_needed` past a limit of the buyer's organisation.
 */
export const award = action(
  { name: "rfq.award", effect: "command", input: Awarding, load: loadAwarding, policy: policy.decide },
  async ({ input, record, actor, now }) => {
    const { rfq, brief, filesOf, parties } = record;
    if (input.termsVersion !== Terms.current.version)
      throw conflict("terms.changed", "The terms have changed; read them again", { version: Terms.current.version });
    const status = process.next(rfq.status, "award");
    const { party, said } = shownBid(record, input);
    const hindrance = holdUp(party, nowIso());
    if (hindrance) throw conflict("rfq.turn", hindrances[hindrance]);
    if (actor.type !== "member") throw forbidden("rfq.award.forbidden", "You are not allowed to do this");
    const { rfqId, supplierId, supplierName } = party;
    const unitPrice = finalPrice(said.unitPrice, rfq.feeBps);
    const offer = {
      ownerId: rfq.ownerId,
      title: rfq.title,
      brief,
      unitPrice,
      supplierUnitPrice: said.unitPrice,
      leadDays: said.leadDays,
      validUntilOn: said.until.slice(0, 10),
      source: { rfqId, supplierId, supplierName },
      isDemo: rfq.isDemo,
      filesOf,
      rates: record.rates,
    };
    return Spending.again(async () => {
      const taken = await Spending.take({
        rules: record.rules,
        buyer: actor,
        purchase: { amount: times(unitPrice, brief.quantity), family: familyOf(brief.garmentType), at: nowIso() },
        subject: { kind: "rfq", rfqId, supplierId, round: input.round },
        poNumber: input.poNumber,
        before: () => Order.orderedBy(actor, nowIso().slice(0, 7)),
        refused: (details) => conflict("rfq.approval_needed", "This is more than your organisation lets you order by yourself", details),
      });
      const { shippingAddress, poNumber } = input;
      const opened = Quote.acceptedFrom(offer, { shippingAddress, acceptedBy: actor.userId, now, poNumber, isCounted: taken.isCounted });
      const { quoteId, orderId, orderNumber } = opened;
      const others = parties.filter((one) => one !== party);
      const writes = [
        store.changeWrite(rfq, { status, orderId, orderNumber }),
        store.partyWrite(party, { state: partyProcess.next(party.state, "win"), lastAt: nowIso() }),
        ...ended(others, "lose"),
        ...opened.writes,
      ];
      return commit({
        about: orderId,
        writes: [...writes, ...taken.writes],
        events: [Awarded({ rfqId, supplierId, round: input.round, quoteId, orderId }), ...opened.events, ...taken.events(orderId)],
        changed: { before: rfq, after: { status, orderId } },
        reply: { rfqId, orderId, orderNumber },
        refused: (index) => (index < writes.length ? overtaken() : Spending.overtaken()),
      });
    });
  },
);

/** The buyer calls the request off as they were shown it; every side of it ends. */
export const cancel = action(
  { name: "rfq.cancel", effect: "command", input: ById.extend({ version: z.int().min(1) }), load, policy: policy.decide },
  async ({ input: { version }, record: { rfq, parties } }) => {
    if (version !== rfq.version) throw overtaken();
    const status = process.next(rfq.status, "cancel");
    const { rfqId } = rfq;
    return commit({
      about: rfqId,
      writes: [store.changeWrite(rfq, { status }), ...ended(parties, "close")],
      events: [Cancelled({ rfqId, invited: parties.length })],
      changed: { before: rfq, after: { status } },
      reply: { rfqId, status },
      refused: overtaken,
    });
  },
);
