import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { actors, idOf } from "../../../../test/support/actors.ts";
import { newMember } from "../../../../test/support/account.ts";
import { allItems, as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import { usd } from "../kernel/money.ts";
import { clock } from "../ports/clock.ts";
import { ProductSearch } from "../ports/product-search.ts";
import type { ProductPage } from "../product/view.ts";
import * as Wishlist from "./index.ts";
import * as Lists from "./lists.ts";
import { FIRST_NAME, MAX_ENTRIES, MAX_LISTS } from "./model.ts";

const numbered = (number: number) => idOf("prd", String(number));

const page = (number: number, price = 1_000 + number): ProductPage => ({
  productId: numbered(number),
  slug: `shirt-${number}`,
  title: `Cotton shirt number ${number}`,
  family: "casualwear",
  category: "T-shirts",
  fabric: "Cotton",
  supplierName: "Meghna Knit",
  price: usd(price),
  moq: 50,
  leadDays: 21,
  colours: ["White"],
  description: "A boxy shirt of heavy combed cotton, garment washed, with a ribbed collar.",
  sizes: ["M"],
  breaks: [],
  pictures: [],
});

const all = Array.from({ length: 120 }, (_, index) => page(index));
let catalogue: readonly ProductPage[] = all;
let instant = NOW.getTime();

/** Puts other listings into the catalogue, and lets the time pass after which a container reads it again. */
function inCatalogue(pages: readonly ProductPage[]): void {
  catalogue = pages;
  instant += 10_000;
}

beforeAll(startTable);
beforeAll(() => {
  const none = async () => {
    throw new Error("wishlists look listings up and ask nothing else of the catalogue");
  };
  ProductSearch.provide({
    find: none,
    get: none,
    set: none,
    replace: none,
    isReadable: none,
    some: async (productIds) => catalogue.filter(({ productId }) => productIds.includes(productId)),
  });
  vi.spyOn(clock, "now").mockImplementation(() => new Date(instant));
});

let count = 0;
let buyer: Member;
beforeEach(async () => {
  count += 1;
  inCatalogue(all);
  buyer = await newMember(`keeper-${count}`);
});

const own = <T>(run: () => Promise<T>) => as(buyer, run);
const save = (number: number, listId?: string) =>
  own(() => Wishlist.save({ productId: numbered(number), ...(listId === undefined ? {} : { listId }) }));
const lists = () => own(() => Wishlist.get({}));
const counted = async () => {
  const rows = (await allItems()).filter((row) => row["userId"] === buyer.userId);
  const onList = (listId: unknown) => rows.filter((row) => row["__edb_e__"] === "wishlist-entry" && row["listId"] === listId).length;
  return rows.filter((row) => row["__edb_e__"] === "wishlist").map((row) => ({ count: row["count"], rows: onList(row["listId"]) }));
};

describe("a heart", () => {
  test("makes the first list by itself, and saves the product on it", async () => {
    const { listId } = await save(1);

    expect(await lists()).toMatchObject([
      { listId, name: FIRST_NAME, isShared: false, entries: [{ productId: numbered(1), priceThen: usd(1_001) }] },
    ]);
    expect(await own(() => Wishlist.saved({}))).toEqual({ items: [{ productId: numbered(1), listId }] });
  });

  test("that is pressed twice, or in twenty tabs at once, leaves one entry and one list", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => save(1)));

    expect(new Set(answers.map(({ listId }) => listId)).size).toBe(1);
    expect(await counted()).toEqual([{ count: 1, rows: 1 }]);
  });

  test("on several products at once counts every one of them", async () => {
    await Promise.all([1, 2, 3, 4].map((number) => save(number)));

    expect(await counted()).toEqual([{ count: 4, rows: 4 }]);
  });

  test("is taken back once, however often and from how many tabs", async () => {
    await save(1);
    await save(2);

    await Promise.all(Array.from({ length: 5 }, () => own(() => Wishlist.unsave({ productId: numbered(1) }))));
    await own(() => Wishlist.unsave({ productId: numbered(1) }));

    expect(await counted()).toEqual([{ count: 1, rows: 1 }]);
  });

  test("on what is not in the catalogue is told so", async () => {
    await expect(save(999)).rejects.toMatchObject({ code: "wishlist.not_listed" });
  });

  test("asks for one request to know what is saved, one to read the lists, and two to press", async () => {
    await save(1);

    expect(await cost(() => own(() => Wishlist.saved({})))).toMatchObject({ requests: 1, writeUnits: 0 });
    expect(await cost(lists)).toMatchObject({ requests: 1, writeUnits: 0 });
    expect(await cost(() => save(2))).toMatchObject({ requests: 2, hops: 2 });
  });
});

