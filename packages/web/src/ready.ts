import type { QueryClient } from "@tanstack/react-query";
import { matchRoutes, type RouteObject } from "react-router";
import { documentQuery } from "./content/index.ts";

/**
 * Has everything at hand that a prerendered page is drawn with: its code, and the text of a written one. What is drawn first is then
 * what was prerendered, to the letter, here as there.
 */
export async function makeReady(routes: RouteObject[], pathname: string, client: QueryClient): Promise<void> {
  const matches = matchRoutes(routes, pathname) ?? [];
  await Promise.all(
    matches.map(async ({ route }) => {
      if (typeof route.lazy === "function") Object.assign(route, await route.lazy(), { lazy: undefined });
    }),
  );
  const slug = matches.at(-1)?.params["slug"];
  if (slug !== undefined) await client.prefetchQuery(documentQuery(slug));
}
