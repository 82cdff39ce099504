import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Opened, openBrowser, openPage, visit } from "./browser.ts";
import { openSite, type Site } from "./site.ts";

type View = Parameters<typeof openPage>[2];

/** The built application and a browser to open it in, there for the tests of one file. */
export function useSite(): {
  readonly origin: string;
  readonly open: (view?: View) => Promise<Opened>;
  /** Opens it at a path and waits until the page there has settled. */
  readonly openAt: (path: string, view?: View) => Promise<Opened>;
} {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  const open = (view?: View) => openPage(browser, site.origin, view);
  return {
    get origin() {
      return site.origin;
    },
    open,
    openAt: async (path, view) => {
      const opened = await open(view);
      await visit(opened.page, site.origin + path);
      return opened;
    },
  };
}
