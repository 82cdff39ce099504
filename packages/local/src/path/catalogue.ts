import { readFile } from "node:fs/promises";
import path from "node:path";
import * as catalog from "@sleekapp/contracts/catalog";
import * as imports from "@sleekapp/contracts/product-import";
import { renditionAt } from "@sleekapp/core/upload/facts";
import sharp from "sharp";
import { type Person, sendFile, until } from "../people/person.ts";
import { letter } from "./supplier.ts";
import { holds, needed, refused, type Step, type World } from "./world.ts";

const answers = {
  rules: [{ by: "title" as const, value: "chain", family: "casualwear" as const }],
  defaults: { family: "casualwear" as const, fabric: "cotton" as const, moq: 50, leadDays: 18 },
  altFromTitle: true,
};

/** The import once it has ended, one way or another. */
const ended = (supplier: Person, jobId: string) =>
  until("The end of the import", async () => {
    const now = await supplier.ask(imports.getImport, { params: { jobId } });
    return now.state === "running" ? undefined : now;
  });

const fetched = async ({ url = "" }: { readonly url?: string | undefined }): Promise<readonly string[]> =>
  (await (await fetch(url)).text()).trimEnd().split("\r\n");

/** A file of all listings, imported as it came: every one is skipped. */
async function isReadBack(supplier: Person): Promise<void> {
  const { fileId } = await supplier.ask(imports.openExport, {});
  const file = await until("The export", async () => {
    const now = await supplier.ask(imports.getExport, { params: { fileId } });
    return now.state === "running" ? undefined : now;
  });
  const rows = await fetched(file);
  const { jobId, ...slot } = await supplier.ask(imports.openImport, {});
  await sendFile(slot, new TextEncoder().encode(rows.join("\r\n")));
  await supplier.ask(imports.startImport, { params: { jobId }, body: { answers: {} } });
  const { created, updated, skipped, refused: left, rejections } = await ended(supplier, jobId);
  const same = created + updated + left + rejections === 0 && skipped === file.products;
  holds(same, `an export that is read back changes nothing: ${JSON.stringify({ created, updated, skipped, left, rejections })}`);
}

export const importing: Step = {
  name: "The supplier imports a real shop's product file",
  run: async ({ people, root }) => {
    const { supplier, otherSupplier } = people;
    const { jobId, ...slot } = await supplier.ask(imports.openImport, {});
    await refused(supplier, imports.previewImport, { params: { jobId }, body: { answers: {} }, status: 409, code: "import.no_file" });
    await sendFile(slot, await readFile(path.join(root, "test/fixtures/apparel.csv")));
    const first = await supplier.ask(imports.previewImport, { params: { jobId }, body: { answers: {} } });
    holds(first.needs.length > 0 && first.creates === 0, "what the file lacks is asked, each once for the whole file");
    await refused(supplier, imports.startImport, { params: { jobId }, body: { answers: {} }, status: 409, code: "import.incomplete" });
    const preview = await supplier.ask(imports.previewImport, { params: { jobId }, body: { answers } });
    holds(preview.needs.length === 0 && preview.waiting.length === 0, "the answers were enough");
    await refused(otherSupplier, imports.getImport, { params: { jobId }, status: 404 });
    await supplier.ask(imports.startImport, { params: { jobId }, body: { answers, isDryRun: true } });
    const looked = await ended(supplier, jobId);
    holds(looked.state === "checked" && looked.created === preview.creates, "a dry run says what would be made");
    holds((await supplier.ask(catalog.listMyProducts, {})).items.length === 0, "and makes nothing");
    await supplier.ask(imports.startImport, { params: { jobId }, body: {} });
    const job = await ended(supplier, jobId);
    const report = await fetched(await supplier.ask(imports.getImportReport, { params: { jobId } }));
    holds(report.length === job.created + job.skipped + job.rejections + 1, "the report has a line for each");
    await isReadBack(supplier);
    holds(job.state === "done" && job.created + job.skipped === preview.creates, "everything that was previewed was made");
    await refused(supplier, imports.startImport, { params: { jobId }, body: { answers }, status: 409 });
    const derived = preview.create.flatMap(({ variants }) => variants).filter(({ isSkuDerived }) => isSkuDerived).length;
    return [
      `asked once each: ${first.needs.map(({ field, products }) => `${field} for ${products} products`).join(", ")}`,
      `${job.created} products made, ${derived} SKUs derived, ${job.rejected.length} rows left out with line and reason`,
      "a dry run first, a report to download, and an export that read back changes nothing",
      `${job.picturesFetched} pictures fetched, ${job.picturesMissed} not fetched`,
      "another supplier asking for the import: 404",
    ];
  },
};

/** A picture that pretends to be nothing else: a swatch of one colour with the knit's hatch. */
export async function swatch(colour: string): Promise<Uint8Array> {
  const hatch = Array.from({ length: 20 }, (_, row) => `<path d="M0 ${row * 50} L800 ${row * 50 + 40}" stroke="#0003" stroke-width="3"/>`).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000"><rect width="800" height="1000" fill="${colour}"/>${hatch}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer());
}

