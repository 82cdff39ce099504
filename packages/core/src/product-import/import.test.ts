import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { answers, apparel, counts, runToEnd, useImporter, work } from "../../../../test/support/importer.ts";
import { productFile } from "../../../../test/fixtures/product-csv.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import { clock } from "../ports/clock.ts";
import { LargeFile } from "../ports/large-file.ts";
import { PictureSource } from "../ports/picture-source.ts";
import * as Product from "../product/index.ts";
import * as products from "../product/store.ts";
import * as Stock from "../stock/index.ts";
import { commit } from "../table/commit.ts";
import * as Import from "./index.ts";
import * as store from "./store.ts";

beforeAll(startTable);
afterEach(() => vi.restoreAllMocks());

const { importer, own, open, bring, reportOf, listings } = useImporter();

describe("a real shop's file", () => {
  test("is made once: the second time every product is skipped, and the report says so of each", async () => {
    const first = await bring(apparel);
    const second = await bring(apparel);

    expect(counts(first.view)).toEqual({ created: 20, updated: 0, skipped: 0, refused: 0 });
    expect(counts(second.view)).toEqual({ created: 0, updated: 0, skipped: 20, refused: 0 });
    expect((await listings()).length).toBe(20);
    const report = await reportOf(second.jobId);
    expect(report[0]).toBe("Line,Handle,Outcome,Product ID,Reason,What to do");
    expect(report.slice(1).every((line) => /,skipped,prd_/.test(line))).toBe(true);
    expect(report).toHaveLength(21);
  });

  test("is looked at without making anything, and made after that with the same answers", async () => {
    const looked = await bring(apparel, { isDryRun: true });
    expect(looked.view).toMatchObject({ state: "checked", isDryRun: true, created: 20, hasReport: true });
    expect(await listings()).toEqual([]);

    await own(() => Import.start({ jobId: looked.jobId }));
    await runToEnd(looked.jobId);

    expect(await own(() => Import.get({ jobId: looked.jobId }))).toMatchObject({ state: "done", isDryRun: false, created: 20 });
    expect((await listings()).length).toBe(20);
  });
});

const text = (rows: readonly string[]) => new TextEncoder().encode(rows.join("\n"));
const HEAD = "Handle,Title,Option1 Name,Option1 Value,SKU,Stock,Price";

/** What is in the house of a listing, by SKU. */
const onHand = async (productId = "") => Object.fromEntries((await Stock.rowsOf(productId)).map((row) => [row.sku, row.onHand]));

describe("a file about a live listing", () => {
  test("changes its revision, is compared with that the next time, and counts what is there at once", async () => {
    const file = (price: string, stock: number) => text([HEAD, `tee,Heavy tee,,,T-S,${stock},${price}`]);
    await bring(file("9.00", 5));
    const [tee] = await listings();
    if (!tee) throw new Error("nothing was made");
    const { productId } = tee;
    const live = products.changeWrite(tee, { status: "approved", slug: "heavy-tee" }, NOW.toISOString());
    await work(() => commit({ about: productId, writes: [live], events: [], reply: null }));
    const prices = async () => {
      const listing = await Product.find(productId);
      return [listing?.draft.price?.amount, listing?.revision?.draft.price?.amount, (await onHand(productId))["one"]];
    };

    expect(counts((await bring(file("8.00", 7))).view)).toMatchObject({ updated: 1 });
    expect(await prices()).toEqual([900, 800, 7]);
    await own(() => Product.update({ productId, draft: { price: { amount: 750, currency: "USD" } } }));
    expect(counts((await bring(file("7.50", 7))).view)).toMatchObject({ updated: 0, skipped: 1 });
    expect(await prices()).toEqual([900, 750, 7]);
    expect(counts((await bring(file("9.00", 7))).view)).toMatchObject({ updated: 1 });
    expect(await prices()).toEqual([900, 900, 7]);
  });
});

