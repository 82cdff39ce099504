import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { InvoiceDocument } from "../../invoice/document.ts";
import { formatMoney, sum, usd } from "../../kernel/money.ts";
import { balanceInvoice, longInvoice } from "./invoice.fixture.ts";
import { pdfmakePdf } from "./pdfmake.ts";

const folder = mkdtempSync(path.join(tmpdir(), "invoice-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pdf = pdfmakePdf();

async function read(document: InvoiceDocument): Promise<string> {
  const file = path.join(folder, `${document.number}.pdf`);
  writeFileSync(file, await pdf.invoice(document));
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
}

/** The cents a printed amount stands for. */
const cents = (printed: string): number => Number(printed.replace(/[^\d]/g, "")) * (printed.startsWith("−") ? -1 : 1);

describe("an invoice as PDF", () => {
  let text = "";
  beforeAll(async () => {
    text = await read(balanceInvoice);
  });

  test("prints number, order, dates and both parties", () => {
    for (const fact of [
      "Balance invoice",
      "INV-2026-0042",
      "SO-2026-0107",
      "1 December 2026",
      "8 December 2026",
      "Nordhavn Outdoor ApS",
      "VAT DK 12345678",
    ]) {
      expect(text).toContain(fact);
    }
  });

  test("prints amounts that add up to the cent to what is due", () => {
    const amounts = [...text.matchAll(/(−?US\$[\d,]+\.\d\d)\s*$/gm)].map(([, amount]) => cents(amount ?? ""));
    const lines = amounts.slice(0, balanceInvoice.lines.length);
    const [total, deposit, due] = amounts.slice(balanceInvoice.lines.length);

    expect(lines.reduce((a, b) => a + b, 0)).toBe(total);
    expect((total ?? 0) + (deposit ?? 0)).toBe(due);
    expect(due).toBe(361_620);
  });

  test("keeps accents, signs, currencies and Bengali letters", () => {
    for (const fact of ["Æbeløgade 4", "Łódź", "İzmir", "Nguyễn", "৳ ₹ € zł ₫"]) expect(text).toContain(fact);
    expect(text).toMatch(/[\u0980-\u09FF]{3,}/);
  });

  test("is the same to the byte when it is set again", async () => {
    const first = await pdf.invoice(balanceInvoice);
    const second = await pdfmakePdf().invoice(structuredClone(balanceInvoice));

    expect(Buffer.compare(first, second)).toBe(0);
  });

  test("repeats the heads of its columns and counts its pages when it is long", async () => {
    const long = await read(longInvoice);

    expect(long.match(/Description/g)?.length).toBeGreaterThan(1);
    expect(long).toMatch(/page 2 of \d/);
    expect(long).toContain(formatMoney(sum(longInvoice.lines.map(({ amount }) => amount))));
  });

  test("refuses a document whose sums are wrong by one cent", async () => {
    await expect(pdf.invoice({ ...balanceInvoice, total: usd(balanceInvoice.total.amount + 1) })).rejects.toThrow(/not the sum of the lines/);
    await expect(pdf.invoice({ ...balanceInvoice, due: usd(balanceInvoice.due.amount + 1) })).rejects.toThrow(/less what was paid/);
  });

  test("never reads a file or an address that a text names", async () => {
    const named = { ...balanceInvoice, terms: ["file:///etc/hosts", "{image: '/etc/hosts'}"] };

    await expect(read(named)).resolves.toContain("file:///etc/hosts");
  });
});
