import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { actors } from "../../../../test/support/actors.ts";
import { generatedCatalogue } from "../../../../test/support/catalogue.ts";
import { place, stocked } from "../../../../test/support/stock.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import type { Actor } from "../kernel/actor.ts";
import { FORMAT, type SnapshotStore, snapshotSearch } from "../adapters/minisearch/snapshot.ts";
import { ProductSearch } from "../ports/product-search.ts";
import * as Order from "../order/index.ts";
import { queuesFor } from "../subscriptions.ts";
import { sha256 } from "../ports/crypto.ts";
import { EventRow } from "../table/event-row.ts";
import * as Search from "./index.ts";
import { Entry } from "./model.ts";

beforeAll(startTable);

/** A store that counts how often it gives everything. */
function memory(): SnapshotStore & { given: number; bytes: Uint8Array | undefined } {
  let tag = 0;
  const store = {
    given: 0,
    bytes: undefined as Uint8Array | undefined,
    read: async (unless?: string) => {
      if (!store.bytes) return undefined;
      if (unless === String(tag)) return "same" as const;
      store.given += 1;
      return { bytes: store.bytes, tag: String(tag) };
    },
    write: async (bytes: Uint8Array) => {
      store.bytes = bytes;
      tag += 1;
    },
  };
  return store;
}

const entries = generatedCatalogue(120, 11);
let store: ReturnType<typeof memory>;
beforeEach(async () => {
  store = memory();
  ProductSearch.provide(snapshotSearch(store));
  await ProductSearch.use().replace(entries);
});

const ask = (query: Parameters<typeof Search.products>[0], actor: Actor = actors.visitor) => as(actor, () => Search.products(query));
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

test("a listing counts as in stock while a piece is free, as sold out when all are held or gone, and follows what events say", async () => {
  await ProductSearch.use().replace([]);
  const productId = await stocked({ m: 2 });
  const follow = (subjectId: string, type: string) => as(actors.system, () => Search.apply({ subjectId, type }), { key: `${type} ${subjectId}` });
  const counted = async () => ({
    card: (await ask({})).items[0]?.stock,
    facet: (await ask({})).facets.stock?.map(({ value, count }) => [value, count]),
    found: (await ask({ stock: "in-stock" })).total,
  });
  const seen = async () => {
    // What a container holds is at most two seconds old.
    vi.setSystemTime(Date.now() + 3_000);
    return counted();
  };
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    await follow(productId, "stock.counted");
    expect(await seen()).toEqual({ card: "in", facet: [["in-stock", 1]], found: 1 });
    const { orderId } = await place(productId, { m: 2 });
    await follow(orderId, "order.opened");
    expect(await seen()).toEqual({ card: "out", facet: [["sold-out", 1]], found: 0 });
    await as(actors.buyerOwner, () => Order.cancel({ orderId }));
    await follow(orderId, "order.cancelled");
    expect(await seen()).toMatchObject({ card: "in", found: 1 });
  } finally {
    vi.useRealTimers();
  }
});

describe("a cursor", () => {
  test("goes on where the page ended", async () => {
    const first = await ask({ sort: "price", limit: 50 });
    const second = await ask({ sort: "price", limit: 50, cursor: first.nextCursor ?? "" });
    const third = await ask({ sort: "price", limit: 50, cursor: second.nextCursor ?? "" });

    const all = [first, second, third].flatMap(({ items }) => items.map(({ productId }) => productId));
    expect(new Set(all).size).toBe(120);
    expect(third.nextCursor).toBeUndefined();
  });

  test.each([
    ["another sort", { sort: "lead" as const }],
    ["another choice", { sort: "price" as const, size: "m" }],
    ["other words", { sort: "price" as const, q: "cotton" }],
    ["another quantity", { sort: "price" as const, quantity: 500 }],
  ])("of %s is refused by name", async (_name, query) => {
    const { nextCursor = "" } = await ask({ sort: "price", limit: 5 });

    expect(await code(ask({ ...query, limit: 5, cursor: nextCursor }))).toBe("search.cursor");
  });

  test.each(["20", "bm90IGpzb24", "W10", "%%%"])("that was never made (%s) is refused by name", async (cursor) => {
    expect(await code(ask({ cursor }))).toBe("search.cursor");
  });

  test("may ask for a larger page than the one before it", async () => {
    const { nextCursor = "" } = await ask({ limit: 5 });

    expect((await ask({ limit: 50, cursor: nextCursor })).items).toHaveLength(50);
  });
});

