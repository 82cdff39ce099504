import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { openSupplier } from "../../../../test/support/listing.ts";
import { as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import { Blob } from "../ports/blob.ts";
import * as Supplier from "../supplier/index.ts";
import * as Upload from "../upload/index.ts";
import * as Product from "./index.ts";
import { listing } from "./listing.fixture.ts";

beforeAll(startTable);
beforeAll(() => {
  const nothing = async () => undefined;
  Blob.provide({ put: nothing, get: nothing, remove: nothing });
});

let count = 0;
let owner: Member;
beforeEach(async () => {
  count += 1;
  owner = await openSupplier(`maker-${count}`);
});

const own = <T>(run: () => Promise<T>) => as(owner, run);
const made = async (draft: Product.Draft = listing, now = NOW) => (await as(owner, () => Product.create({ draft }), { now })).productId;
const titles = async (status?: Product.Status) => {
  const page = await own(() => Product.list({ limit: 50, ...(status ? { status } : {}) }));
  return page.items.map(({ title }) => title);
};

describe("a draft", () => {
  test("keeps what is half typed", async () => {
    const productId = await made({ title: "T", category: "x", moq: 0, leadDays: 0, gsm: 1 });

    const view = await own(() => Product.get({ productId }));

    expect(view.draft).toEqual({ title: "T", category: "x", moq: 0, leadDays: 0, gsm: 1 });
    expect(view.missing).toContain("title: at least ten characters");
  });

  test("changes in what is written and loses what is cleared, and nothing else", async () => {
    const productId = await made();

    const view = await own(() => Product.update({ productId, draft: { gsm: 240 }, clear: ["composition", "moq"] }));

    const { moq: _moq, ...rest } = listing;
    expect(view.draft).toEqual({ ...rest, gsm: 240 });
  });

  test("is found under its status by its own supplier only, in one request", async () => {
    const productId = await made();
    await made({ ...listing, title: "Another cotton shirt" }, new Date(NOW.getTime() + 1_000));
    await own(() => Product.archive({ productId }));

    expect(await titles()).toEqual(["Another cotton shirt", "Heavy cotton T-shirt"]);
    expect([await titles("archived"), await titles("draft"), await titles("approved")]).toEqual([
      ["Heavy cotton T-shirt"],
      ["Another cotton shirt"],
      [],
    ]);
    const { requests } = await cost(() => own(() => Product.list({ status: "archived" })));
    expect(requests).toBe(1);
  });

  test("that was put away comes back as a draft", async () => {
    const productId = await made();
    await own(() => Product.archive({ productId }));

    const { status } = await own(() => Product.restore({ productId }));

    expect(status).toBe("draft");
    await expect(own(() => Product.restore({ productId }))).rejects.toMatchObject({ code: "product.transition" });
  });

  test("cannot be handed in while something is missing", async () => {
    const productId = await made();

    await expect(own(() => Product.submit({ productId }))).rejects.toMatchObject({
      code: "product.incomplete",
      details: { missing: ["pictures: add at least one"] },
    });
  });

  test("carries the company's name to those who review it", async () => {
    await own(() => Supplier.save({ application: { companyName: "Meghna Knit" } }));
    const productId = await made();

    const view = await as(actors.admin, () => Product.get({ productId }));

    expect(view.supplierName).toBe("Meghna Knit");
  });
});

describe("a picture that an import brought", () => {
  const png = new Uint8Array([137, 80, 78, 71]);
  const brought = async (productId: string, alt: string, now = NOW) => {
    const picture = { purpose: "product", subjectId: productId, orgId: owner.orgId, bytes: png, alt } as const;
    const uploadId = await as(actors.system, () => Upload.receive(picture), { now });
    const verdict = { state: "ready", key: `product/${uploadId}`, width: 800, height: 1_000 } as const;
    await as(actors.system, () => Upload.settle({ subjectId: productId, uploadId, verdict }));
    return uploadId;
  };
  const adopt = (productId: string, uploadId: string) => as(actors.system, () => Product.adoptPicture({ productId, uploadId }));

  test("joins its listing once, in the order of the file, with its words", async () => {
    const productId = await made();
    const first = await brought(productId, "Front");
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await brought(productId, "Back");

    await adopt(productId, second);
    await adopt(productId, first);
    await adopt(productId, first);

    const { pictures } = await own(() => Product.get({ productId }));
    expect(pictures.map(({ alt }) => alt)).toEqual(["Front", "Back"]);
  });

  test("stays out of a listing that has been put away", async () => {
    const productId = await made();
    const uploadId = await brought(productId, "Front");
    await own(() => Product.archive({ productId }));

    const { pictures } = await adopt(productId, uploadId);

    expect(pictures).toEqual([]);
  });

  test("is in nobody's words until its supplier says what it shows; before that the listing is not handed in", async () => {
    const productId = await made();
    const [first, second] = [await brought(productId, "Front of the shirt"), await brought(productId, "")];
    for (const uploadId of [first, second]) await adopt(productId, uploadId);
    const undescribed = async () =>
      (await own(() => Product.list({ limit: 50 }))).items.flatMap((row) => row.undescribed.map(({ uploadId }) => uploadId));
    expect(await undescribed()).toEqual([second]);
    await expect(own(() => Product.submit({ productId }))).rejects.toMatchObject({
      code: "product.incomplete",
      details: { missing: ["pictures: say in words what each one shows"] },
    });

    await own(() => Product.describePictures({ productId, words: [{ uploadId: second, alt: "Collar from near" }] }));

    expect(await undescribed()).toEqual([]);
    const { pictures, missing } = await own(() => Product.get({ productId }));
    expect([pictures.map(({ alt }) => alt).toSorted(), missing]).toEqual([["Collar from near", "Front of the shirt"], []]);
  });

  test("is described only where it is, with at least five letters, and not while the listing is put away", async () => {
    const [productId, other] = [await made(), await made()];
    const uploadId = await brought(productId, "");
    await adopt(productId, uploadId);
    const say = (id: string, alt: string) => own(() => Product.describePictures({ productId: id, words: [{ uploadId, alt }] }));

    await expect(say(other, "Front of it")).rejects.toMatchObject({ code: "product.picture_gone" });
    await expect(say(productId, "a  ")).rejects.toMatchObject({ kind: "invalid" });
    await own(() => Product.archive({ productId }));
    await expect(say(productId, "Front of it")).rejects.toMatchObject({ code: "product.locked" });
  });

  test("that a listing shows is swept by nobody", async () => {
    const productId = await made();
    const uploadId = await brought(productId, "Front");
    await adopt(productId, uploadId);

    expect(await as(actors.system, () => Upload.find(productId, uploadId))).toMatchObject({ use: "adopted" });
  });

  test("is the worker's business only", async () => {
    const productId = await made();
    const uploadId = await brought(productId, "Front");

    await expect(own(() => Product.adoptPicture({ productId, uploadId }))).rejects.toMatchObject({ kind: "not_found" });
  });
});
