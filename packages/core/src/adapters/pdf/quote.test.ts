import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usd } from "../../kernel/money.ts";
import { depositOf } from "../../ledger/rules.ts";
import { Brief } from "../../pricing/model.ts";
import { currentBook, price } from "../../pricing/rules.ts";
import { documentOf } from "../../quote/document.ts";
import { pdfmakePdf } from "./pdfmake.ts";

const folder = mkdtempSync(path.join(tmpdir(), "quote-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const brief = Brief.parse({
  garmentType: "hoodie",
  quantity: 240,
  fabric: "organic-cotton",
  complexity: "complex",
  customisations: [
    { technique: "screen-print", placement: "front" },
    { technique: "embroidery", placement: "sleeve" },
  ],
  sizes: { S: 60, M: 90, L: 60, XL: 30 },
  packaging: "polybag",
  delivery: { incoterm: "DDP", country: "DE" },
  rush: "fast",
  sample: true,
  wantedOn: "2027-02-15",
  notes: "Łódź studio: ribbed cuffs, লেবেল in the neck.",
});
const priced = price(brief, currentBook, "2026-11-27");
const document = documentOf({
  quoteId: "quo_01k0000000000000000000q42f",
  revision: 2,
  title: "240 hoodies",
  madeAt: "2026-11-27T09:00:00.000Z",
  validUntil: "2026-12-27T23:59:59.999Z",
  brief,
  priced,
  buyer: { name: "রিনা গার্মেন্টস লিমিটেড", address: [], registration: "VAT / tax number DE 123 456 789" },
});

const cents = (printed: string): number => Number(printed.replace(/[^\d]/g, "")) * (/^[-−]/.test(printed) ? -1 : 1);

let text = "";
beforeAll(async () => {
  const file = path.join(folder, "quote.pdf");
  writeFileSync(file, await pdfmakePdf().quote(document));
  text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
});

test("the PDF of a quote prints every line of the price, and they add up to its total to the cent", () => {
  const amounts = [...text.matchAll(/([-−]?US\$[\d,]+\.\d\d)\s*$/gm)].map(([, amount]) => cents(amount ?? ""));
  const lines = amounts.slice(0, priced.lines.length);
  const [average, deposit, balance, total] = amounts.slice(priced.lines.length);

  expect(lines).toEqual(priced.lines.map(({ amount }) => amount.amount));
  expect(lines.reduce((a, b) => a + b, 0)).toBe(priced.total.amount);
  expect([average, total]).toEqual([priced.unitPrice.amount, priced.total.amount]);
  expect(deposit).toBe(depositOf(priced.total).amount);
  expect((deposit ?? 0) + (balance ?? 0)).toBe(total);
});

test("it says which revision, until when it holds, how long each stage takes, what it assumes and what of the way is in it", () => {
  const flat = text.replaceAll(/\s+/g, " ");
  for (const said of ["revision 2", "27 November 2026", "27 December 2026", "15 February 2027", "VAT / tax number DE 123 456 789", "S 60 · M 90"])
    expect(flat).toContain(said);
  for (const { name } of priced.leadTime.stages) expect(flat).toContain(name);
  expect(flat).toMatch(new RegExp(`Working days in all ${priced.leadTime.totalDays} days`));
  expect(flat).toMatch(/Freight Included/);
  expect(flat).toMatch(/Taxes of the destination Not included/);
  for (const assumption of priced.assumptions) expect(flat.replaceAll(" ", "")).toContain(assumption.replaceAll(/\s/g, ""));
});

test("a buyer's name in Bengali is in it", () => {
  expect(text).toMatch(/[\u0980-\u09FF]{3,}/);
});

test("a document whose sums are wrong by one cent is refused, and the same one is the same to the byte", async () => {
  const pdf = pdfmakePdf();

  await expect(pdf.quote({ ...document, total: usd(document.total.amount + 1) })).rejects.toThrow(/not the sum of the lines/);
  await expect(pdf.quote({ ...document, deposit: usd(document.deposit.amount + 1) })).rejects.toThrow(/not the total/);
  expect(Buffer.compare(await pdf.quote(document), await pdf.quote(structuredClone(document)))).toBe(0);
});
