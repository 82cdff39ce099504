import { documents } from "../../../packages/web/src/content/slugs.ts";
import { pages } from "../../../packages/web/src/routes.ts";
import type { PageRoute } from "../../../packages/web/src/routes.ts";
import type { Who } from "./answers.ts";

/** One address to check: a page of the table with its parameters filled in, as somebody it is for. */
export type Target = {
  readonly path: string;
  readonly page: PageRoute;
  readonly who: Who | undefined;
  readonly bodies: Readonly<Record<string, unknown>>;
  /** The first address of its page: its behaviour is checked here, the others are only looked at. */
  readonly first: boolean;
};

type Example = { readonly paths?: readonly string[]; readonly bodies?: Readonly<Record<string, unknown>> };

/**
 * What a page of the table needs to be shown: addresses for its parameters, and the answers of the API. A page without
 * parameters and without reads needs no entry; a page with parameters and no entry fails the test that walks the table.
 */
export const examples: Readonly<Record<string, Example>> = {
  "/info/:slug": { paths: documents.map((slug) => `/info/${slug}`) },
};

const viewers = (page: PageRoute): readonly (Who | undefined)[] => {
  if (page.audience === "everyone" || page.audience === "signed-out") return [undefined];
  return page.audience === "signed-in" ? ["buyer"] : page.audience;
};

/** Every address to check, in the order of the table. */
export const targets = (): Target[] =>
  pages.flatMap((page) => {
    const example = examples[page.path] ?? {};
    const paths = example.paths ?? (page.path.includes(":") ? [] : [page.path]);
    return paths.flatMap((path, index) => viewers(page).map((who) => ({ path, page, who, bodies: example.bodies ?? {}, first: index === 0 })));
  });

/** Pages nobody has given an address to. */
export const unreached = (): string[] => pages.filter((page) => !targets().some((target) => target.page === page)).map((page) => page.path);
