import type { MonthView, ProductInterestView } from "../../../../packages/core/src/interest/view.ts";

const none = { views: 0, hovers: 0, swatches: 0, shares: 0, quotePresses: 0, hearts: 0, inquiries: 0, quotes: 0, orders: 0 };

const figures = { views: 1_317, hovers: 211, swatches: 173, shares: 29, quotePresses: 37, hearts: 71, inquiries: 23, quotes: 11, orders: 5 };

/** How a supplier's listings did in a month. */
export const monthOf = (productId: string): MonthView => ({
  month: "2026-03",
  total: figures,
  products: [{ ...figures, productId }],
});

/** How one listing did in thirty days. */
export const daysOf = (productId: string): ProductInterestView => ({
  productId,
  from: "2026-02-16",
  until: "2026-03-17",
  total: figures,
  days: [
    { ...none, date: "2026-02-19", views: 431, hearts: 31, inquiries: 11 },
    { ...none, date: "2026-03-13", views: 269, hearts: 17, inquiries: 5 },
    { ...none, date: "2026-03-17", views: 617, hearts: 23, inquiries: 7 },
  ],
});