describe("a file that says something else than before", () => {
  test("changes what it names by handle and SKU, and leaves the rest of the listing", async () => {
    await bring(text([HEAD, "tee,Heavy tee,Size,S,T-S,5,9.00", "tee,,,M,T-M,6,9.00", "cap,Plain cap,,,C-1,1,4.00"]));
    const [tee] = (await listings()).filter(({ draft }) => draft.title === "Heavy tee");
    const productId = tee?.productId ?? "";
    await own(() => Product.update({ productId, draft: { composition: "100 % cotton" } }));

    const { view, jobId } = await bring(text([HEAD, "tee,Heavy tee,Size,M,T-M,2,8.50", "tee,,,L,T-L,7,8.50", "cap,Plain cap,,,C-1,1,4.00"]));

    expect(counts(view)).toEqual({ created: 0, updated: 1, skipped: 1, refused: 0 });
    expect((await Product.find(productId))?.draft).toMatchObject({
      composition: "100 % cotton",
      price: { amount: 850 },
      variants: [
        { sku: "T-S", stock: 5 },
        { sku: "T-M", stock: 2 },
        { sku: "T-L", stock: 7 },
      ],
    });
    expect((await reportOf(jobId)).filter((line) => line.includes("updated"))).toHaveLength(1);
  });

  test("counts the pieces it names with the listing: the same file never again, another number from what is there now, what is held not at all", async () => {
    const file = (m: number, l: number) => text([HEAD, `tee,Heavy tee,Size,M,T-M,${m},9.00`, `tee,,,L,T-L,${l},9.00`, "cap,Plain cap,,,C-1,,4.00"]);
    await bring(file(6, 5));
    const made = await listings();
    const [productId, capId] = ["Heavy tee", "Plain cap"].map((title) => made.find(({ draft }) => draft.title === title)?.productId);
    if (!productId) throw new Error("the tee was not made");
    expect([await onHand(productId), await onHand(capId)]).toEqual([{ m: 6, l: 5 }, {}]);
    await own(() => Stock.setOnHand({ productId, lines: [{ size: "M", colour: "", onHand: 4 }] }));

    await bring(file(6, 5));
    expect(await onHand(productId)).toEqual({ m: 4, l: 5 });
    await bring(file(6, 9));
    expect(await onHand(productId)).toEqual({ m: 4, l: 9 });
  });

  test("does not touch a listing that is being reviewed, and says why", async () => {
    await bring(text([HEAD, "tee,Heavy tee,,,T-S,5,9.00"]));
    const [tee] = await listings();
    await own(() => Product.archive({ productId: tee?.productId ?? "" }));

    const { view, jobId } = await bring(text([HEAD, "tee,Heavy tee,,,T-S,5,8.00"]));

    expect(counts(view)).toEqual({ created: 0, updated: 0, skipped: 0, refused: 1 });
    expect((await reportOf(jobId))[1]).toContain("left out");
    expect((await reportOf(jobId))[1]).toContain("product.locked");
  });

  test("never stores what a listing cannot hold", async () => {
    await bring(
      text([
        "Handle,Title,Type,Option1 Name,Option1 Value,SKU,Price,MOQ",
        `tee,Heavy tee,${"t".repeat(90)},Size,One size that fits nearly everybody,T,9,50`,
        "cap,Plain cap,Caps,,,C,4,9000000",
      ]),
    );

    expect((await own(() => Product.list({ limit: 50 }))).items.map(({ title }) => title)).toEqual(["Heavy tee"]);
  });

  test("gives formulas to the report as text", async () => {
    const { jobId } = await bring(text([HEAD, '"=HYPERLINK(""x"")",,,,,,9.00', "tee,Heavy tee,,,T,5,9.00"]));

    expect((await reportOf(jobId)).find((line) => line.includes("left out"))).not.toMatch(/(^|,)"?=/);
  });
});

describe("two thousand rows", () => {
  const file = productFile({ products: 500, variants: 4, pictured: 250 });

  test("stopped in the middle and taken up again are the same as at one go, and all skips after that", { timeout: 60_000 }, async () => {
    const jobId = await open(file);
    await own(() => Import.start({ jobId, answers }));
    await runToEnd2(jobId);
    PictureSource.provide({ fetch: () => Promise.reject(new Error("killed")) });
    await expect(runToEnd(jobId)).rejects.toThrow("killed");
    const made = await listings();
    expect(made.length).toBeGreaterThan(100);
    expect(made.length).toBeLessThan(500);
    PictureSource.provide({ fetch: async () => undefined });

    await runToEnd(jobId);

    expect(await own(() => Import.get({ jobId }))).toMatchObject({ state: "done", created: 500, skipped: 0, picturesMissed: 1 });
    const after = await listings();
    expect(new Set(after.map(({ draft }) => draft.title)).size).toBe(500);
    const [some] = after.filter(({ draft }) => draft.variants?.every(({ stock }) => stock > 0));
    expect(Object.values(await onHand(some?.productId))).toEqual(some?.draft.variants?.map(({ stock }) => stock));
    expect(after).toHaveLength(500);
    const report = await reportOf(jobId);
    expect(report).toHaveLength(501);
    expect(report.slice(1).every((line) => line.includes(",created,prd_"))).toBe(true);

    const again = await bring(file);
    expect(counts(again.view)).toEqual({ created: 0, updated: 0, skipped: 500, refused: 0 });
  });

  /** The plan alone. */
  async function runToEnd2(jobId: string) {
    await work(() => Import.run({ jobId, attempt: 1 }));
  }
});

test("of a long file only the beginning is looked at; what its end asks has the import wait, and once answered it runs", async () => {
  const long = new TextDecoder().decode(productFile({ products: 1_251, variants: 4, pictured: -1 }));
  const file = new TextEncoder().encode(long.trimEnd().replace(/,,$/, ",https://pictures.example/last.jpg,"));
  const jobId = await open(file);
  const plain = { ...answers, altFromTitle: false };

  expect(await own(() => Import.preview({ jobId, answers: plain }))).toMatchObject({ isWhole: false, creates: 1_250, needs: [] });
  expect(await own(() => Import.start({ jobId, answers: plain, isDryRun: true }))).toMatchObject({ total: 0 });
  expect(await runToEnd(jobId)).toBe(1);
  expect(await own(() => Import.get({ jobId }))).toMatchObject({ state: "uploading", needs: [{ field: "alt", products: 1, firstLine: 5_002 }] });

  await own(() => Import.start({ jobId, answers, isDryRun: true }));
  await runToEnd(jobId);
  expect(await own(() => Import.get({ jobId }))).toMatchObject({ state: "checked", total: 1_251, created: 1_251, needs: [] });
});

test("a long file that is wrong at its end fails with the reason", async () => {
  const bytes = new Uint8Array([...productFile({ products: 2_000, variants: 4, pictured: -1 }), 0xff, 0xfe]);
  async function* pieces() {
    for (let at = 0; at < bytes.byteLength; at += 16_384) yield bytes.subarray(at, at + 16_384);
  }
  const jobId = await open(bytes);
  LargeFile.provide({ ...importer.files.large, read: async () => pieces() });
  await own(() => Import.start({ jobId, answers }));

  await runToEnd(jobId);

  expect(await own(() => Import.get({ jobId }))).toMatchObject({ state: "failed", failure: expect.stringContaining("UTF-8") });
});

describe("a job", () => {
  test("hands on what its time does not suffice for, and a message that comes again or late does nothing", async () => {
    let minutes = 0;
    vi.spyOn(clock, "now").mockImplementation(() => new Date(NOW.getTime() + 10_000 * (minutes += 1)));
    const jobId = await open(productFile({ products: 60, variants: 1, pictured: -1 }));
    await own(() => Import.start({ jobId, answers }));

    expect(await runToEnd(jobId)).toBeGreaterThan(2);

    expect(await own(() => Import.get({ jobId }))).toMatchObject({ state: "done", created: 60 });
    expect(await reportOf(jobId)).toHaveLength(61);
    await expect(work(() => Import.run({ jobId, attempt: 1, next: 0 }))).rejects.toMatchObject({ code: "import.moved" });
  });

  test("that failed for good says so, and goes on where it stopped", async () => {
    const jobId = await open(productFile({ products: 20, variants: 1, pictured: 10 }));
    await own(() => Import.start({ jobId, answers }));
    await work(() => Import.run({ jobId, attempt: 1 }));
    PictureSource.provide({ fetch: () => Promise.reject(new Error("killed")) });
    await expect(runToEnd(jobId)).rejects.toThrow("killed");

    await work(() => Import.fail({ jobId, attempt: 1 }));
    expect(await own(() => Import.get({ jobId }))).toMatchObject({ state: "failed", failure: expect.stringContaining("go on") });

    PictureSource.provide({ fetch: async () => undefined });
    await own(() => Import.start({ jobId }));
    await runToEnd(jobId);
    expect(await own(() => Import.get({ jobId }))).toMatchObject({ state: "done", created: 20 });
    expect(await listings()).toHaveLength(20);
  });

  test("that nobody has worked on for two hours is called failed", async () => {
    const jobId = await open(apparel);
    await own(() => Import.start({ jobId, answers }));
    const later = (hours: number) => as(actors.system, () => Import.failStill(), { now: new Date(NOW.getTime() + hours * 3_600_000) });

    await later(1);
    expect((await store.find(jobId))?.state).toBe("running");
    await later(3);
    expect((await store.find(jobId))?.state).toBe("failed");
  });
});