describe("a list", () => {
  test("has room for fifty, also when more come at once; the next product goes to the next list", async () => {
    const { listId } = await save(0);
    for (let number = 1; number < MAX_ENTRIES - 2; number += 1) await save(number, listId);

    const results = await Promise.allSettled([60, 61, 62, 63, 64, 65].map((number) => save(number, listId)));

    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(results.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []))).toEqual(Array(4).fill("wishlist.full"));
    expect(await counted()).toEqual([{ count: MAX_ENTRIES, rows: MAX_ENTRIES }]);
    await expect(save(70)).rejects.toMatchObject({ code: "wishlist.full" });
    const { listId: second } = await own(() => Lists.make({ name: "More" }));
    expect(await save(70)).toMatchObject({ listId: second });
  });

  test("is one of ten at most, also when fifteen are made at once", async () => {
    const results = await Promise.allSettled(Array.from({ length: 15 }, (_, index) => own(() => Lists.make({ name: `List ${index}` }))));
    while ((await lists()).length < MAX_LISTS) await own(() => Lists.make({ name: "Filler" }));

    expect(results.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(MAX_LISTS);
    await expect(own(() => Lists.make({ name: "One more" }))).rejects.toMatchObject({ code: "wishlist.too_many" });
    expect(await lists()).toHaveLength(MAX_LISTS);
  });

  test("takes a product over from another one, which then has one less", async () => {
    const { listId: first } = await save(1);
    const { listId: second } = await own(() => Lists.make({ name: "Summer" }));

    expect(await save(1, second)).toEqual({ productId: numbered(1), listId: second });
    expect(await save(1)).toEqual({ productId: numbered(1), listId: second });

    expect((await lists()).map(({ listId, entries }) => [listId, entries.length])).toEqual([
      [first, 0],
      [second, 1],
    ]);
    expect(await counted()).toEqual([
      { count: 0, rows: 0 },
      { count: 1, rows: 1 },
    ]);
  });

  test("gets another name, and goes with everything on it; its place is free again", async () => {
    const { listId } = await save(1);
    await save(2);
    await own(() => Lists.rename({ listId, name: "Autumn" }));
    expect((await lists()).map(({ name }) => name)).toEqual(["Autumn"]);

    await own(() => Lists.remove({ listId }));

    expect(await lists()).toEqual([]);
    expect(await own(() => Wishlist.saved({}))).toEqual({ items: [] });
    await expect(own(() => Lists.rename({ listId, name: "Again" }))).rejects.toMatchObject({ code: "record.not_found" });
    expect((await save(3)).listId).not.toBe(listId);
  });

  test("never takes a product along that was put on it while it was going", async () => {
    const { listId } = await save(1);

    await Promise.allSettled([own(() => Lists.remove({ listId })), save(2), save(3)]);

    for (const { count: stated, rows } of await counted()) expect(stated).toBe(rows);
    const kept = (await own(() => Wishlist.saved({}))).items.map((item) => item.listId);
    const known = (await lists()).map((list) => list.listId);
    expect(kept.filter((id) => !known.includes(id))).toEqual([]);
  });

  test("is nobody else's: another's list answers like one that is not there", async () => {
    const { listId } = await save(1);
    const other = await newMember(`nosy-keeper-${count}`);

    for (const act of [Lists.remove, Lists.share, Lists.unshare])
      await expect(as(other, () => act({ listId }))).rejects.toMatchObject({ code: "record.not_found" });
    await expect(as(other, () => Wishlist.save({ productId: numbered(2), listId }))).rejects.toMatchObject({ code: "record.not_found" });
    expect(await as(other, () => Wishlist.get({}))).toEqual([]);
  });
});