test("the answer is the same for everybody who asks the same", async () => {
  const query = { q: "cotton", colour: "navy,grey", quantity: 600, sort: "price" as const };

  const answers = await Promise.all(
    [actors.visitor, actors.buyerOwner, actors.supplierFactory, actors.admin].map(async (actor) => JSON.stringify(await ask(query, actor))),
  );

  expect(new Set(answers).size).toBe(1);
});

test("a card says what a piece costs at the quantity, and nothing of it when none was asked for", async () => {
  const dear = entries.find(({ page }) => page.breaks.length > 0)?.page;
  const quantity = dear?.breaks[0]?.from ?? 0;

  const { items } = await ask({ quantity, supplier: dear?.supplierName.toLowerCase().replace(" ", "-"), limit: 50 });

  expect(items.find(({ productId }) => productId === dear?.productId)?.priceAt).toEqual(dear?.breaks[0]?.price);
  expect((await ask({})).items[0]).not.toHaveProperty("priceAt");
});

test("what is no key is refused before anything is searched", async () => {
  expect(await code(ask({ colour: "navy;drop" }))).toBe("request.invalid");
});

describe("the snapshot", () => {
  test("is read once by everybody who asks at the same time", async () => {
    await Promise.all(Array.from({ length: 20 }, () => ask({})));

    expect(store.given).toBe(1);
  });

  test("of another release is no empty catalogue but one that is not there yet", async () => {
    store.bytes = new TextEncoder().encode("[]");

    expect(await code(ask({}))).toBe("search.rebuilding");
  });

  test("of another release is made anew by the worker without anybody's doing, from the first look of the sweep on", async () => {
    await ProductSearch.use().replace([]);
    const productId = await stocked({ m: 2 });
    const before = gunzipSync(store.bytes ?? "").toString();
    // As the release before this one left it, when nothing said what is in stock.
    store.bytes = gzipSync(before.replace(`"format":${FORMAT}`, `"format":${FORMAT - 1}`));

    expect(await as(actors.system, Search.renewOutdated)).toBe(true);
    const { data: asked } = await EventRow.query.outbox({ outbox: "pending" }).go({ pages: "all" });
    const rebuild = asked.find(({ type }) => type === "search.rebuild_asked");
    expect(queuesFor("search.rebuild_asked")).toEqual(["index-product"]);
    await as(actors.system, () => Search.apply({ subjectId: rebuild?.subjectId ?? "", type: rebuild?.type ?? "" }), { key: "rebuild" });

    expect((await ask({})).items.find((card) => card.productId === productId)?.stock).toBe("in");
    expect(await as(actors.system, Search.renewOutdated)).toBe(false);
  });

  test("has another format as soon as an entry says something else", () => {
    const says = sha256(JSON.stringify(z.toJSONSchema(Entry))).slice(0, 16);

    expect({ format: FORMAT, says }, "raise FORMAT in snapshot.ts, and write down here what an entry says now").toEqual({
      format: 4,
      says: "0f27554b93be690d",
    });
  });

  test("that was never written is an empty catalogue", async () => {
    ProductSearch.provide(snapshotSearch(memory()));

    expect(await ask({})).toMatchObject({ items: [], total: 0 });
  });

  test("takes one listing in, changes it and lets it go, and writes nothing when nothing changed", async () => {
    const [entry] = generatedCatalogue(1, 99);
    if (!entry) throw new Error("nothing was generated");
    const productId = "prd_new";
    const made = { ...entry, page: { ...entry.page, productId, slug: "new-one" } };
    const search = () => snapshotSearch(store);

    expect(await search().set(productId, made)).toBe(true);
    const before = store.bytes;
    await search().set(productId, made);
    expect(store.bytes).toBe(before);
    expect((await search().get("new-one"))?.title).toBe(entry.page.title);
    await search().set(productId, { ...made, page: { ...made.page, title: "Another title now" } });
    expect((await search().get("new-one"))?.title).toBe("Another title now");
    await search().set(productId, undefined);
    expect(await search().get("new-one")).toBeUndefined();
  });

  test("shows a certificate no longer on the day after its last, though nothing was written since", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-06-30T23:59:00Z") });
    try {
      expect((await ask({})).facets.certificate.length).toBeGreaterThan(0);
      vi.setSystemTime("2027-07-01T00:00:05Z");
      expect((await ask({})).facets.certificate).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("cannot take a listing before it has been made", async () => {
    expect(await snapshotSearch(memory()).set("prd_x", undefined)).toBe(false);
  });
});
