import type { ComponentType } from "react";
import type { Role } from "./lib/me.ts";

/** Whom a page is for. A list of roles means: signed in, and acting for such an organisation. */
export type Audience = "everyone" | "signed-out" | "signed-in" | readonly Role[];

export type PageRoute = {
  readonly path: string;
  /** Unique; pages about one record replace it with the record's name. */
  readonly title: string;
  readonly audience: Audience;
  /** The frame: `public` has the site's header and footer, `app` the side bar. */
  readonly shell: "public" | "app";
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
};

/** Every page there is. Tests walk this table: each row must render, and each link in the app must lead to a row. */
export const pages: readonly PageRoute[] = [
  {
    path: "/",
    title: "Made-to-order clothing, tracked stage by stage",
    audience: "everyone",
    shell: "public",
    load: () => import("./routes/public/home.tsx"),
  },
  { path: "/catalog", title: "Catalogue", audience: "everyone", shell: "public", load: () => import("./routes/public/catalog.tsx") },
  { path: "/catalog/compare", title: "Compare products", audience: "everyone", shell: "public", load: () => import("./routes/public/compare.tsx") },
  {
    path: "/search-mails",
    title: "Mails about a search",
    audience: "everyone",
    shell: "public",
    load: () => import("./routes/public/search-mails.tsx"),
  },
  { path: "/shared-list", title: "Shared list", audience: "everyone", shell: "public", load: () => import("./routes/public/shared-list.tsx") },
  { path: "/shared-quote", title: "Shared quote", audience: "everyone", shell: "public", load: () => import("./routes/public/shared-quote.tsx") },
  { path: "/talk", title: "Talk to a person", audience: "everyone", shell: "public", load: () => import("./routes/public/talk.tsx") },
  {
    path: "/lead-mails",
    title: "Mails about your request",
    audience: "everyone",
    shell: "public",
    load: () => import("./routes/public/lead-mails.tsx"),
  },
  { path: "/catalog/:slug", title: "Product", audience: "everyone", shell: "public", load: () => import("./routes/public/product.tsx") },
  { path: "/suppliers/:slug", title: "Supplier", audience: "everyone", shell: "public", load: () => import("./routes/public/supplier.tsx") },
  { path: "/track", title: "Track an order", audience: "everyone", shell: "public", load: () => import("./routes/public/track.tsx") },
  { path: "/quote", title: "Get a quote", audience: "everyone", shell: "public", load: () => import("./routes/public/quote.tsx") },
  { path: "/info/api", title: "API reference", audience: "everyone", shell: "public", load: () => import("./routes/info/api.tsx") },
  { path: "/info/errors", title: "Error codes", audience: "everyone", shell: "public", load: () => import("./routes/info/errors.tsx") },
  { path: "/info/:slug", title: "Information", audience: "everyone", shell: "public", load: () => import("./routes/info/document.tsx") },
  { path: "/sign-in", title: "Sign in", audience: "signed-out", shell: "public", load: () => import("./routes/account/sign-in.tsx") },
  { path: "/sign-up", title: "Create an account", audience: "signed-out", shell: "public", load: () => import("./routes/account/sign-up.tsx") },
  { path: "/app/orders", title: "Orders", audience: ["buyer", "supplier", "factory"], shell: "app", load: () => import("./routes/app/orders.tsx") },
  { path: "/app/orders/:id", title: "Order", audience: "signed-in", shell: "app", load: () => import("./routes/app/order.tsx") },
  { path: "/admin/orders", title: "Orders of everybody", audience: ["admin"], shell: "app", load: () => import("./routes/admin/orders.tsx") },
  { path: "/app/supplier", title: "Company", audience: ["supplier"], shell: "app", load: () => import("./routes/app/supplier.tsx") },
  { path: "/app/products", title: "Products", audience: ["supplier"], shell: "app", load: () => import("./routes/app/products.tsx") },
  { path: "/app/products/new", title: "New product", audience: ["supplier"], shell: "app", load: () => import("./routes/app/product-new.tsx") },
  {
    path: "/app/products/import",
    title: "Import products",
    audience: ["supplier"],
    shell: "app",
    load: () => import("./routes/app/product-import.tsx"),
  },
  {
    path: "/app/products/words",
    title: "Pictures in words",
    audience: ["supplier"],
    shell: "app",
    load: () => import("./routes/app/picture-words.tsx"),
  },
  { path: "/app/products/:productId", title: "Listing", audience: ["supplier"], shell: "app", load: () => import("./routes/app/product.tsx") },
  { path: "/admin", title: "Queues", audience: ["admin"], shell: "app", load: () => import("./routes/admin/home.tsx") },
  { path: "/admin/products", title: "Product review", audience: ["admin"], shell: "app", load: () => import("./routes/admin/products.tsx") },
  { path: "/admin/accounts", title: "Accounts", audience: ["admin"], shell: "app", load: () => import("./routes/admin/accounts.tsx") },
  { path: "/admin/quotes", title: "Quotes for review", audience: ["admin"], shell: "app", load: () => import("./routes/admin/quotes.tsx") },
  { path: "/admin/prices", title: "Prices", audience: ["admin"], shell: "app", load: () => import("./routes/admin/prices.tsx") },
  { path: "/admin/prices/:bookVersion", title: "Price book", audience: ["admin"], shell: "app", load: () => import("./routes/admin/price-book.tsx") },
  { path: "/admin/market", title: "Market", audience: ["admin"], shell: "app", load: () => import("./routes/admin/market.tsx") },
  { path: "/admin/leads/:leadId", title: "Lead", audience: ["admin"], shell: "app", load: () => import("./routes/admin/lead.tsx") },
  { path: "/admin/security", title: "Security", audience: ["admin"], shell: "app", load: () => import("./routes/admin/security.tsx") },
  { path: "/join", title: "Join an organisation", audience: "everyone", shell: "public", load: () => import("./routes/account/join.tsx") },
  {
    path: "/second-factor",
    title: "Set up an authenticator app",
    audience: "everyone",
    shell: "public",
    load: () => import("./routes/account/second-factor.tsx"),
  },
  { path: "/app", title: "Desk", audience: "signed-in", shell: "app", load: () => import("./routes/app/desk.tsx") },
  { path: "/app/quotes", title: "Quotes", audience: ["buyer", "supplier"], shell: "app", load: () => import("./routes/app/quotes.tsx") },
  {
    path: "/app/inquiries",
    title: "Inquiries",
    audience: ["buyer", "supplier"],
    shell: "app",
    load: () => import("./routes/app/inquiries.tsx"),
  },
  {
    path: "/app/inquiries/:id",
    title: "Inquiry",
    audience: ["buyer", "supplier", "admin"],
    shell: "app",
    load: () => import("./routes/app/inquiry.tsx"),
  },
  { path: "/app/approvals", title: "Approvals", audience: ["buyer"], shell: "app", load: () => import("./routes/app/approvals.tsx") },
  { path: "/app/searches", title: "Searches", audience: ["buyer"], shell: "app", load: () => import("./routes/app/searches.tsx") },
  { path: "/app/designs", title: "Design studio", audience: ["buyer"], shell: "app", load: () => import("./routes/app/designs.tsx") },
  { path: "/app/designs/:id", title: "Design", audience: ["buyer"], shell: "app", load: () => import("./routes/app/design.tsx") },
  { path: "/app/wishlist", title: "Saved products", audience: ["buyer"], shell: "app", load: () => import("./routes/app/wishlist.tsx") },
  { path: "/app/buy/:slug", title: "Order from stock", audience: ["buyer"], shell: "app", load: () => import("./routes/app/buy.tsx") },
  { path: "/app/orders/:id/pay", title: "Pay", audience: ["buyer"], shell: "app", load: () => import("./routes/app/pay.tsx") },
  { path: "/app/quotes/:id", title: "Quote", audience: ["buyer", "supplier", "admin"], shell: "app", load: () => import("./routes/app/quote.tsx") },
  { path: "/app/settings", title: "Settings", audience: "signed-in", shell: "app", load: () => import("./routes/app/settings.tsx") },
];
