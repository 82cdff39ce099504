import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documents } from "../../../packages/web/src/content/slugs.ts";
import { pages } from "../../../packages/web/src/routes.ts";
import type { PageRoute } from "../../../packages/web/src/routes.ts";
import type { Who } from "./answers.ts";
import type { Bodies, Example } from "./example.ts";
import { accountExamples } from "./examples/account.ts";
import { designExamples } from "./examples/design.ts";
import { marketExamples } from "./examples/market.ts";
import { securityExamples } from "./examples/security.ts";
import { orderExamples } from "./examples/orders.ts";
import { visitorExamples } from "./examples/visitor.ts";
import { buyerExamples } from "./examples/buyer.ts";
import { deskExamples } from "./examples/desk.ts";
import { payingExamples } from "./examples/paying.ts";
import { supplierExamples } from "./examples/supplier.ts";
import { importingExamples } from "./examples/importing.ts";
import { inquiryExamples } from "./examples/inquiry.ts";
import { priceExamples } from "./examples/prices.ts";
import { leadExamples } from "./examples/lead.ts";
import { stockedListing, stockExamples } from "./examples/stock.ts";
import { wishlistExamples } from "./examples/wishlist.ts";

/** One address to check: a page of the table with its parameters filled in, as somebody it is for. */
export type Target = {
  readonly path: string;
  readonly page: PageRoute;
  readonly who: Who | undefined;
  readonly bodies: Bodies;
  /** What the answers show, where an address is looked at in more than one state. */
  readonly state: string | undefined;
  /** The first address of its page for this person: its behaviour is checked here, the others are only looked at. */
  readonly first: boolean;
};

/** What these two pages show is the document that is served beside them. */
const openApi: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/generated/openapi.json"), "utf8"));

/**
 * What a page of the table needs to be shown, each with its own file under `examples/`. A page without parameters and
 * without reads needs no entry; a page with parameters and no entry fails the test that walks the table.
 */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  ...marketExamples,
  ...importingExamples,
  ...securityExamples,
  ...orderExamples,
  ...visitorExamples,
  ...supplierExamples,
  "/info/api": [{ bodies: { described: openApi } }],
  "/info/errors": [{ bodies: { described: openApi } }],
  ...buyerExamples,
  ...deskExamples,
  ...payingExamples,
  ...stockExamples,
  "/catalog/:slug": [...(visitorExamples["/catalog/:slug"] ?? []), ...stockedListing],
  ...designExamples,
  ...wishlistExamples,
  ...inquiryExamples,
  ...leadExamples,
  ...accountExamples,
  ...priceExamples,
  "/info/:slug": [{ paths: documents.map((slug) => `/info/${slug}`) }],
};

const viewers = (page: PageRoute): readonly (Who | undefined)[] => {
  if (page.audience === "everyone" || page.audience === "signed-out") return [undefined];
  return page.audience === "signed-in" ? ["buyer"] : page.audience;
};

function targetsOf(page: PageRoute): readonly Omit<Target, "first">[] {
  return (examples[page.path] ?? [{}]).flatMap(({ paths, bodies = {}, who, state }) =>
    (paths ?? (page.path.includes(":") ? [] : [page.path])).flatMap((path) =>
      (who ?? viewers(page)).map((viewer) => ({ path, page, who: viewer, bodies, state })),
    ),
  );
}

/** Every address to check, in the order of the table. */
export const targets = (): Target[] =>
  pages.flatMap((page) => {
    const all = targetsOf(page);
    return all.map((target) => ({ ...target, first: all.find(({ who }) => who === target.who) === target }));
  });

/** Pages nobody has given an address to. */
export const unreached = (): string[] => pages.filter((page) => !targets().some((target) => target.page === page)).map((page) => page.path);