describe("an entry", () => {
  const entry = async () => (await lists())[0]?.entries[0];

  test("says both prices when the listing has another one now", async () => {
    await save(1);
    inCatalogue([page(1, 1_250)]);

    expect(await entry()).toMatchObject({ priceThen: usd(1_001), product: { price: usd(1_250) } });
  });

  test("stays, with its title and price, when its listing has left the catalogue", async () => {
    await save(1);
    inCatalogue([page(2)]);

    const left = await entry();

    expect(left).toMatchObject({ title: "Cotton shirt number 1", priceThen: usd(1_001) });
    expect(left).not.toHaveProperty("product");
    const { listId } = await own(() => Lists.make({ name: "Gone" }));
    expect(await save(1, listId)).toMatchObject({ listId });
  });

  test("keeps a note until it is emptied, and keeps it out of the log", async () => {
    await save(1);
    const write = (note: string) => own(() => Wishlist.note({ productId: numbered(1), note }));

    await write("Ask Rina about the collar");
    await write("Ask Rina about the collar");
    expect(await entry()).toMatchObject({ note: "Ask Rina about the collar" });
    await write("");

    expect(await entry()).not.toHaveProperty("note");
    const events = (await allItems()).filter((row) => row["__edb_e__"] === "event" && row["subjectId"] === buyer.userId);
    expect(JSON.stringify(events)).not.toContain("Rina about");
    await expect(own(() => Wishlist.note({ productId: numbered(9), note: "?" }))).rejects.toMatchObject({ code: "wishlist.not_saved" });
  });
});

describe("the link of a list", () => {
  const look = (token: string) => as(actors.visitor, () => Lists.shared({ token }));

  test("shows its name and what of it is in the catalogue, and nothing of whose it is", async () => {
    const { listId } = await save(1);
    await save(2);
    await own(() => Wishlist.note({ productId: numbered(1), note: "For nobody else" }));
    const { token } = await own(() => Lists.share({ listId }));
    inCatalogue([page(1, 1_250), page(3)]);

    const seen = await look(token);

    expect(Object.keys(seen).toSorted()).toEqual(["name", "products"]);
    expect(seen).toMatchObject({ name: FIRST_NAME, products: [{ productId: numbered(1), price: usd(1_250) }] });
    expect(JSON.stringify(seen)).not.toMatch(/nobody|keeper|user|note|wsl_|savedAt|priceThen/i);
  });

  test("is kept as its hash only, ends when it is turned off, when another is made and when the list goes", async () => {
    const { listId } = await save(1);
    const { token: first } = await own(() => Lists.share({ listId }));
    expect(JSON.stringify(await allItems())).not.toContain(first);
    const { token: second } = await own(() => Lists.share({ listId }));
    await expect(look(first)).rejects.toMatchObject({ code: "record.not_found" });
    expect((await lists())[0]).toMatchObject({ isShared: true });

    await own(() => Lists.unshare({ listId }));
    await own(() => Lists.unshare({ listId }));
    await expect(look(second)).rejects.toMatchObject({ code: "record.not_found" });
    expect((await lists())[0]).toMatchObject({ isShared: false });

    const { token: third } = await own(() => Lists.share({ listId }));
    await own(() => Lists.remove({ listId }));
    await expect(look(third)).rejects.toMatchObject({ code: "record.not_found" });
    expect((await allItems()).filter((row) => row["scope"] === "wishlist-link" && row["subjectId"] === buyer.userId)).toEqual([]);
  });
});
