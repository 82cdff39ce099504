import type * as z from "zod";
import type * as exchange from "../../../../packages/contracts/src/exchange.ts";
import type * as price from "../../../../packages/contracts/src/price.ts";
import { book2, seedCosts } from "../../../../packages/core/src/pricing/rules.ts";
import type { Example } from "../example.ts";

// The price books as an administrator sees them.

type Answer<R extends { readonly response: z.ZodType }> = z.output<R["response"]>;

const names = ["The seed's five engines, reconciled", "With gauge, placement and freight", "Cotton is dearer from January"] as const;
const from = "2026-11-27T00:00:00.000Z";

const list: Answer<typeof price.listPriceBooks> = {
  items: [
    { bookVersion: 1_001, name: names[2], status: "draft", isInForce: false },
    { bookVersion: 2, name: names[1], status: "published", effectiveFrom: from, isInForce: true },
    { bookVersion: 1, name: names[0], status: "published", effectiveFrom: "1970-01-01T00:00:00.000Z", isInForce: false },
  ],
};

const draft: Answer<typeof price.getPriceBookVersion> = {
  bookVersion: 1_001,
  name: names[2],
  status: "draft",
  basedOn: 2,
  book: { ...book2, version: 1_001 },
  costs: seedCosts,
  history: [
    { type: "price_book.drafted", at: "2026-11-27T09:00:00.000Z", actorId: "33333333-3333-4333-8333-333333333333" },
    { type: "price_book.edited", at: "2026-11-27T09:12:00.000Z", actorId: "33333333-3333-4333-8333-333333333333" },
  ],
  version: 2,
};
const published: Answer<typeof price.getPriceBookVersion> = {
  ...draft,
  bookVersion: 2,
  name: names[1],
  status: "published",
  effectiveFrom: from,
  basedOn: 1,
  book: book2,
  history: [],
  version: 1,
};
const inForce: Answer<typeof price.getPriceBook> = { book: book2, effectiveFrom: from };

const rate = { on: "2026-11-26", source: "European Central Bank", isStale: false };
const rates: Answer<typeof exchange.listRates> = {
  items: [
    { currency: "EUR", rate: "0.862069", ...rate },
    { currency: "GBP", rate: "0.757759", ...rate },
    { currency: "BDT", rate: "121.85", on: "2026-10-20", source: "Bangladesh Bank", isStale: true },
  ],
};

const bodies = {
  "GET /v1/public/exchange-rates": rates,
  "GET /v1/admin/price-books": list,
  "GET /v1/admin/price-books/1001": draft,
  "GET /v1/admin/price-books/2": published,
  "GET /v1/public/price-book": inForce,
};

export const priceExamples: Readonly<Record<string, readonly Example[]>> = {
  "/admin/prices": [{ bodies }],
  "/admin/prices/:bookVersion": [
    { paths: ["/admin/prices/1001"], state: "draft", bodies },
    { paths: ["/admin/prices/2"], state: "published", bodies },
  ],
};
