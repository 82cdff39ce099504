import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { usd } from "../kernel/money.ts";
import { finalPrice } from "../product/rules.ts";
import { runs } from "../testing.ts";
import type { Bid, Round } from "./model.ts";
import { faultOf, holdUp, marksOf, openCounter, priceAt, standingBid, supplierShare, takesBids, turnOf, workingDaysUntil } from "./rules.ts";

const at = "2026-11-10T09:00:00.000Z";
const later = "2026-11-20T23:59:59.999Z";
const earlier = "2026-11-01T23:59:59.999Z";
const bid: Bid = { breaks: [{ from: 100, unitPrice: usd(900) }], moq: 100, leadDays: 30, validUntilOn: "2026-11-20" };
const offered = (until = later): Round => ({ side: "supplier", unitPrice: usd(900), leadDays: 30, until, bid, at });
const countered = (until = later): Round => ({ side: "buyer", unitPrice: usd(800), leadDays: 25, until, at });

describe("a bid", () => {
  test.each<[string, Partial<Bid>, string | undefined]>([
    ["with one price from fewer pieces on is taken", {}, undefined],
    ["whose price falls with the quantity is taken", { breaks: [...bid.breaks, { from: 500, unitPrice: usd(850) }] }, undefined],
    ["with two prices from the same number on is not", { breaks: [...bid.breaks, ...bid.breaks] }, "Two prices"],
    ["that grows dearer with the quantity is not", { breaks: [...bid.breaks, { from: 500, unitPrice: usd(901) }] }, "must not cost more"],
    ["for larger runs only is not", { moq: 301 }, "smallest run"],
    ["without a price for the quantity is not", { breaks: [{ from: 301, unitPrice: usd(900) }] }, "Name a price for 300"],
  ])("%s", (_name, change, fault) => {
    const said = faultOf({ ...bid, ...change }, 300);

    if (fault === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(fault);
  });

  test("costs what its largest step that is reached says", () => {
    const breaks = [{ from: 500, unitPrice: usd(850) }, ...bid.breaks];

    expect([99, 100, 499, 500].map((quantity) => priceAt(breaks, quantity)?.amount)).toEqual([undefined, 900, 900, 850]);
  });
});

test("a buyer who names a price never pays more than it, and at most a cent less (2,000 cases)", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5_000_000 }), fc.integer({ min: 0, max: 5_000 }), (named, feeBps) => {
      const paid = finalPrice(supplierShare(usd(named), feeBps), feeBps).amount;

      expect(paid).toBeLessThanOrEqual(named);
      expect(named - paid).toBeLessThanOrEqual(1);
    }),
    runs(2_000),
  );
});

describe("whose turn it is", () => {
  test.each<[string, Parameters<typeof turnOf>[0], ReturnType<typeof turnOf>, ReturnType<typeof holdUp>]>([
    ["the supplier's, to bid", { state: "invited", rounds: [] }, "supplier", "no_bid"],
    ["the buyer's, with a bid", { state: "bidding", rounds: [offered()] }, "buyer", undefined],
    ["the supplier's, with a counter-offer", { state: "bidding", rounds: [offered(), countered()] }, "supplier", "countered"],
    ["the buyer's again, once the counter-offer has run out", { state: "bidding", rounds: [offered(), countered(earlier)] }, "buyer", undefined],
    ["the buyer's, whose bid has run out", { state: "bidding", rounds: [offered(earlier)] }, "buyer", "expired"],
    ["nobody's, once the supplier has passed", { state: "passed", rounds: [offered()] }, undefined, "no_bid"],
    ["nobody's, once it is decided", { state: "lost", rounds: [offered()] }, undefined, "no_bid"],
  ])("is %s", (_name, negotiation, turn, hindrance) => {
    expect(turnOf(negotiation, at)).toBe(turn);
    expect(holdUp(negotiation, at)).toBe(hindrance);
  });

  test("the last word of the supplier stands, whatever the buyer said after it", () => {
    expect(standingBid({ state: "bidding", rounds: [offered(), countered(), offered(), countered()] })?.round).toBe(3);
    expect(openCounter({ state: "bidding", rounds: [offered(), countered()] }, at)?.round).toBe(2);
    expect(openCounter({ state: "bidding", rounds: [offered(), countered(earlier)] }, at)).toBeUndefined();
  });
});

test("first bids come in until the end of the last day, and to an open request only", () => {
  expect(takesBids({ status: "open", respondBy: later }, later)).toBe(true);
  expect(takesBids({ status: "open", respondBy: earlier }, at)).toBe(false);
  expect(takesBids({ status: "awarded", respondBy: later }, at)).toBe(false);
});

test("lowest and fastest are marked, all of the equals, and a single bid is neither", () => {
  const bids = [
    { supplierId: "a", total: 100, leadDays: 30 },
    { supplierId: "b", total: 100, leadDays: 20 },
    { supplierId: "c", total: 120, leadDays: 20 },
  ];

  expect(marksOf(bids)).toEqual({ lowest: new Set(["a", "b"]), fastest: new Set(["b", "c"]) });
  expect(marksOf(bids.slice(0, 1))).toEqual({ lowest: new Set(), fastest: new Set() });
});

test("a wanted day leaves six working days a week, and one that has passed none", () => {
  expect(["2026-11-01", "2026-11-10", "2026-11-17", "2026-12-15"].map((on) => workingDaysUntil("2026-11-10", on))).toEqual([0, 0, 6, 30]);
});
