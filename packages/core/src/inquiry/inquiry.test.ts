import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newMember } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { listed, newSupplier } from "../../../../test/support/listing.ts";
import { allItems, as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import type { Actor, Member } from "../kernel/actor.ts";
import { usd } from "../kernel/money.ts";
import * as Product from "../product/index.ts";
import * as Quote from "../quote/index.ts";
import * as Terms from "../terms/index.ts";
import * as Inquiry from "./index.ts";

let count = 0;
let supplier: Member;
let productId: string;
let buyer: Member;
let inquiryId: string;

beforeAll(startTable);
beforeAll(async () => {
  supplier = await newSupplier("asked");
  productId = await listed(supplier);
});
beforeEach(async () => {
  count += 1;
  buyer = await newMember(`asker-${count}`);
  ({ inquiryId } = await ask());
});

const question = { quantity: 300, text: "Can you make these in navy? Call me on +44 20 7946 0958." };
const ask = (more: object = {}) => as(buyer, () => Inquiry.ask({ productId, ...question, ...more }));
const read = (who: Actor, now = NOW) => as(who, () => Inquiry.get({ inquiryId }), { now });
const offering = { quantity: 250, unitPrice: usd(905), leadDays: 32, validUntilOn: "2026-03-20", text: "Navy is in stock." };
const offer = (more: object = {}) => as(supplier, () => Inquiry.offer({ inquiryId, ...offering, ...more }));
const convert = (offerId: string, now = NOW) => as(buyer, () => Inquiry.convert({ inquiryId, offerId }), { now });
const address = { name: "Rina Das", street: "Elm Street 1", city: "Leeds", postcode: "LS1 1AA", country: "GB" };
const rows = async (kind: string) => (await allItems()).filter((row) => row["__edb_e__"] === kind);

describe("a question", () => {
  test("opens a thread that both sides read, without the contact details that were in it", async () => {
    const [mine, theirs] = [await read(buyer), await read(supplier)];

    expect(mine).toMatchObject({ viewer: "buyer", status: "open", quantity: 300, awaits: "supplier", supplierName: "Meghna Knit", isExpired: false });
    expect(theirs).toMatchObject({ viewer: "supplier", messages: [{ side: "buyer", text: "Can you make these in navy? Call me on [taken out]." }] });
    expect(JSON.stringify(theirs)).not.toMatch(/7946|example\.com|Rina|asker/);
  });

  test("is in the lists of both sides and nobody else's, each read in one request", async () => {
    const found = async (who: Actor) => (await as(who, () => Inquiry.list({ limit: 50 }))).items.map((one) => one.inquiryId);

    expect(await found(buyer)).toEqual([inquiryId]);
    expect(await found(supplier)).toContain(inquiryId);
    expect(await found(actors.otherSupplier)).toEqual([]);
    expect(await cost(() => as(buyer, () => Inquiry.list({})))).toMatchObject({ requests: 1 });
    expect(await cost(() => read(buyer))).toMatchObject({ requests: 1 });
  });

  test("about less than the smallest run, or about what has left the catalogue, is told so", async () => {
    await expect(ask({ quantity: 99 })).rejects.toMatchObject({ code: "inquiry.below_minimum", details: { minimum: 100 } });
    const gone = await listed(supplier);
    await as(supplier, () => Product.pause({ productId: gone }));
    await expect(ask({ productId: gone })).rejects.toMatchObject({ code: "inquiry.not_listed" });
  });

  test("keeps what is written out of the log", async () => {
    expect(JSON.stringify((await rows("event")).filter((row) => row["subjectId"] === inquiryId))).not.toContain("navy");
  });
});

test("somebody else's thread answers like one that is not there", async () => {
  for (const stranger of [await newMember(`nosy-${count}`), actors.otherSupplier])
    await expect(read(stranger)).rejects.toMatchObject({ code: "record.not_found" });
});

describe("an offer", () => {
  test("is the supplier's price to the supplier and what a piece costs to the buyer, who never learns the other", async () => {
    await offer();

    expect((await read(supplier)).messages.at(-1)?.offer).toMatchObject({ unitPrice: usd(905), total: usd(226_250), isCurrent: true });
    const seen = await read(buyer);
    // 905 with a tenth is 995.5, rounded half up.
    expect(seen.messages.at(-1)?.offer).toMatchObject({ unitPrice: usd(996), total: usd(249_000), leadDays: 32 });
    expect(JSON.stringify(seen)).not.toMatch(/\b905\b|226250/);
  });

  test("takes the place of the one before, which can no more be taken", async () => {
    const { messageId: first } = await offer();
    const { messageId: second } = await offer({ unitPrice: usd(880) });

    expect((await read(buyer)).messages.flatMap((one) => (one.offer ? [one.offer.isCurrent] : []))).toEqual([false, true]);
    await expect(convert(first)).rejects.toMatchObject({ code: "inquiry.offer_changed" });
    expect(await convert(second)).toMatchObject({ inquiryId });
  });

  test.each(["2026-03-01", "2026-06-01"])("that holds until %s is refused", async (validUntilOn) => {
    await expect(offer({ validUntilOn })).rejects.toMatchObject({ code: "inquiry.validity" });
  });

  test("that has expired is not taken, and the supplier can make another one", async () => {
    const { messageId } = await offer({ validUntilOn: "2026-03-04" });
    const later = new Date("2026-03-05T00:00:00.000Z");

    await expect(convert(messageId, later)).rejects.toMatchObject({ code: "inquiry.offer_expired" });
    await as(supplier, () => Inquiry.offer({ inquiryId, ...offering }), { now: later });
    expect(await read(buyer, later)).toMatchObject({ status: "offered", isExpired: false });
  });

  test("that is taken from ten tabs at once makes one quote, at its price and for as long as it holds", async () => {
    const { messageId } = await offer();

    const results = await Promise.allSettled(Array.from({ length: 10 }, () => convert(messageId)));

    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { quoteId = "", status } = await read(buyer);
    expect(status).toBe("converted");
    expect((await rows("quote")).filter((row) => row["ownerId"] === buyer.orgId)).toHaveLength(1);
    expect(await as(buyer, () => Quote.get({ quoteId }))).toMatchObject({
      title: "250 × Heavy cotton hoodie",
      total: usd(249_000),
      validUntil: "2026-03-20T23:59:59.999Z",
      brief: { garmentType: "hoodie", fabric: "fleece", gsm: 320, quantity: 250 },
      priced: { lines: [{ key: "base", amount: usd(249_000) }], leadTime: { totalDays: 32 } },
    });
    expect(JSON.stringify(await as(buyer, () => Quote.get({ quoteId })))).not.toMatch(/226250|supplierTotal/);
    expect(await read(supplier)).not.toHaveProperty("quoteId");
  });

  test("becomes an order that knows what the platform earns and who made the offer", async () => {
    const { messageId } = await offer();
    const { quoteId } = await convert(messageId);

    const accepting = { quoteId, revision: 1, shippingAddress: address, termsVersion: Terms.current.version };
    const { orderId } = await as(buyer, () => Quote.accept(accepting));

    const internal = (await rows("order-internal")).find((row) => row["orderId"] === orderId);
    expect(internal).toMatchObject({ buyerTotal: 249_000, platformFee: 249_000 - 226_250, notes: expect.stringContaining("Meghna Knit") });
  });

  test("takes four requests at most", async () => {
    expect(await cost(() => offer())).toMatchObject({ requests: 2, hops: 2 });
  });
});

describe("a thread", () => {
  test("expires after a week in which nobody writes, and comes back with the next word", async () => {
    const later = new Date("2026-03-10T00:00:00.000Z");
    expect(await read(buyer, later)).toMatchObject({ status: "open", isExpired: true });

    await as(buyer, () => Inquiry.write({ inquiryId, text: "Are you there?" }), { now: later });

    expect(await read(buyer, later)).toMatchObject({ isExpired: false });
  });

  test("is ended by either side, and takes no word and no offer after it", async () => {
    await as(supplier, () => Inquiry.decline({ inquiryId, text: "We are full until May." }));

    expect(await read(buyer)).toMatchObject({ status: "declined", messages: [{}, { side: "supplier", text: "We are full until May." }] });
    await expect(as(buyer, () => Inquiry.write({ inquiryId, text: "A pity." }))).rejects.toMatchObject({ code: "inquiry.closed" });
    await expect(offer()).rejects.toMatchObject({ code: "inquiry.transition" });
  });

  test("that both sides write in at once keeps one of the two, and says so to the other", async () => {
    const both = [buyer, supplier].map((who) => as(who, () => Inquiry.write({ inquiryId, text: "At the same time" })));

    const results = await Promise.allSettled(both);

    const refused = results.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused.every((code) => code === "inquiry.changed")).toBe(true);
    expect((await read(buyer)).messages).toHaveLength(3 - refused.length);
  });
});

test("the other side is written to, at the price that is its own to see", async () => {
  const { messageId } = await offer();

  expect(await as(actors.system, () => Inquiry.letterOf(inquiryId, { messageId, side: "supplier" }))).toMatchObject({
    to: buyer.orgId,
    from: "Meghna Knit",
    offer: { unitPrice: usd(996), total: usd(249_000) },
  });
  const question = (await read(supplier)).messages[0]?.messageId;
  expect(await as(actors.system, () => Inquiry.letterOf(inquiryId, { messageId: question, side: "buyer" }))).toMatchObject({
    to: supplier.orgId,
    from: "A buyer",
    text: expect.stringContaining("navy"),
  });
});