type Waiting = { readonly supplier: Person; readonly productId: string };

/** Sends a picture of a product and waits until it has been looked into. */
async function addPicture({ supplier, productId }: Waiting, bytes: Uint8Array): Promise<string> {
  const params = { productId };
  const { uploadId, ...slot } = await supplier.ask(catalog.askProductPicture, { params, body: { type: "image/jpeg" } });
  await sendFile(slot, bytes);
  const { state, reason } = await until("The verdict on a picture", async () => {
    const view = await supplier.ask(catalog.getProductPicture, { params: { productId, uploadId } });
    return view.state === "waiting" ? undefined : view;
  });
  if (state !== "ready") throw new Error(`The picture was refused: ${reason ?? ""}`);
  return uploadId;
}

async function complete(supplier: Person, productId: string): Promise<void> {
  const { draft } = await supplier.ask(catalog.getMyProduct, { params: { productId } });
  const title = (draft.title ?? "").length >= 10 ? {} : { title: `${draft.title ?? ""} for small runs` };
  const description =
    (draft.description ?? "").length >= 50
      ? {}
      : { description: `${draft.description ?? ""} Made to order from fifty pieces in our own sewing lines in Gazipur.`.trim() };
  await supplier.ask(catalog.updateProduct, { params: { productId }, body: { draft: { ...draft, ...title, ...description } } });
}

async function refusesFalsePictures({ supplier, productId }: Waiting): Promise<void> {
  const script = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
  const wrong = await addPicture({ supplier, productId }, script).then(
    () => "taken",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );
  holds(/refused/.test(wrong), "a script that calls itself a picture is refused");
}

export const publishing: Step = {
  name: "Pictures are sent, listings submitted and approved, and visible in the catalogue",
  run: async (world) => {
    const { supplier, admin, otherSupplier, nobody } = world.people;
    const mine = await supplier.ask(catalog.listMyProducts, { query: { limit: 50 } });
    const chosen = mine.items.filter(({ status }) => status === "draft").slice(0, 3);
    holds(chosen.length === 3, "the import left drafts to finish");
    const first = chosen[0]?.productId ?? "";
    await refused(supplier, catalog.submitProduct, { params: { productId: first }, status: 409 });
    await refusesFalsePictures({ supplier, productId: first });
    for (const [index, { productId, title }] of chosen.entries()) {
      const uploadId = await addPicture({ supplier, productId }, await swatch(["#6b7f9e", "#9c5b4a", "#49614f"][index] ?? "#777"));
      await complete(supplier, productId);
      await supplier.ask(catalog.setProductPictures, { params: { productId }, body: { pictures: [{ uploadId, alt: `Colour swatch of ${title}` }] } });
      await supplier.ask(catalog.submitProduct, { params: { productId } });
    }
    await refused(supplier, catalog.approveProduct, { params: { productId: first }, status: 404 });
    await refused(otherSupplier, catalog.getMyProduct, { params: { productId: first }, status: 404 });
    await refused(nobody, catalog.submitProduct, { params: { productId: first }, status: 401 });
    for (const { productId } of chosen) await admin.ask(catalog.approveProduct, { params: { productId } });
    await refused(admin, catalog.approveProduct, { params: { productId: first }, status: 409 });
    await isFound(world, chosen[0]?.title ?? "");
    await letter(world, supplier.email, /^In the catalogue/);
    return [
      "an incomplete listing: refused",
      "a script that calls itself a picture: refused",
      "approving one's own listing: 404",
      "three listings are found by text and by category",
    ];
  },
};

/** The catalogue answers to words and to a category, and the page of a listing has a picture that the edge serves. */
async function isFound(world: World, title: string): Promise<void> {
  const { nobody } = world.people;
  const card = await until("The listing in the catalogue", async () => {
    world.town.stage.clearCache();
    const { items } = await nobody.ask(catalog.searchProducts, { query: { q: title } });
    return items.find((item) => item.title.startsWith(title));
  });
  const { facets } = await until("The listings of a category", async () => {
    world.town.stage.clearCache();
    const found = await nobody.ask(catalog.searchProducts, { query: { family: "casualwear" } });
    return found.total >= 3 ? found : undefined;
  });
  holds(JSON.stringify(facets).includes("casualwear"), "the facets count the category");
  const page = await nobody.ask(catalog.getProduct, { params: { slug: card.slug } });
  const [picture] = page.pictures;
  const image = await fetch(new URL(picture ? renditionAt(picture, 320, "avif") : "", world.town.origin));
  holds(image.ok && image.headers.get("content-type") === "image/avif", "the edge serves the picture");
  world.made.productSlug = card.slug;
  holds(!JSON.stringify(page).includes(needed(world, "supplierId")), "the public page names no id of the supplier");
}
