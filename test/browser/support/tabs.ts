/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type Answers, answerTo, drawing, type Who, webConfig } from "./answers.ts";
import { heights, type Opened, type Screen, signIn, watchPage } from "./browser.ts";
import { type Api, openSite, type Site } from "./site.ts";
import { type Provider, serveStripe } from "./stripe.ts";

export type Visitor = {
  readonly who?: Who | undefined;
  readonly answers?: Answers;
  readonly provider?: Provider | undefined;
  readonly screen?: Screen;
};
/** A tab while it is somebody's; its site is its own, and so are the answers of the API there. */
export type Lent = Opened & { readonly origin: string };

/**
 * Tabs to look at one page after another. A new context costs more than most of what is looked at in it, and a page whose
 * requests are caught is kept from the browser's cache; so a tab is used again, with its storage cleared, and the API answers
 * on the site itself.
 */
export type Tabs = { readonly open: (visitor?: Visitor) => Promise<Lent>; readonly close: () => Promise<void> };

type Tab = { readonly who: Who | undefined; readonly page: Page; readonly context: BrowserContext; readonly site: Site; answers: Answers };

const json = (status: number, body: unknown) => ({ status, type: "application/json", body: JSON.stringify(body) });

async function newTab(browser: Browser, who: Who | undefined): Promise<Tab> {
  const current: { tab?: Tab } = {};
  const api: Api = (method, url) => {
    if (url.pathname === "/config.json") return Promise.resolve(json(200, webConfig));
    // A browser asks for it beside a text, such as the one a tab is cleared at, and says so in the console of whatever comes next.
    if (url.pathname === "/favicon.ico") return Promise.resolve({ status: 200, type: "image/svg+xml", body: drawing });
    if (url.pathname.startsWith("/media/")) return Promise.resolve({ status: 200, type: "image/svg+xml", body: drawing });
    if (!url.pathname.startsWith("/v1/")) return undefined;
    return answerTo({ method, url }, who, current.tab?.answers).then(({ status, json: body }) => json(status, body));
  };
  const [site, context] = await Promise.all([openSite(api), browser.newContext()]);
  if (who) await signIn(context, who);
  const tab: Tab = { who, page: await context.newPage(), context, site, answers: {} };
  current.tab = tab;
  return tab;
}

/** Makes a used tab as good as new: nothing is left of who used it before. */
async function clear({ page, context, site }: Tab, [width, colorScheme]: Screen): Promise<void> {
  page.removeAllListeners();
  await Promise.all(
    context
      .pages()
      .filter((other) => other !== page)
      .map((other) => other.close()),
  );
  await Promise.all([context.unrouteAll(), page.unrouteAll()]);
  await context.clearCookies();
  await page.goto(`${site.origin}/robots.txt`);
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
  });
  await page.setViewportSize({ width, height: heights[width] });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}

const wideAndLight: Screen = [1366, "light"];

/** Lends tabs of this browser, as many as are asked for at the same time. */
export function openTabs(browser: Browser): Tabs {
  const all: Tab[] = [];
  const free: Tab[] = [];
  const take = async (who: Who | undefined): Promise<Tab> => {
    const at = free.findIndex((tab) => tab.who === who);
    const [known] = at < 0 ? [] : free.splice(at, 1);
    const tab = known ?? (await newTab(browser, who));
    if (!known) all.push(tab);
    return tab;
  };
  return {
    open: async ({ who, answers = {}, provider, screen = wideAndLight } = {}) => {
      const tab = await take(who);
      tab.answers = {};
      await clear(tab, screen);
      tab.answers = answers;
      const { page, context, site } = tab;
      if (provider) await serveStripe(context, site.origin, provider);
      const watch = watchPage(page, site.origin);
      return { page, context, watch, origin: site.origin, close: async () => void free.push(tab) };
    },
    close: async () => {
      await Promise.all(all.map(({ site }) => site.stop()));
    },
  };
}
