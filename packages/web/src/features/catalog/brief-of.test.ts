import type { ProductPage } from "@sleekapp/core/product/view";
import { expect, test } from "vitest";
import { quoteLink } from "./brief-of.ts";

test("the link asks for the listing's minimum at least, and says what it should be like", () => {
  const product: ProductPage = {
    productId: "prd_1",
    slug: "hoodie-1",
    title: "Boxy hoodie",
    family: "casualwear",
    category: "Hoodies",
    fabric: "Fleece",
    supplierName: "Padma Knit",
    price: { amount: 1_430, currency: "USD" },
    moq: 120,
    leadDays: 30,
    colours: [],
    description: "",
    gsm: 320,
    sizes: [],
    breaks: [],
    pictures: [],
  };

  const params = new URLSearchParams(quoteLink(product, 60).split("?")[1]);

  expect(Object.fromEntries(params)).toEqual({
    product: "hoodie",
    quantity: "120",
    fabric: "fleece",
    gsm: "320",
    like: "Like “Boxy hoodie” of Padma Knit in the catalogue",
  });
});
