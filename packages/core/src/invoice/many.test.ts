import { beforeAll, expect, test } from "vitest";
import { invoicesAtOnce } from "../../../../test/support/invoices.ts";
import { startTable } from "../../../../test/support/table.ts";

beforeAll(startTable);

test("ten invoices asked for at once, each twice, have ten numbers in a row and ten documents whose sums are right", async () => {
  const issued = await invoicesAtOnce(10);

  expect(issued.map(({ number }) => number)).toEqual(Array.from({ length: 10 }, (_, at) => `INV-2026-${String(at + 1).padStart(6, "0")}`));
  expect(new Set(issued.map(({ hash }) => hash)).size).toBe(10);
  expect(issued.filter(({ isSound }) => !isSound)).toEqual([]);
});
