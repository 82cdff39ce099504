import "./lib/zod-setup.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { StaticRouterProvider, createStaticHandler, createStaticRouter } from "react-router";
import { documents } from "./content/slugs.ts";
import { loadOf } from "./content/index.ts";
import { makeQueryClient } from "./lib/query.ts";
import { makeReady } from "./ready.ts";
import { routeTree } from "./router.tsx";
import { pages } from "./routes.ts";

/** A page as it is before any script has run. */
export type Prerendered = { readonly path: string; readonly title: string; readonly html: string };

const titleOf = async (path: string): Promise<string> => {
  const written = await loadOf(path.replace(/^\/info\//, ""))?.();
  return written?.doc.title ?? pages.find((page) => page.path === path)?.title ?? "";
};

/** Draws a page for a visitor nobody knows, with no answer of the API yet. */
async function draw(path: string): Promise<string> {
  const client = makeQueryClient();
  const routes = routeTree();
  await makeReady(routes, path, client);
  const handler = createStaticHandler(routes);
  const context = await handler.query(new Request(`https://prerender.invalid${path}`));
  if (context instanceof Response) throw new Error(`${path} answers ${context.status} instead of a page`);
  return renderToString(
    <StrictMode>
      <QueryClientProvider client={client}>
        <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** The pages that say the same to everybody: the front page and what is written for people to read. */
export const prerender = (): Promise<readonly Prerendered[]> =>
  Promise.all(["/", ...documents.map((slug) => `/info/${slug}`)].map(async (path) => ({ path, title: await titleOf(path), html: await draw(path) })));
