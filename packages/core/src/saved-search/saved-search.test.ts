import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newMember } from "../../../../test/support/account.ts";
import { actors, idOf } from "../../../../test/support/actors.ts";
import { generatedCatalogue } from "../../../../test/support/catalogue.ts";
import { allItems, as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import { snapshotSearch } from "../adapters/minisearch/snapshot.ts";
import type { Member } from "../kernel/actor.ts";
import { letterIn } from "../ports/letter.ts";
import { ProductSearch } from "../ports/product-search.ts";
import { type Message, Queue } from "../ports/queue.ts";
import type { Entry } from "../search/model.ts";
import * as SavedSearch from "./index.ts";
import { MAX_SEARCHES } from "./model.ts";
import { sweepSearches } from "./sweep.ts";

const day = (days: number, ms = 0) => new Date(NOW.getTime() + days * 86_400_000 + ms);
const [listing] = generatedCatalogue(1);

/** A listing of a family that nothing else is of, which entered the catalogue then. */
function entry(tag: number, listedAt: Date): Entry {
  if (!listing) throw new Error("no listing was generated");
  const page = { ...listing.page, productId: idOf("prd", `${tag}`), slug: `listing-${tag}`, title: `Merino sweater number ${tag}` };
  return { ...listing, page: { ...page, family: "knitwear" }, listedAt: listedAt.toISOString() };
}

let stored: Uint8Array | undefined;
let tag = 0;
const search = snapshotSearch({
  read: async () => stored && { bytes: stored, tag: String((tag += 1)) },
  write: async (bytes) => void (stored = bytes),
});
const sent: Message[] = [];
let count = 0;
let buyer: Member;

beforeAll(startTable);
beforeAll(() => {
  Object.assign(process.env, { WEB_ORIGIN: "https://sleekapp.test" });
  ProductSearch.provide(search);
  Queue.provide({ send: async (_queue, messages) => void sent.push(...messages) });
});
beforeEach(async () => {
  count += 1;
  sent.length = 0;
  buyer = await newMember(`searcher-${count}`);
});

const own = <T>(run: () => Promise<T>, now = NOW) => as(buyer, run, { now });
const save = (query: object = { family: "knitwear" }, hasAlerts = true) => own(() => SavedSearch.save({ name: "Knitwear", query, hasAlerts }));
const list = () => own(() => SavedSearch.list({}));
const sweep = (now: Date) => as(actors.system, sweepSearches, { now });

/** What the sweeps have asked for so far, as the queue brings it to the worker, in its order. */
async function asked() {
  const events = (await allItems()).filter(
    (row) => row["__edb_e__"] === "event" && row["type"] === "saved_search.due" && row["subjectId"] === buyer.userId,
  );
  return events.map((row) => SavedSearch.Due.schema.parse(row["data"])).toSorted((a, b) => (a.until < b.until ? -1 : 1));
}
const alert = (due: Awaited<ReturnType<typeof asked>>[number]) =>
  as(actors.system, () => SavedSearch.alert(due), { key: `${due.searchId} ${due.until}` });

async function letters() {
  const found = await Promise.all(sent.map(({ id, body }) => letterIn({ ...body, messageId: id })));
  return found.flatMap((letter) => (letter ? [letter] : []));
}

describe("a search", () => {
  test("is kept once, whoever many times it is saved, and read in one request", async () => {
    const { searchId } = await save();
    expect(await save()).toEqual({ searchId });

    expect(await list()).toMatchObject([{ searchId, name: "Knitwear", query: { family: "knitwear" }, hasAlerts: true }]);
    expect(await cost(list)).toMatchObject({ requests: 1 });
    expect(await cost(() => save({ q: "navy" }))).toMatchObject({ requests: 2, hops: 2 });
  });

  test("is one of ten at most, also when fifteen are saved at once", async () => {
    await Promise.allSettled(Array.from({ length: 15 }, (_, index) => save({ q: `cloth ${index}` })));
    for (let index = 20; (await list()).length < MAX_SEARCHES; index += 1) await save({ q: `cloth ${index}` });

    await expect(save({ q: "one more" })).rejects.toMatchObject({ code: "saved_search.too_many" });
    expect(await list()).toHaveLength(MAX_SEARCHES);
  });

  test("is nobody else's: another's search answers like one that is not there", async () => {
    const { searchId } = await save();
    const other = await newMember(`nosy-searcher-${count}`);

    for (const act of [() => SavedSearch.remove({ searchId }), () => SavedSearch.change({ searchId, name: "Mine" })])
      await expect(as(other, act)).rejects.toMatchObject({ code: "record.not_found" });
    await own(() => SavedSearch.remove({ searchId }));
    expect(await list()).toEqual([]);
  });
});

describe("the mails of a search", () => {
  test("name what was listed since the last one, once a day at most, and come only when there is something", async () => {
    await search.replace([entry(1, day(-3))]);
    await save();
    await search.replace([entry(1, day(-3)), entry(2, day(0, 1_000)), entry(3, day(1, -1))]);

    expect(await sweep(day(0.9))).toBe(0);
    expect(await sweep(day(1))).toBeGreaterThan(0);
    expect(await sweep(day(1, 60_000))).toBe(0);
    await search.replace([entry(1, day(-3)), entry(2, day(0, 1_000)), entry(3, day(1, -1)), entry(4, day(2.5))]);
    await sweep(day(2));
    await sweep(day(3));
    for (const due of await asked()) await alert(due);

    const written = await letters();
    expect(written.map(({ data }) => [data["products"], data["more"]])).toMatchObject([
      [[{ title: "Merino sweater number 3" }, { title: "Merino sweater number 2" }], 0],
      [[{ title: "Merino sweater number 4" }], 0],
    ]);
    expect(written[0]).toMatchObject({ template: "search-alert", to: `searcher-${count}@example.com`, data: { search: "Knitwear" } });
  });

  test("are one mail when the message comes twice", async () => {
    await search.replace([entry(5, day(0.5))]);
    await save();
    await sweep(day(1));
    const [due] = await asked();
    if (!due) throw new Error("nothing was due");

    await alert(due);
    await alert(due);

    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  test("are told of by one of two sweeps that run at once", async () => {
    await save();

    await Promise.all([sweep(day(1)), sweep(day(1))]);

    expect(await asked()).toHaveLength(1);
  });

  test("stop by the link in each of them, at once and without signing in, and by nobody's link", async () => {
    await search.replace([entry(6, day(0.5))]);
    const { searchId } = await save();
    await sweep(day(1));
    const [due] = await asked();
    if (!due) throw new Error("nothing was due");
    await alert(due);
    const [letter] = await letters();
    const token = new URL(String(letter?.data["stopUrl"])).hash.slice("#t=".length);
    const stop = (of: string) => as(actors.visitor, () => SavedSearch.stop({ token: of }));

    await expect(stop(`${token.slice(0, -2)}zz`)).rejects.toMatchObject({ code: "saved_search.token" });
    await expect(stop(token.replace(searchId, idOf("sch", "other")))).rejects.toMatchObject({ code: "saved_search.token" });
    // Two presses at once, as of somebody in two mail programs, and one that comes later.
    expect(await Promise.all([stop(token), stop(token)])).toEqual([{ stopped: true }, { stopped: true }]);
    expect(await stop(token)).toEqual({ stopped: true });
    expect(await list()).toMatchObject([{ searchId, hasAlerts: false }]);
    await sweep(day(2));
    expect(await asked()).toHaveLength(1);
    await expect(alert({ ...due, until: day(2).toISOString() })).rejects.toMatchObject({ code: "saved_search.quiet" });
  });

  test("begin anew when they are turned on again: what was listed meanwhile is not told", async () => {
    const { searchId } = await save({ family: "knitwear" }, false);
    await search.replace([entry(7, day(0.5))]);
    await own(() => SavedSearch.change({ searchId, hasAlerts: true }), day(1));

    await sweep(day(2));
    for (const due of await asked()) await alert(due);

    expect(await letters()).toEqual([]);
  });
});
