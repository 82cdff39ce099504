import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newMember } from "../../../../test/support/account.ts";
import { actors, idOf } from "../../../../test/support/actors.ts";
import { listed, newSupplier } from "../../../../test/support/listing.ts";
import { allItems, as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import type { Actor, Member } from "../kernel/actor.ts";
import * as Interest from "./index.ts";
import type { Note } from "./model.ts";

let supplier: Member;
let productId: string;
let count = 0;

beforeAll(startTable);
beforeAll(async () => {
  supplier = await newSupplier("looked-at");
});
beforeEach(async () => {
  count += 1;
  productId = await listed(supplier);
});

const visitorOf = (tag: string | number) => `visitor-${count}-${tag}`.padEnd(24, "x");
type Looking = {
  readonly as?: Actor;
  readonly tag?: string | number;
  readonly kinds?: readonly Note["kind"][];
  readonly isBot?: boolean;
  readonly now?: Date;
};
const look = ({ as: actor = actors.visitor, tag = 1, kinds = ["view"], isBot = false, now = NOW }: Looking = {}) =>
  as(actor, () => Interest.note({ visitor: visitorOf(tag), notes: kinds.map((kind) => ({ productId, kind })), isBot }), { now });
const total = async () => (await as(supplier, () => Interest.ofProduct({ productId }))).total;
const happened = (type: string, data: object, key = `${type}-${count}-${JSON.stringify(data)}`) =>
  as(actors.system, () => Interest.count({ type, at: NOW.toISOString(), data: { ...data } }), { key });

describe("what somebody looks at", () => {
  test("counts once a day for a tab, whether it is sent again later or ten times at once", async () => {
    await look();
    await look();
    await Promise.all(Array.from({ length: 10 }, () => look({ kinds: ["view", "swatch"] })));

    expect(await total()).toMatchObject({ views: 1, swatches: 1, hovers: 0 });
    await look({ now: new Date(NOW.getTime() - 86_400_000) });
    expect(await total()).toMatchObject({ views: 2 });
  });

  test("of several tabs counts for each, also when they look at once", async () => {
    // A browser that is told to come again does.
    const patient = async (tag: number, left = 20): Promise<unknown> =>
      look({ tag }).catch((error: unknown) => (left > 0 ? patient(tag, left - 1) : Promise.reject(error)));

    await Promise.all(Array.from({ length: 20 }, (_, tag) => patient(tag)));

    expect(await total()).toMatchObject({ views: 20 });
  });

  test("is not counted of machines, of the supplier's own people and of the platform", async () => {
    await look({ isBot: true });
    await look({ as: supplier });
    await look({ as: actors.admin });
    expect(await total()).toMatchObject({ views: 0 });

    await look({ as: actors.otherSupplier });
    await look({ as: actors.buyerViewer, tag: 2 });
    expect(await total()).toMatchObject({ views: 2 });
  });

  test("that is not there adds nothing, and every kind has a count of its own", async () => {
    const strange = [{ productId: idOf("prd", "nothing"), kind: "view" as const }];
    expect(await as(actors.visitor, () => Interest.note({ visitor: visitorOf(1), notes: strange, isBot: false }))).toEqual({ counted: 0 });

    const kinds = ["view", "hover", "swatch", "quote", "share"] as const;
    expect(await look({ kinds })).toEqual({ counted: 5 });
    expect(await total()).toMatchObject({ views: 1, hovers: 1, swatches: 1, quotePresses: 1, shares: 1 });
  });

  test("leaves nothing behind that says who looked", async () => {
    await look({ as: actors.buyerOwner, tag: "who" });

    const rows = (await allItems()).filter((row) => ["interest-mark", "product-day", "product-month"].includes(String(row["__edb_e__"])));
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${visitorOf("who")}|${actors.buyerOwner.userId}`));
  });

  test("takes two requests, and one more when it comes again", async () => {
    expect(await cost(() => look())).toMatchObject({ requests: 2, hops: 2 });
    expect(await cost(() => look())).toMatchObject({ requests: 3 });
  });
});

describe("what happens to a listing", () => {
  test("is counted on its day, once for each event", async () => {
    await happened("inquiry.asked", { productId }, "evt_1");
    await happened("inquiry.asked", { productId }, "evt_1");
    await happened("inquiry.asked", { productId }, "evt_2");
    await happened("inquiry.converted", { productId });
    await happened("order.opened", { productId });

    expect(await total()).toMatchObject({ inquiries: 2, quotes: 1, orders: 1 });
  });

  test("a heart that is pressed, taken back and pressed again counts once a day for a person", async () => {
    const heart = (userId: string, key: string) => happened("wishlist.saved", { productId, userId }, key);

    await heart("rina", `heart-1-${count}`);
    await expect(heart("rina", `heart-2-${count}`)).rejects.toMatchObject({ code: "interest.counted" });
    await heart("omar", `heart-3-${count}`);

    expect(await total()).toMatchObject({ hearts: 2 });
  });

  test("an order of a brief is of no listing", async () => {
    await expect(happened("order.opened", { quoteId: idOf("quo", "1") })).rejects.toMatchObject({ code: "interest.no_listing" });
  });
});

describe("a supplier", () => {
  test("reads all listings of a month in one request, and each month by itself", async () => {
    const owner = await newSupplier(`reader-${count}`);
    const [first, second] = [await listed(owner), await listed(owner)];
    const see = (of: string, tag: number, now = NOW) =>
      as(actors.visitor, () => Interest.note({ visitor: visitorOf(tag), notes: [{ productId: of, kind: "view" }], isBot: false }), { now });
    await see(first, 1);
    await see(first, 2);
    await see(second, 1);
    await see(second, 1, new Date("2026-02-27T09:00:00.000Z"));
    const read = (month?: string) => as(owner, () => Interest.month(month === undefined ? {} : { month }));

    expect(await read()).toMatchObject({ month: "2026-03", total: { views: 3 } });
    expect(Object.fromEntries((await read()).products.map((one) => [one.productId, one.views]))).toEqual({ [first]: 2, [second]: 1 });
    expect((await read("2026-02")).total).toMatchObject({ views: 1 });
    expect(await cost(() => read())).toMatchObject({ requests: 1 });
    expect(await cost(() => as(owner, () => Interest.ofProduct({ productId: second })))).toMatchObject({ requests: 2, hops: 1 });
  });

  test("sees nothing of another's listing", async () => {
    const stranger = await newMember(`curious-${count}`);
    for (const who of [stranger, actors.otherSupplier])
      await expect(as(who, () => Interest.ofProduct({ productId }))).rejects.toMatchObject({ code: "record.not_found" });
  });
});
