import { expect, test } from "vitest";
import { subtract, sum, usd } from "../kernel/money.ts";
import { countryName, dueOn, figures, numberIn, seriesOf } from "./rules.ts";

const agreed = {
  title: "200 Sweaters",
  total: usd(100_005),
  deposit: usd(30_002),
  lines: [
    { label: "Base", amount: usd(110_005) },
    { label: "Volume", amount: usd(-10_000) },
  ],
};

test("the series is the year in UTC and its numbers are six digits long", () => {
  expect(seriesOf("2026-12-31")).toBe("INV-2026");
  expect(numberIn("INV-2026", 42)).toBe("INV-2026-000042");
  expect(dueOn("2026-12-28")).toBe("2027-01-04");
});

test("the deposit invoice bills the deposit and nothing else", () => {
  expect(figures(agreed, "deposit", usd(0))).toMatchObject({ total: usd(30_002), paid: [], due: usd(30_002) });
});

test("the balance invoice bills every line of the price less the deposit", () => {
  const bill = figures(agreed, "balance", agreed.deposit);

  expect(sum(bill.lines.map(({ amount }) => amount))).toEqual(bill.total);
  expect(subtract(bill.total, agreed.deposit)).toEqual(bill.due);
});

test.each([
  ["DE", "Germany"],
  ["BD", "Bangladesh"],
  ["ZZ", "Unknown Region"],
  ["", ""],
  ["Germany", "Germany"],
])("the country %j stands on paper as %j", (code, name) => {
  expect(countryName(code)).toBe(name);
});
