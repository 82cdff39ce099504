import type { searchProducts } from "@sleekapp/contracts/catalog";
import type { ProductCard, ProductPage } from "@sleekapp/core/product/view";
import type * as z from "zod";
import type { Example } from "../example.ts";

const picture = (name: string, alt: string) => ({
  alt,
  width: 1_600,
  height: 2_000,
  sources: [400, 800, 1_600].map((width) => ({ width, url: `/media/${name}-${width}.webp` })),
});

const cardigan: ProductCard = {
  productId: "prd_01m7zrzqkf0000000000000001",
  slug: "merino-cardigan-000001",
  title: "Merino cardigan with a shawl collar",
  family: "knitwear",
  category: "Cardigans",
  fabric: "Merino wool",
  supplierName: "Padma Knit",
  price: { amount: 4_173, currency: "USD" },
  moq: 137,
  leadDays: 43,
  colours: ["Navy", "Oatmeal"],
  picture: picture("cardigan-front", "The cardigan from the front, buttoned"),
};

const tee: ProductCard = {
  ...cardigan,
  productId: "prd_01m7zrzqkf0000000000000002",
  slug: "heavy-tee-000002",
  title: "Heavy tee",
  family: "casualwear",
  category: "T-shirts",
  fabric: "Cotton",
  price: { amount: 619, currency: "USD" },
  moq: 211,
  leadDays: 19,
  picture: undefined,
};

const found: z.output<typeof searchProducts.response> = {
  items: [cardigan, tee],
  total: 53,
  facets: {
    family: [
      { value: "knitwear", count: 29 },
      { value: "casualwear", count: 24 },
    ],
    category: [
      { value: "Cardigans", count: 29 },
      { value: "T-shirts", count: 24 },
    ],
  },
  nextCursor: "2",
};

const { picture: _picture, ...shown } = cardigan;
const listing: ProductPage = {
  ...shown,
  description: "Fully fashioned in twelve gauge, with a ribbed collar and horn buttons. Washed and pressed by hand.",
  composition: "Merino wool, extra fine",
  gsm: 317,
  sizes: ["S", "M", "L", "XL"],
  breaks: [
    { from: 263, price: { amount: 3_891, currency: "USD" } },
    { from: 577, price: { amount: 3_547, currency: "USD" } },
  ],
  pictures: [
    picture("cardigan-front", "The cardigan from the front, buttoned"),
    picture("cardigan-back", "The cardigan from behind"),
    picture("cardigan-collar", "The collar and the first button"),
  ],
  supplierCountry: "BD",
};

const search = { "GET /v1/public/products": found };

/** The public pages: what they are asked for, with figures that stand nowhere else. */
export const visitorExamples: Readonly<Record<string, readonly Example[]>> = {
  "/": [{ bodies: search }],
  "/catalog": [{ bodies: search }],
  "/catalog/:slug": [{ paths: [`/catalog/${listing.slug}`], bodies: { ...search, [`GET /v1/public/products/${listing.slug}`]: listing } }],
};
