import type { ProductPage } from "@sleekapp/core/product/view";
import { expect, test } from "vitest";
import { commonRun, compareRows } from "./compare-rows.ts";

const shirt: ProductPage = {
  productId: "prd_1",
  slug: "shirt-1",
  title: "Boxy shirt",
  family: "casualwear",
  category: "Shirts",
  fabric: "Cotton",
  supplierName: "Padma Knit",
  price: { amount: 1_430, currency: "USD" },
  moq: 120,
  leadDays: 30,
  colours: ["Navy", "White"],
  description: "",
  gsm: 180,
  sizes: ["S", "M"],
  breaks: [{ from: 500, price: { amount: 1_210, currency: "USD" } }],
  pictures: [],
};
const other: ProductPage = { ...shirt, productId: "prd_2", slug: "shirt-2", moq: 300, gsm: undefined, colours: [] };

const row = (label: string, quantity = 300) => compareRows([shirt, other], quantity).find((one) => one.label.startsWith(label));

test("the price is that of the quantity, and a run that is too small says from how many it is", () => {
  expect(row("A piece", 120)).toMatchObject({ values: ["US$14.30", "From 300 pieces"], differs: true });
  expect(row("A piece", 500)).toMatchObject({ label: "A piece, at 500", values: ["US$12.10", "US$12.10"], differs: false });
});

test("what differs is marked, what is the same is not", () => {
  expect(row("Smallest run")).toMatchObject({ values: ["120 pieces", "300 pieces"], differs: true });
  expect(row("Fabric")).toMatchObject({ values: ["Cotton", "Cotton"], differs: false });
});

test("what a listing does not say is said to be missing", () => {
  expect(row("Cloth weight")).toMatchObject({ values: ["180 g/m²", "Not stated"], differs: true });
  expect(row("Colours")).toMatchObject({ values: ["Navy, White", "Not stated"] });
});

test("the comparison begins at the smallest run that all are made in", () => {
  expect(commonRun([shirt, other])).toBe(300);
});
