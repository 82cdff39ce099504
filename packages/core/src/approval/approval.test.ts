import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { itemsOf } from "../../../../test/support/invariants/items.ts";
import * as invariants from "../../../../test/support/invariants/spending.ts";
import { newSupplier } from "../../../../test/support/listing.ts";
import { acceptance } from "../../../../test/support/orders.ts";
import { EACH, stocked } from "../../../../test/support/stock.ts";
import { allItems, as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import * as Account from "../account/index.ts";
import { seatWrites } from "../account/members.ts";
import type { Member } from "../kernel/actor.ts";
import { usd } from "../kernel/money.ts";
import * as Order from "../order/index.ts";
import { sweepHolds } from "../order/expire.ts";
import { place } from "../order/place.ts";
import * as Quote from "../quote/index.ts";
import * as Rfq from "../rfq/index.ts";
import * as Spending from "../spending/index.ts";
import type { Limit, Subject } from "../spending/model.ts";
import { commit } from "../table/commit.ts";
import * as Approval from "./index.ts";

beforeAll(startTable);
// Whatever a test did, what is counted is what was ordered.
afterAll(async () => {
  const items = itemsOf(await allItems());
  expect(Object.values(invariants).flatMap((holds) => holds(items))).toEqual([]);
});

let number = 0;
let owner: Member;
let member: Member;

/** Somebody signs up, and takes a seat where one is offered. */
async function person(name: string, seat?: Member): Promise<Member> {
  const userId = `${name}-${number}`;
  const { orgId } = await as({ type: "system", cause: "test" }, () => Account.open({ userId, email: `${userId}@example.com`, name }));
  if (!seat) return { type: "member", userId, orgId, orgKind: "buyer", kind: "owner" };
  const user = await Account.findUser(userId);
  if (!user) throw new Error("nobody was made");
  const taken = { orgId: seat.orgId, orgKind: "buyer", kind: "member" } as const;
  await as(seat, () => commit({ about: seat.orgId, writes: seatWrites(user, taken, NOW.toISOString()), events: [], reply: null }));
  return { type: "member", userId, ...taken };
}

beforeEach(async () => {
  number += 1;
  owner = await person("owner");
  member = await person("member", owner);
});

const limit = (max: number, change: Partial<Limit> = {}): Limit => ({
  who: { seat: "member" },
  window: "month",
  max: usd(max),
  families: [],
  ...change,
});
const rules = (limits: readonly Limit[], more: { approvers?: string[]; isPoRequired?: boolean } = {}, version = 0) =>
  as(owner, () => Spending.set({ limits: [...limits], approvers: more.approvers ?? [], isPoRequired: more.isPoRequired ?? false, version }));
const brief = { garmentType: "t-shirt", quantity: 300, fabric: "cotton" } as const;
const quote = async (by: Member = member) => (await as(by, () => Quote.create({ brief }))).quote;
const accept = (quoteId: string, by: Member = member, more: object = {}, at = NOW) =>
  as(by, () => Quote.accept({ ...acceptance(quoteId), ...more }), { now: at, key: `accept-${quoteId}-${by.userId}-${JSON.stringify(more)}` });
const ofQuote = (quoteId: string, revision = 1): Subject => ({ kind: "quote", quoteId, revision });
const ask = (subject: Subject, by: Member = member, at = NOW) => as(by, () => Approval.ask({ subject }), { now: at });
const decide = (approvalId: string, verdict: "approved" | "declined" = "approved", by: Member = owner, at = NOW, version = 1) =>
  as(by, () => Approval.decide({ approvalId, version, verdict }), { now: at });
const stateOf = async (approvalId: string, at = NOW) =>
  (await as(owner, () => Approval.list({}), { now: at })).find((one) => one.approvalId === approvalId)?.state;
const spent = async (by: Member = member) => (await as(by, () => Spending.get({}))).own.map((one) => one.spent.amount);
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

describe("a buyer without rules", () => {
  test("orders as ever: one read beside the quote, and no write more", async () => {
    const { quoteId } = await quote();

    const { requests, hops } = await cost(() => accept(quoteId));

    expect({ requests, hops }).toEqual({ requests: 3, hops: 2 });
    expect((await allItems()).filter((row) => row["__edb_e__"] === "spending-month" && row["orgId"] === owner.orgId)).toEqual([]);
  });
});

describe("a limit of a month", () => {
  test("counts what was ordered before anybody set it, and names by how much the next order would pass it", async () => {
    const [first, second] = [await quote(), await quote()];
    await accept(first.quoteId);
    await rules([limit(first.total.amount + second.total.amount - 1)]);

    await expect(accept(second.quoteId)).rejects.toMatchObject({
      kind: "conflict",
      code: "quote.approval_needed",
      details: { limits: [{ spent: first.total, over: usd(1) }] },
    });
  });

  test("counts what one person ordered, not what a colleague did, and nothing of the month before", async () => {
    const [first, second, third] = [await quote(), await quote(owner), await quote()];
    await rules([limit(first.total.amount)]);
    await accept(first.quoteId);
    await accept(second.quoteId, owner);

    expect(await spent()).toEqual([first.total.amount]);
    await expect(accept(third.quoteId, member, { revision: 1 })).rejects.toMatchObject({ code: "quote.approval_needed" });
    const again = (await as(member, () => Quote.create({ brief }), { now: later(30) })).quote;
    await expect(accept(again.quoteId, member, {}, later(30))).resolves.toMatchObject({ orderNumber: expect.any(String) });
  });

  test("is not passed by orders of one moment: as many hold as there is room for", async () => {
    const [first, ...quotes] = await Promise.all([quote(), ...Array.from({ length: 6 }, () => quote())]);
    const each = first.total.amount;
    await rules([limit(3 * each + 1)]);
    // From here on all of them read the same sum.
    await accept(first.quoteId);

    const answers = await Promise.allSettled(quotes.map(({ quoteId }) => accept(quoteId)));

    const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(new Set(refusals).size).toBeLessThanOrEqual(2);
    for (const code of refusals) expect(["quote.approval_needed", "spending.overtaken"]).toContain(code);
    expect(await spent()).toEqual([3 * each]);
  });

  test("has room again for what was given up before it was paid", async () => {
    const [first, second] = [await quote(), await quote()];
    await rules([limit(first.total.amount)]);
    const { orderId } = await accept(first.quoteId);

    await as(owner, () => Order.cancel({ orderId }));

    expect(await spent()).toEqual([0]);
    await expect(accept(second.quoteId)).resolves.toMatchObject({ orderNumber: expect.any(String) });
  });
});

describe("rules", () => {
  test("that somebody else set meanwhile have to be read again, and a member sets none", async () => {
    await rules([limit(1)]);

    await expect(rules([limit(2)])).rejects.toMatchObject({ code: "spending.changed" });
    await expect(as(member, () => Spending.set({ limits: [], approvers: [], isPoRequired: false, version: 1 }))).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect(await rules([], {}, 1)).toMatchObject({ version: 2, limits: [] });
  });

  test("can want a purchase order number, which stands with the order ever after", async () => {
    await rules([], { isPoRequired: true });
    const { quoteId } = await quote();

    await expect(accept(quoteId)).rejects.toMatchObject({ code: "spending.po_required" });
    const { orderId } = await accept(quoteId, member, { poNumber: "PO-7701" });

    expect((await Order.findTerms(orderId))?.poNumber).toBe("PO-7701");
  });
});

describe("an approval", () => {
  test("lets exactly that revision pass, once, for whoever asked", async () => {
    await rules([limit(0)]);
    const { quoteId } = await quote();
    const { approvalId } = await ask(ofQuote(quoteId));
    await decide(approvalId);

    const { orderId } = await accept(quoteId);

    expect(await stateOf(approvalId)).toBe("used");
    expect((await Order.findTerms(orderId))?.acceptedBy).toBe(member.userId);
    await expect(accept((await quote()).quoteId)).rejects.toMatchObject({ code: "quote.approval_needed" });
  });

  test("of a quote that has been edited since is void, to see and to use", async () => {
    await rules([limit(0)]);
    const { quoteId } = await quote();
    const { approvalId } = await ask(ofQuote(quoteId));
    await decide(approvalId);

    // The price stays what it was: it is the revision that counts.
    await as(member, () => Quote.revise({ quoteId, revision: 1, brief: { ...brief, notes: "Labels at the hem" } }));

    expect(await stateOf(approvalId)).toBe("void");
    await expect(accept(quoteId, member, { revision: 2 })).rejects.toMatchObject({ code: "quote.approval_needed" });
    await expect(accept(quoteId, member, { revision: 1 })).rejects.toMatchObject({ code: "quote.revised" });
  });

  test("that is still asked for cannot be given once the quote was edited, nor after its price has ended", async () => {
    await rules([limit(0)]);
    const [edited, old] = [await quote(), await quote()];
    const [void_, late] = [await ask(ofQuote(edited.quoteId)), await ask(ofQuote(old.quoteId))];
    await as(member, () => Quote.revise({ quoteId: edited.quoteId, revision: 1 }));

    await expect(decide(void_.approvalId)).rejects.toMatchObject({ code: "approval.void" });
    await expect(decide(late.approvalId, "approved", owner, later(90))).rejects.toMatchObject({ code: "approval.expired" });
    await expect(ask(ofQuote(edited.quoteId, 1))).rejects.toMatchObject({ code: "approval.void" });
  });

  test("is given by nobody to themselves, also not by the owner, and by a member only who was named", async () => {
    await rules([limit(0), limit(0, { who: { seat: "owner" } })], { approvers: [member.userId] });
    const [theirs, ours] = [await quote(), await quote(owner)];
    const asked = await ask(ofQuote(theirs.quoteId));
    const byOwner = await ask(ofQuote(ours.quoteId), owner);

    await expect(decide(asked.approvalId, "approved", member)).rejects.toMatchObject({ code: "approval.decide.forbidden" });
    await expect(decide(byOwner.approvalId, "approved", owner)).rejects.toMatchObject({ code: "approval.decide.forbidden" });
    await decide(byOwner.approvalId, "approved", member);
    await expect(accept(ours.quoteId, owner)).resolves.toMatchObject({ orderNumber: expect.any(String) });
  });

  test("is asked of nobody where nobody else may approve, nor by a stranger, nor twice", async () => {
    await rules([limit(0), limit(0, { who: { seat: "owner" } })]);
    const [ours, theirs] = [await quote(owner), await quote()];
    const stranger = await person("stranger");
    await ask(ofQuote(theirs.quoteId));

    await expect(ask(ofQuote(ours.quoteId), owner)).rejects.toMatchObject({ code: "approval.nobody" });
    await expect(ask(ofQuote(theirs.quoteId), stranger)).rejects.toMatchObject({ kind: "not_found" });
    await expect(ask(ofQuote(theirs.quoteId))).rejects.toMatchObject({ code: "approval.asked" });
  });

  test("that was declined can be asked for again, and is decided as it was shown", async () => {
    await rules([limit(0)]);
    const { quoteId } = await quote();
    const { approvalId } = await ask(ofQuote(quoteId));
    await decide(approvalId, "declined");
    await expect(accept(quoteId)).rejects.toMatchObject({ code: "quote.approval_needed" });

    await ask(ofQuote(quoteId));

    await expect(decide(approvalId, "approved", owner, NOW, 1)).rejects.toMatchObject({ code: "approval.changed" });
    await decide(approvalId, "approved", owner, NOW, 3);
    await expect(accept(quoteId)).resolves.toMatchObject({ orderNumber: expect.any(String) });
  });

  test("of one moment is used by one order", async () => {
    await rules([limit(0)]);
    const productId = await stocked({ m: 10 });
    const lines = [{ sku: "navy/m", quantity: 2 }];
    const { approvalId } = await ask({ kind: "stock", productId, lines, unitPrice: EACH });
    await decide(approvalId);
    const { shippingAddress, termsVersion } = acceptance("");
    const order = (key: string) => as(member, () => place({ productId, lines, unitPrice: EACH, shippingAddress, termsVersion }), { key });

    const answers = await Promise.allSettled(["one", "two", "three"].map((key) => order(`${key}-${approvalId}`)));

    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stateOf(approvalId)).toBe("used");
  });

  test("reaches the approvers by mail, and its answer whoever asked", async () => {
    await rules([limit(0)]);
    const { quoteId } = await quote();
    const { approvalId } = await ask(ofQuote(quoteId));
    const asked = await Approval.letterOf(approvalId);
    await decide(approvalId, "declined");

    expect(asked).toMatchObject({ kind: "asked", to: [`${owner.userId}@example.com`] });
    expect(await Approval.letterOf(approvalId)).toMatchObject({ kind: "declined", to: [`${member.userId}@example.com`] });
  });
});

