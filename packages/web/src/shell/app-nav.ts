import type { Role } from "../lib/me.ts";
import { pages } from "../routes.ts";

export type NavItem = { readonly to: string; readonly label: string };

const all: Readonly<Record<Role, readonly NavItem[]>> = {
  buyer: [
    { to: "/app", label: "Desk" },
    { to: "/app/quotes", label: "Quotes" },
    { to: "/app/orders", label: "Orders" },
    { to: "/app/approvals", label: "Approvals" },
    { to: "/app/inquiries", label: "Inquiries" },
    { to: "/app/designs", label: "Designs" },
    { to: "/app/wishlist", label: "Saved products" },
    { to: "/app/searches", label: "Searches" },
    { to: "/app/settings", label: "Settings" },
  ],
  supplier: [
    { to: "/app", label: "Desk" },
    { to: "/app/orders", label: "Orders" },
    { to: "/app/products", label: "Products" },
    { to: "/app/quotes", label: "Requests" },
    { to: "/app/inquiries", label: "Inquiries" },
    { to: "/app/supplier", label: "Company" },
    { to: "/app/settings", label: "Settings" },
  ],
  factory: [
    { to: "/app", label: "Desk" },
    { to: "/app/orders", label: "Orders" },
    { to: "/app/settings", label: "Settings" },
  ],
  admin: [
    { to: "/admin", label: "Queues" },
    { to: "/admin/orders", label: "Orders" },
    { to: "/admin/quotes", label: "Quotes" },
    { to: "/admin/prices", label: "Prices" },
    { to: "/admin/market", label: "Market" },
    { to: "/admin/products", label: "Products" },
    { to: "/admin/accounts", label: "Accounts" },
    { to: "/admin/security", label: "Security" },
  ],
};

/** Keeps only what leads somewhere: an entry appears with its page. */
export const existing = (items: readonly NavItem[]): readonly NavItem[] =>
  items.filter((item) =>
    pages.some((page) => page.path === item.to || (page.path.includes("/:") && item.to.startsWith(page.path.slice(0, page.path.indexOf("/:") + 1)))),
  );

/** What each role finds in the side bar, in the order of their day. */
export const appNav = (role: Role): readonly NavItem[] => existing(all[role]);
