import type { searchProducts } from "@sleekapp/contracts/catalog";
import type { TrackingView } from "@sleekapp/core/order/view";
import type { ProductCard, ProductPage } from "@sleekapp/core/product/view";
import type * as z from "zod";
import type { Example } from "../example.ts";

const picture = (name: string, alt: string) => ({
  alt,
  width: 1_600,
  height: 2_000,
  base: `/media/${name}`,
  widths: [320, 800, 1_600],
});

export const cardigan: ProductCard = {
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
  picture: { ...picture("cardigan-front", "The cardigan from the front, buttoned"), origin: "model" },
};

export const tee: ProductCard = {
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
  stock: "out",
  picture: undefined,
};

export const found: z.output<typeof searchProducts.response> = {
  items: [cardigan, tee],
  total: 53,
  facets: {
    family: [
      { value: "knitwear", label: "Knitwear", count: 29 },
      { value: "casualwear", label: "Casual wear", count: 24 },
    ],
    category: [
      { value: "cardigans", label: "Cardigans", count: 29 },
      { value: "t-shirts", label: "T-shirts", count: 24 },
    ],
    fibre: [
      { value: "wool", label: "Wool", count: 31 },
      { value: "cotton", label: "Cotton", count: 22 },
    ],
    gauge: [{ value: "12", label: "12 gauge", count: 17 }],
    gsm: [
      { value: "from-180", label: "180 to 219 gsm", count: 24 },
      { value: "from-280", label: "280 to 349 gsm", count: 29 },
    ],
    colour: ["Navy", "Black", "Grey", "Cream and natural", "White", "Red", "Green", "Blue", "Rust"].map((label, index) => ({
      value: label.toLowerCase().replaceAll(" ", "-"),
      label,
      count: 41 - index,
    })),
    size: [{ value: "m", label: "M", count: 53 }],
    certificate: [{ value: "gots", label: "GOTS", count: 13 }],
    country: [{ value: "bd", label: "Bangladesh", count: 53 }],
    supplier: [{ value: "padma-knit", label: "Padma Knit", count: 53 }],
    stock: [
      { value: "made-to-order", label: "Made to order", count: 31 },
      { value: "in-stock", label: "In stock", count: 15 },
      { value: "sold-out", label: "Sold out", count: 7 },
    ],
  },
  nextCursor: "2",
};

const { picture: _picture, ...shown } = cardigan;
export const listing: ProductPage = {
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
    { ...picture("cardigan-front", "The cardigan from the front, buttoned"), origin: "model" },
    picture("cardigan-back", "The cardigan from behind"),
    picture("cardigan-collar", "The collar and the first button"),
  ],
  supplierCountry: "BD",
};

const secondListing: ProductPage = {
  ...listing,
  productId: tee.productId,
  slug: tee.slug,
  title: tee.title,
  fabric: "Cotton",
  composition: undefined,
  gsm: undefined,
  supplierName: "Meghna Sewing and Washing",
  price: tee.price,
  moq: tee.moq,
  leadDays: tee.leadDays,
  breaks: [],
  pictures: [],
  colours: ["Navy", "Oatmeal", "Bordeaux", "Bottle green", "Heather grey"],
};

const compared = {
  [`GET /v1/public/products/${listing.slug}`]: listing,
  [`GET /v1/public/products/${secondListing.slug}`]: secondListing,
};

const search = { "GET /v1/public/products": found };

/** What Ada has saved: the cardigan. */
export const saved = { items: [{ productId: cardigan.productId, listId: "wsl_01m7zrzqkf0000000000000001" }] };

const savedList = {
  listId: "wsl_01m7zrzqkf0000000000000001",
  name: "Autumn",
  createdAt: "2026-10-02T08:12:00.000Z",
  isShared: false,
  entries: [
    { productId: cardigan.productId, title: cardigan.title, priceThen: cardigan.price, savedAt: "2026-10-09T08:12:00.000Z", product: cardigan },
    { productId: tee.productId, title: tee.title, priceThen: tee.price, savedAt: "2026-10-07T08:12:00.000Z" },
  ],
};

const stage = (position: number, of: Partial<TrackingView["stages"][number]>): TrackingView["stages"][number] => ({
  key: "sewing",
  name: "Sewing",
  position,
  milestone: "making",
  days: 7,
  weightBps: 2_500,
  plannedStartOn: "2026-10-03",
  plannedDueOn: "2026-10-11",
  percent: 0,
  state: "todo",
  isLate: false,
  daysLate: 0,
  ...of,
});

export const tracked: TrackingView = {
  orderNumber: "SA-2026-K7Q2M4XB",
  title: "739 Cardigans",
  quantity: 739,
  status: "in_production",
  percent: 47,
  promisedOn: "2026-11-19",
  isLate: false,
  stages: [
    stage(1, { key: "materials", name: "Yarn received", milestone: "materials", state: "done", percent: 100, finishedOn: "2026-10-04" }),
    stage(2, { key: "knitting", name: "Knitting", state: "active", percent: 61, plannedDueOn: "2026-10-18", isLate: true, daysLate: 3 }),
    stage(3, { key: "linking", name: "Linking", revisedDueOn: "2026-10-27" }),
    stage(4, { key: "quality", name: "Final check", milestone: "quality", plannedDueOn: "2026-11-08" }),
  ],
  updates: [
    { stageName: "Knitting", percent: 61, at: "2026-10-21T09:17:00.000Z", photos: ["/media/floor-1.webp", "/media/floor-2.webp"] },
    { stageName: "Knitting", percent: 23, at: "2026-10-14T08:05:00.000Z", photos: [] },
  ],
  shipment: { carrier: "DHL Express", trackingNumber: "JD014600006281230704", shippedOn: "2026-11-16" },
};

const page = { [`GET /v1/public/products/${listing.slug}`]: listing };
const madeToOrder = { productId: listing.productId, isSoldOut: false, items: [] };

/** The public pages: what they are asked for, with figures that stand nowhere else. */
export const visitorExamples: Readonly<Record<string, readonly Example[]>> = {
  "/": [{ bodies: search }],
  "/track": [
    { paths: ["/track#o=SA-2026-K7Q2M4XB&t=a-secret-of-the-test"], bodies: { "GET /v1/guest/tracking/SA-2026-K7Q2M4XB": tracked } },
    { state: "without a link" },
  ],
  "/catalog": [
    { bodies: search },
    { paths: [`/catalog?compare=${listing.slug}.${tee.slug}`], bodies: search, state: "two chosen" },
    { bodies: { ...search, "GET /v1/wishlist/saved": saved }, who: ["buyer"], state: "one saved" },
    {
      paths: ["/catalog?saved=1"],
      bodies: { "GET /v1/wishlist/saved": saved, "GET /v1/wishlist": { items: [savedList] } },
      who: ["buyer"],
      state: "saved only",
    },
    { paths: ["/catalog?saved=1"], state: "saved only, signed out" },
  ],
  "/catalog/compare": [{ bodies: compared, paths: [`/catalog/compare?products=${listing.slug}.${tee.slug}`] }, { state: "nothing chosen" }],
  "/shared-list": [
    { paths: ["/shared-list#t=a-secret-of-the-test"], bodies: { "GET /v1/guest/wishlist": { name: "Autumn knits", products: [cardigan, tee] } } },
    { state: "without a link" },
  ],
  "/catalog/:slug": [
    { paths: [`/catalog/${listing.slug}`], bodies: { ...search, ...page, [`GET /v1/public/products/${listing.slug}/stock`]: madeToOrder } },
  ],
};