describe("no other way to an order goes past a limit:", () => {
  test("pieces from stock count, and give their room back when they were not paid in time", async () => {
    const productId = await stocked({ m: 10 });
    const lines = [{ sku: "navy/m", quantity: 2 }];
    const { shippingAddress, termsVersion } = acceptance("");
    const order = (at = NOW) => as(member, () => place({ productId, lines, unitPrice: EACH, shippingAddress, termsVersion }), { now: at });
    await rules([limit(2 * EACH.amount)]);
    await order();

    await expect(order()).rejects.toMatchObject({ code: "order.approval_needed" });
    await as({ type: "system", cause: "test" }, sweepHolds, { now: new Date(NOW.getTime() + 3_600_000) });

    expect(await spent()).toEqual([0]);
    await expect(order()).resolves.toMatchObject({ orderNumber: expect.any(String) });
  });

  test("an award counts, and an approval of one bid is none of the next one", async () => {
    const supplier = await newSupplier(`bid-${number}`);
    await rules([limit(0)]);
    const { rfqId } = await as(member, () => Rfq.open({ brief: { garmentType: "pullover", quantity: 300, fabric: "wool-blend" } }));
    const bid = (cents: number) =>
      as(supplier, () => Rfq.bid({ rfqId, breaks: [{ from: 100, unitPrice: usd(cents) }], moq: 100, leadDays: 30, validUntilOn: "2026-04-01" }));
    await bid(1_000);
    const { shippingAddress, termsVersion } = acceptance("");
    const award = (round: number) =>
      as(member, () => Rfq.award({ rfqId, supplierId: supplier.orgId, round, shippingAddress, termsVersion, poNumber: "PO-1" }));
    const subject = { kind: "rfq", rfqId, supplierId: supplier.orgId, round: 1 } as const;
    await expect(award(1)).rejects.toMatchObject({ code: "rfq.approval_needed" });
    const { approvalId } = await ask(subject);
    await decide(approvalId);

    await bid(1_100);

    expect(await stateOf(approvalId)).toBe("void");
    await expect(award(2)).rejects.toMatchObject({ code: "rfq.approval_needed" });
    const second = await ask({ ...subject, round: 2 });
    await decide(second.approvalId);
    const { orderId } = await award(2);
    expect((await Order.findTerms(orderId))?.poNumber).toBe("PO-1");
  });
});
