import { beforeAll, describe, expect, test } from "vitest";
import { apparel, counts, useImporter, work } from "../../../../test/support/importer.ts";
import { startTable } from "../../../../test/support/table.ts";
import { PictureSource } from "../ports/picture-source.ts";
import * as Product from "../product/index.ts";
import * as Upload from "../upload/index.ts";
import * as Export from "./export.ts";

beforeAll(startTable);

const { importer, own, bring, listings, fileAt } = useImporter();

describe("an export", () => {
  async function exported(): Promise<Uint8Array> {
    const { jobId } = await own(() => Export.open({}));
    await work(() => Export.write({ jobId, origin: "https://sleekapp.example" }));
    const { url } = await own(() => Export.get({ jobId }));
    return fileAt(url);
  }

  test("is read back without a change: all skips", async () => {
    await bring(apparel);
    const written = [
      { title: "=1+1 formula tee", description: '\'-quoted\r\n\r\nsecond, "paragraph"; <b>bold</b>', fabric: "Merino & silk" },
      { title: "T", moq: 0, leadDays: 0, sizes: ["S", "4,5", 'the "big" one'], colours: [], gauge: 12, features: ["+warm", "@home"] },
      {
        title: "With everything",
        breaks: [{ from: 100, price: { amount: 905, currency: "USD" } }],
        price: { amount: 1_007, currency: "USD" },
        specifications: [{ name: "Neck, front", value: 'ribbed "2 x 2"' }],
        variants: [
          { sku: "-X", options: { Size: "S", Colour: "Navy", Fit: "Slim", Sleeve: "Long" }, stock: 0 },
          { sku: "Y", options: {}, stock: 12 },
        ],
        unit: "dozen",
        type: "stock_lot",
        shipsFrom: "BD",
        videoUrl: "https://example.com/film?a=1,2",
      },
      {},
    ] as const;
    for (const draft of written) await own(() => Product.create({ draft: structuredClone(draft) as unknown as Product.Draft }));
    const before = new Map((await listings()).map((one) => [one.productId, one]));

    const { view } = await bring(await exported());

    expect({ ...counts(view), rejected: view.rejected }).toEqual({ created: 0, updated: 0, skipped: 24, refused: 0, rejected: [] });
    expect(new Map((await listings()).map((one) => [one.productId, one]))).toEqual(before);
  });

  test("is changed in a spreadsheet and read back: what was changed is updated, in place", async () => {
    await own(() => Product.create({ draft: { title: "Harbour tee", moq: 50 } }));
    const sheet = new TextDecoder().decode(await exported()).replace("Harbour tee", "Harbour tee in navy");

    const { view } = await bring(new TextEncoder().encode(sheet));

    expect(counts(view)).toEqual({ created: 0, updated: 1, skipped: 0, refused: 0 });
    expect((await listings()).map(({ draft }) => draft)).toEqual([{ title: "Harbour tee in navy", moq: 50 }]);
  });

  test("of somebody else changes nothing of theirs", async () => {
    await own(() => Product.create({ draft: { title: "Harbour tee" } }));
    const theirs = await exported();
    const [before] = await listings();
    importer.owner = { ...importer.owner, orgId: "org_00000000000000000000000000" };

    const { view } = await bring(theirs);

    expect(counts(view)).toEqual({ created: 0, updated: 0, skipped: 0, refused: 1 });
    expect(await Product.find(before?.productId ?? "")).toEqual(before);
  });

  test("says of a picture that a model drew it, and so does the picture that such a file brings", async () => {
    const { productId } = await own(() => Product.create({ draft: { title: "Harbour tee" } }));
    const asked = { purpose: "product", subjectId: productId, orgId: importer.owner.orgId, bytes: new Uint8Array(4), origin: "model" } as const;
    const uploadId = await work(() => Upload.receive({ ...asked, alt: "A tee" }));
    const ready = { state: "ready", key: "product/drawn", width: 800, height: 1_000 } as const;
    await work(() => Upload.settle({ subjectId: productId, uploadId, verdict: ready }));
    await work(() => Product.adoptPicture({ productId, uploadId }));
    const sheet = new TextDecoder().decode(await exported());
    await own(() => Product.setPictures({ productId, pictures: [] }));
    PictureSource.provide({ fetch: async () => new Uint8Array(8) });

    await bring(new TextEncoder().encode(sheet));

    expect(sheet.split("\r\n")[1]).toMatch(/A tee,a model$/u);
    const sent = await work(() => Upload.ofSubject(productId, 10));
    expect(sent.map(({ uploadId: id, origin }) => [id === uploadId, origin])).toEqual(
      expect.arrayContaining([
        [true, "model"],
        [false, "model"],
      ]),
    );
  });
});
