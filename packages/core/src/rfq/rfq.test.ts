import { beforeAll, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { requests } from "../../../../test/support/invariants/engagement.ts";
import { itemsOf } from "../../../../test/support/invariants/items.ts";
import { newSupplier } from "../../../../test/support/listing.ts";
import { acceptance } from "../../../../test/support/orders.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import type { Actor, Member } from "../kernel/actor.ts";
import { usd } from "../kernel/money.ts";
import { finalPrice } from "../product/rules.ts";
import * as Exchange from "../exchange/index.ts";
import { newId } from "../kernel/id.ts";
import * as Order from "../order/index.ts";
import * as Offer from "../order/offer.ts";
import { depositPaid } from "../order/paid.ts";
import * as Quote from "../quote/index.ts";
import * as Supplier from "../supplier/index.ts";
import { commit } from "../table/commit.ts";
import * as Rfq from "./index.ts";

const { buyerOwner, otherBuyer, buyerViewer, admin } = actors;
const brief = { garmentType: "pullover", quantity: 300, fabric: "wool-blend", notes: "Write to me at rina@buyer.example" } as const;

let suppliers: readonly Member[] = [];
beforeAll(async () => {
  await startTable();
  await as(admin, () => Exchange.keep({ currency: "BDT", rate: "121.85", on: "2026-03-02", source: "Bangladesh Bank" }));
  suppliers = await Promise.all(["one", "two", "three", "four", "five"].map((name) => newSupplier(`bids-${name}`)));
});

const supplier = (place: number): Member => {
  const found = suppliers[place];
  if (!found) throw new Error("there are five suppliers");
  return found;
};

const open = async (by: Actor = buyerOwner) => (await as(by, () => Rfq.open({ brief }))).rfqId;
const bidOf = (cents: number, leadDays = 30) => ({
  breaks: [{ from: 100, unitPrice: usd(cents) }],
  moq: 100,
  leadDays,
  validUntilOn: "2026-04-01",
});
const bid = (rfqId: string, place: number, cents: number, leadDays?: number, at = NOW) =>
  as(supplier(place), () => Rfq.bid({ rfqId, ...bidOf(cents, leadDays) }), { now: at });
const read = (rfqId: string, at = NOW) => as(buyerOwner, () => Rfq.get({ rfqId }), { now: at });
const partyOf = async (rfqId: string, place: number, at = NOW) =>
  (await read(rfqId, at)).parties.find(({ supplierId }) => supplierId === supplier(place).orgId);
const request = (rfqId: string, place: number) => as(supplier(place), () => Rfq.getRequest({ rfqId }));
const { shippingAddress, termsVersion } = acceptance("");
const awarding = (rfqId: string, place: number, round = 1) => ({ rfqId, supplierId: supplier(place).orgId, round, shippingAddress, termsVersion });
const countering = (rfqId: string, place: number, round = 1) =>
  ({ rfqId, supplierId: supplier(place).orgId, round, unitPrice: usd(1_000), leadDays: 25, hours: 48 }) as const;
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

test("a brief goes to every supplier that can make it, without a word of who wants it", async () => {
  const rfqId = await open();

  const view = await read(rfqId);
  const theirs = await request(rfqId, 0);

  expect(view.parties.map(({ supplierId }) => supplierId).toSorted()).toEqual(suppliers.map(({ orgId }) => orgId).toSorted());
  expect(theirs).toMatchObject({ state: "invited", turn: "supplier", takesBids: true });
  expect(JSON.stringify(theirs)).not.toContain("rina@");
  expect(JSON.stringify(theirs)).not.toContain(buyerOwner.orgId);
});

test("the bids stand in one table at what the buyer would pay, the lowest and the fastest marked", async () => {
  const rfqId = await open();
  await bid(rfqId, 0, 1_000, 30);
  await bid(rfqId, 1, 900, 40);
  await bid(rfqId, 2, 1_100, 20);

  const marks = await Promise.all([0, 1, 2, 3].map((place) => partyOf(rfqId, place)));

  expect(marks.map((party) => [party?.bid?.unitPrice.amount, party?.isLowest, party?.isFastest])).toEqual([
    [finalPrice(usd(1_000)).amount, false, false],
    [finalPrice(usd(900)).amount, true, false],
    [finalPrice(usd(1_100)).amount, false, true],
    [undefined, false, false],
  ]);
});

test("a supplier reads its own bid at its own price and nothing of anybody else's", async () => {
  const rfqId = await open();
  await bid(rfqId, 0, 1_234);
  await bid(rfqId, 1, 987);

  const text = JSON.stringify(await request(rfqId, 1));

  expect(text).toContain("987");
  for (const foreign of ["1234", String(finalPrice(usd(1_234)).amount), String(finalPrice(usd(987)).amount), supplier(0).orgId, "bids-one"])
    expect(text).not.toContain(foreign);
});

test("a bid is revised in the place of the one before", async () => {
  const rfqId = await open();
  await bid(rfqId, 0, 1_000);
  await bid(rfqId, 0, 950);

  expect((await partyOf(rfqId, 0))?.bid).toMatchObject({ round: 2, unitPrice: finalPrice(usd(950)) });
  await expect(as(buyerOwner, () => Rfq.award(awarding(rfqId, 0, 1)))).rejects.toMatchObject({ code: "rfq.changed" });
});

describe("a counter-offer", () => {
  test("is read by the supplier as its own share, and taken it is the bid", async () => {
    const rfqId = await open();
    await bid(rfqId, 0, 1_000);
    await as(buyerOwner, () => Rfq.counter(countering(rfqId, 0)));

    const { counter, turn } = await request(rfqId, 0);
    await as(supplier(0), () => Rfq.answerCounter({ rfqId, round: 2 }));
    const party = await partyOf(rfqId, 0);

    expect([turn, counter?.leadDays]).toEqual(["supplier", 25]);
    expect(finalPrice(counter?.unitPrice ?? usd(0)).amount).toBeLessThanOrEqual(1_000);
    expect(party).toMatchObject({ turn: "buyer", bid: { round: 3, leadDays: 25 } });
    expect(party?.bid?.unitPrice.amount).toBeGreaterThanOrEqual(999);
  });

  test("keeps the buyer from another one and from the order until it is answered or has run out", async () => {
    const rfqId = await open();
    await bid(rfqId, 0, 1_000);
    await as(buyerOwner, () => Rfq.counter(countering(rfqId, 0)));

    await expect(as(buyerOwner, () => Rfq.counter(countering(rfqId, 0)))).rejects.toMatchObject({ code: "rfq.turn" });
    await expect(as(buyerOwner, () => Rfq.award(awarding(rfqId, 0)))).rejects.toMatchObject({ code: "rfq.turn" });
    await expect(as(supplier(0), () => Rfq.answerCounter({ rfqId, round: 2 }), { now: inDays(3) })).rejects.toMatchObject({
      code: "rfq.counter_changed",
    });
    await as(buyerOwner, () => Rfq.award(awarding(rfqId, 0)), { now: inDays(3) });

    expect(await read(rfqId)).toMatchObject({ status: "awarded" });
  });

  test("is answered with another bid as well", async () => {
    const rfqId = await open();
    await bid(rfqId, 0, 1_000);
    await as(buyerOwner, () => Rfq.counter(countering(rfqId, 0)));
    await bid(rfqId, 0, 960);

    expect(await partyOf(rfqId, 0)).toMatchObject({ turn: "buyer", bid: { round: 3, unitPrice: finalPrice(usd(960)) } });
  });
});

describe("the award", () => {
  test("makes one order at the price that was shown, and ends every other side", async () => {
    const rfqId = await open();
    await bid(rfqId, 0, 1_000);
    await bid(rfqId, 1, 900);
    const shown = (await partyOf(rfqId, 1))?.bid;

    const clicks = await Promise.allSettled(
      Array.from({ length: 4 }, (_, click) => as(buyerOwner, () => Rfq.award(awarding(rfqId, 1)), { key: `award-${rfqId}-${click}` })),
    );
    const view = await read(rfqId);
    const rows = await allItems();
    const [order] = rows.filter((row) => row["__edb_e__"] === "order" && row["orderId"] === view.orderId);
    const [money] = rows.filter((row) => row["__edb_e__"] === "order-money" && row["orderId"] === view.orderId);

    expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(money?.["total"]).toBe(shown?.total.amount);
    expect(order).toMatchObject({ status: "awaiting_deposit", quantity: 300 });
    expect(view.parties.filter(({ state }) => state === "awarded").map(({ supplierId }) => supplierId)).toEqual([supplier(1).orgId]);
    expect(view.parties.filter(({ state }) => state === "lost")).toHaveLength(4);
    expect(await as(buyerOwner, () => Quote.get({ quoteId: String(order?.["quoteId"]) }))).toMatchObject({ status: "accepted", isOffered: true });
  });

  test("and a bid of the same moment cannot both hold", async () => {
    const rfqId = await open();
    await bid(rfqId, 0, 1_000);

    const both = await Promise.allSettled([as(buyerOwner, () => Rfq.award(awarding(rfqId, 0))), bid(rfqId, 0, 2_000)]);
    const view = await read(rfqId);
    const party = view.parties.find(({ supplierId }) => supplierId === supplier(0).orgId);

    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect([view.status, party?.rounds.length]).toEqual(view.status === "awarded" ? ["awarded", 1] : ["open", 2]);
  });

  test("ends the bidding", async () => {
    const rfqId = await open();
    await bid(rfqId, 0, 1_000);
    await as(buyerOwner, () => Rfq.award(awarding(rfqId, 0)));

    await expect(bid(rfqId, 1, 900)).rejects.toMatchObject({ code: "rfq_party.transition" });
  });
});

test("a request that is called off ends for everybody, and only as it was shown", async () => {
  const rfqId = await open();
  await bid(rfqId, 0, 1_000);
  await expect(as(buyerOwner, () => Rfq.cancel({ rfqId, version: 9 }))).rejects.toMatchObject({ code: "rfq.changed" });

  await as(buyerOwner, () => Rfq.cancel({ rfqId, version: 1 }));

  expect((await request(rfqId, 0)).state).toBe("closed");
  await expect(bid(rfqId, 1, 900)).rejects.toMatchObject({ code: "rfq_party.transition" });
});

test("a supplier that passes is out until it bids after all", async () => {
  const rfqId = await open();
  await as(supplier(0), () => Rfq.pass({ rfqId, rounds: 0 }));
  expect((await partyOf(rfqId, 0))?.state).toBe("passed");
  await bid(rfqId, 0, 1_000);

  expect((await partyOf(rfqId, 0))?.state).toBe("bidding");
});

test("an administrator asks one more, once, and only a verified one", async () => {
  const rfqId = await open();
  const late = await newSupplier("bids-late");
  await as(admin, () => Rfq.invite({ rfqId, supplierId: late.orgId }));

  expect((await read(rfqId)).invited).toBe(6);
  for (const supplierId of [late.orgId, "org_nobody"])
    await expect(as(admin, () => Rfq.invite({ rfqId, supplierId }))).rejects.toMatchObject({ code: "rfq.supplier" });
});

test.each<[string, (rfqId: string) => Promise<unknown>, Actor, string, Date]>([
  ["a first bid after the last day", (rfqId) => Rfq.bid({ rfqId, ...bidOf(900) }), actors.visitor, "rfq.late", inDays(9)],
  [
    "a bid that has run out before it is made",
    (rfqId) => Rfq.bid({ rfqId, ...bidOf(900), validUntilOn: "2026-03-01" }),
    actors.visitor,
    "rfq.validity",
    NOW,
  ],
  ["a bid for more pieces than are wanted", (rfqId) => Rfq.bid({ rfqId, ...bidOf(900), moq: 500 }), actors.visitor, "rfq.bid", NOW],
  ["another buyer's look", (rfqId) => Rfq.get({ rfqId }), otherBuyer, "record.not_found", NOW],
  ["a viewer's counter-offer", (rfqId) => Rfq.counter(countering(rfqId, 0)), buyerViewer, "rfq.counter.forbidden", NOW],
  ["an admin's award", (rfqId) => Rfq.award(awarding(rfqId, 0)), admin, "rfq.award.forbidden", NOW],
  ["the look of a supplier that was not asked", (rfqId) => Rfq.getRequest({ rfqId }), actors.otherSupplier, "record.not_found", NOW],
])("%s is refused", async (_name, deed, by, code, now) => {
  const rfqId = await open();

  await expect(as(by === actors.visitor ? supplier(0) : by, () => deed(rfqId), { now })).rejects.toMatchObject({ code });
});

test("both sides find it in their lists, and hear of it in their own words", async () => {
  const now = inDays(5);
  const { rfqId } = await as(buyerOwner, () => Rfq.open({ brief }), { now });
  await bid(rfqId, 0, 1_000, 30, now);
  const own = await as(buyerOwner, () => Rfq.list({}), { now });
  const asked = await as(supplier(0), () => Rfq.listRequests({}), { now });
  const letter = await Rfq.letterOf(rfqId, supplier(0).orgId, 1);

  expect(own.items[0]).toMatchObject({ rfqId, invited: expect.any(Number), takesBids: true });
  expect(asked.items[0]).toMatchObject({ rfqId, state: "bidding", turn: "buyer" });
  expect(letter?.buyer).toMatchObject({ to: buyerOwner.orgId, facts: { offer: { unitPrice: finalPrice(usd(1_000)) } } });
  expect(letter?.supplier).toMatchObject({ to: supplier(0).orgId, facts: { from: "The buyer", offer: { unitPrice: usd(1_000) } } });
});

test("every request that was decided is decided for everybody", async () => {
  expect(requests(itemsOf(await allItems()))).toEqual([]);
});

test("an awarded order keeps the rates of that moment; its deposit offers it to the winner at once, at the bid's price; it still answers, and one that was suspended leaves it to an admin", async () => {
  const awarded = async (place: number) => {
    const rfqId = await open();
    await bid(rfqId, place, 900);
    const { orderId } = await as(buyerOwner, () => Rfq.award(awarding(rfqId, place)));
    return orderId;
  };
  const pay = async (orderId: string) => {
    const core = await Order.findCore(orderId);
    if (!core) throw new Error("the order is not there");
    await as(actors.system, async () => {
      const { writes, events } = await depositPaid(core, newId("payment"));
      await commit({ about: orderId, writes, events, reply: null });
    });
    return Order.find(orderId);
  };
  const [taken, left] = [await awarded(0), await awarded(4)];
  await as(admin, () => Supplier.suspend({ orgId: supplier(4).orgId, reason: "Audit failed" }));

  const { quoteId = "" } = (await Order.find(taken)) ?? {};
  expect((await as(buyerOwner, () => Quote.get({ quoteId }))).rates).toMatchObject([{ currency: "BDT", rate: "121.85" }]);
  expect(await pay(taken)).toMatchObject({ status: "offered", supplierId: supplier(0).orgId });
  expect(await as(supplier(0), () => Offer.mine({ orderId: taken }))).toMatchObject({ state: "offered", price: usd(270_000) });
  expect(await pay(left)).toMatchObject({ status: "deposit_paid" });
});
