import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import { type PageRoute, pages } from "./routes.ts";
import { Guard, PageSkeleton } from "./shell/guard.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { PublicShell } from "./shell/public-shell.tsx";
import { Root } from "./shell/root.tsx";
import { RouteError } from "./shell/route-error.tsx";
import { useTitle } from "./ui/page-header.tsx";

function RouteTitle({ title }: { readonly title: string }) {
  useTitle(title);
  return null;
}

/** A page with its guard and title; the title comes first so that the page may say it better. */
export function framed(page: PageRoute, Page: ComponentType): ComponentType {
  return function Framed() {
    return (
      <Guard audience={page.audience}>
        <RouteTitle title={page.title} />
        <Page />
      </Guard>
    );
  };
}

/**
 * A page whose code did not arrive, for its error boundary to tell. A failed `lazy` on the first visit would leave the router
 * waiting with the fallback of the frame, which is empty.
 */
const lost = (error: unknown) => ({
  Page: () => {
    throw error;
  },
});

const lostShell = (error: unknown) => ({ AppShell: lost(error).Page });

const toRoute = (page: PageRoute): RouteObject => ({
  path: page.path,
  ErrorBoundary: RouteError,
  lazy: async () => ({ Component: framed(page, (await page.load().catch(lost)).Page) }),
});

/** The frame of the signed-in pages, which a visitor does not need. */
const appShell = async () => ({ Component: (await import("./shell/app-shell.tsx").catch(lostShell)).AppShell });

const inShell = (shell: PageRoute["shell"]) => pages.filter((page) => page.shell === shell).map(toRoute);

/** The route tree: two frames under one root, unknown addresses in the public one. */
export const routeTree = (): RouteObject[] => [
  {
    Component: Root,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [
      { lazy: appShell, ErrorBoundary: RouteError, HydrateFallback: PageSkeleton, children: inShell("app") },
      { Component: PublicShell, children: [...inShell("public"), { path: "*", Component: NotFound }] },
    ],
  },
];
