import * as stock from "../../../../packages/contracts/src/stock.ts";
import * as Terms from "../../../../packages/core/src/terms/index.ts";
import type { Example } from "../example.ts";
import { found, listing } from "./visitor.ts";

// What is in stock, checked against the contracts, in figures that no page can have made up.

const cells = listing.colours.flatMap((colour) => listing.sizes.map((size) => ({ sku: `${colour}/${size}`.toLowerCase(), size, colour })));

/** Free pieces of the cardigan: a size that is sold out, and a colour of which little is left. */
const free = [163, 0, 117, 29, 7, 7, 0, 3];

/** What visitors see of it; with none, of every size. */
export const readyStock = (isSoldOut: boolean) =>
  stock.getReadyStock.response.parse({
    productId: listing.productId,
    isSoldOut,
    items: cells.map((cell, at) => ({ ...cell, sellable: isSoldOut ? 0 : free[at] })),
  });

/** A supplier's table of a listing in two sizes. */
export const stockOf = (productId: string, onHand: readonly number[]) =>
  stock.getStock.response.parse({
    productId,
    isSoldOut: onHand.every((pieces) => pieces === 0),
    items: ["S", "M"].map((size, at) => ({
      sku: `navy/${size.toLowerCase()}`,
      size,
      colour: "Navy",
      ...(at === 0 ? { code: "PK-CARD-NVY-S" } : {}),
      onHand: onHand[at],
      reserved: onHand[at] === 0 ? 0 : 19,
      sellable: onHand[at] === 0 ? 0 : (onHand[at] ?? 0) - 19,
    })),
  });

const terms = { version: Terms.current.version, hash: Terms.current.hash, text: Terms.current.text };

const stockPath = `GET /v1/public/products/${listing.slug}/stock`;
const buying = { [`GET /v1/public/products/${listing.slug}`]: listing, "GET /v1/public/terms": terms };

/** The pieces of an order from stock. */
export const goods = {
  productId: listing.productId,
  state: "held",
  heldUntil: "2026-11-20T10:47:00.000Z",
  lines: [
    { sku: "navy/s", size: "S", colour: "Navy", quantity: 139 },
    { sku: "navy/l", size: "L", colour: "Navy", quantity: 61 },
  ],
} as const;

const shown = { "GET /v1/public/products": found, [`GET /v1/public/products/${listing.slug}`]: listing };

const usd = (amount: number) => ({ amount, currency: "USD" as const });

/** What 139 and 61 pieces come to at the price of up to 262, and three tenths of it. */
const chosenSums = [{ pieces: [139, 61, 200] }, usd(139 * 4_173), usd(61 * 4_173), usd(200 * 4_173), usd(250_380)];

/** The public page of a listing that has pieces, or had some. */
export const stockedListing: readonly Example[] = [
  { paths: [`/catalog/${listing.slug}?in=stock`], state: "in stock", bodies: { ...shown, [stockPath]: readyStock(false) } },
  { paths: [`/catalog/${listing.slug}?in=none`], state: "sold out", bodies: { ...shown, [stockPath]: readyStock(true) } },
];

export const stockExamples: Readonly<Record<string, readonly Example[]>> = {
  "/app/buy/:slug": [
    {
      paths: [`/app/buy/${listing.slug}?navy%2Fs=139&navy%2Fl=61`],
      state: "two sizes chosen",
      bodies: { ...buying, [stockPath]: readyStock(false), sums: chosenSums },
    },
    { paths: [`/app/buy/${listing.slug}`], state: "nothing chosen", bodies: { ...buying, [stockPath]: readyStock(false) } },
    { paths: [`/app/buy/${listing.slug}`], state: "sold out", bodies: { ...buying, [stockPath]: readyStock(true) } },
  ],
};
