import type { ListView } from "../../../../packages/core/src/wishlist/view.ts";
import type { Example } from "../example.ts";
import { cardigan, tee } from "./visitor.ts";

const usd = (amount: number) => ({ amount, currency: "USD" as const });

const autumn: ListView = {
  listId: "wsl_01m7zrzqkf0000000000000001",
  name: "Autumn",
  createdAt: "2026-10-02T08:12:00.000Z",
  isShared: true,
  entries: [
    {
      productId: cardigan.productId,
      title: cardigan.title,
      priceThen: usd(4_519),
      savedAt: "2026-10-09T08:12:00.000Z",
      note: "Ask for the collar in navy.\nOne sample first.",
      product: cardigan,
    },
    { productId: tee.productId, title: tee.title, priceThen: tee.price, savedAt: "2026-10-07T08:12:00.000Z", product: tee },
    {
      productId: "prd_01m7zrzqkf0000000000000003",
      title: "Ribbed beanie of undyed wool",
      priceThen: usd(737),
      savedAt: "2026-10-03T08:12:00.000Z",
    },
  ],
};

const second: ListView = { ...autumn, listId: "wsl_01m7zrzqkf0000000000000002", name: "Samples to order first", isShared: false, entries: [] };

const search = {
  searchId: "sch_01m7zrzqkf0000000000000001",
  name: "Merino, up to US$30.00",
  query: { q: "merino", maxPrice: "3000" },
  hasAlerts: true,
  createdAt: "2026-10-02T08:12:00.000Z",
};

/** What a buyer has saved, in the states it can be in. */
export const wishlistExamples: Readonly<Record<string, readonly Example[]>> = {
  "/app/searches": [
    {
      bodies: {
        "GET /v1/searches": {
          items: [search, { ...search, searchId: "sch_01m7zrzqkf0000000000000002", name: "Hoodies for 300 pieces", hasAlerts: false }],
        },
      },
    },
    { bodies: { "GET /v1/searches": { items: [] } }, state: "none yet" },
  ],
  "/search-mails": [{ paths: ["/search-mails#t=a-token-from-a-mail"] }, { paths: ["/search-mails"], state: "without its token" }],
  "/app/wishlist": [
    { bodies: { "GET /v1/wishlist": { items: [autumn, second] } } },
    { paths: [`/app/wishlist?list=${second.listId}`], bodies: { "GET /v1/wishlist": { items: [autumn, second] } }, state: "an empty list" },
    { bodies: { "GET /v1/wishlist": { items: [autumn] } }, state: "one list" },
    { bodies: { "GET /v1/wishlist": { items: [] } }, state: "nothing saved" },
  ],
};
