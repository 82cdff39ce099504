import { beforeAll, expect, test } from "vitest";
import { invoicesAtOnce } from "../../../../test/support/invoices.ts";
import { startTable } from "../../../../test/support/table.ts";

beforeAll(startTable);

test(
  "five hundred invoices asked for at once, each twice, have five hundred numbers in a row and as many documents whose sums are right",
  { timeout: 900_000 },
  async () => {
    const issued = await invoicesAtOnce(500);

    expect(issued.map(({ number }) => number)).toEqual(Array.from({ length: 500 }, (_, at) => `INV-2026-${String(at + 1).padStart(6, "0")}`));
    expect(new Set(issued.map(({ hash }) => hash)).size).toBe(500);
    expect(issued.filter(({ isSound }) => !isSound)).toEqual([]);
  },
);
