import { expect, test } from "vitest";
import { buyLink, chosenIn, problemOf, summed } from "./chosen.ts";

const usd = (amount: number) => ({ amount, currency: "USD" as const });
const product = { price: usd(500), moq: 10, breaks: [{ from: 20, price: usd(450) }] };
const items = [
  { sku: "navy/m", size: "M", colour: "Navy", sellable: 12 },
  { sku: "navy/l", size: "L", colour: "Navy", sellable: 8 },
];

test("what is chosen survives its address, and what an address makes up is nothing", () => {
  const link = buyLink("tee-1", { "navy/m": 12, "navy/l": 0 });

  expect(link).toBe("/app/buy/tee-1?navy%2Fm=12");
  expect(chosenIn(new URL(link, "https://here").searchParams, items)).toEqual({ "navy/m": 12 });
  expect(chosenIn(new URLSearchParams("navy/m=-1&navy/l=1.5&rust/s=4"), items)).toEqual({});
});

test("all pieces together reach a break", () => {
  expect(summed(product, { "navy/m": 12 })).toEqual({ quantity: 12, each: usd(500), total: usd(6_000) });
  expect(summed(product, { "navy/m": 12, "navy/l": 8 })).toEqual({ quantity: 20, each: usd(450), total: usd(9_000) });
  expect(summed(product, {})).toMatchObject({ quantity: 0, total: usd(0) });
});

test("too few of a size is said before too few pieces altogether", () => {
  expect(problemOf(product, { "navy/l": 9 }, items)).toBe("Of Navy, L there are 8 left.");
  expect(problemOf(product, { "navy/l": 8 }, items)).toMatch(/from 10 pieces/);
  expect(problemOf(product, { "navy/l": 8, "navy/m": 2 }, items)).toBeUndefined();
});
