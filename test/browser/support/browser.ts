import { chromiumFlags, findChromium } from "@sleekapp/local/engines/chromium";
import { type Browser, type BrowserContext, type Page, chromium } from "playwright-core";
import { type Answers, type Who, answer, drawing, storedSession, webConfig } from "./answers.ts";
import { type Provider, serveStripe } from "./stripe.ts";

/** No name leads anywhere, so that no page of a test can ask somebody outside. */
const onlyHere = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

/** The system's Chromium; `CHROMIUM` names another one. Throws with what to install when there is none. */
export async function openBrowser(): Promise<Browser> {
  const found = findChromium();
  if (!found.ok) throw new Error(`${found.reason} Install it with: ${found.install}`);
  return chromium.launch({ executablePath: found.command, args: [...chromiumFlags, onlyHere] });
}

/** Stripe's script may be asked for by the pay page and by no other. */
const mayAsk = (url: URL, page: Page): boolean => url.host === "js.stripe.com" && new URL(page.url()).pathname.endsWith("/pay");

export type View = { readonly width?: 390 | 1366; readonly scheme?: "light" | "dark"; readonly who?: Who; readonly provider?: Provider };

/** What a page did that it should not have: console errors, refused scripts, failed requests of our own. */
export type Watch = { readonly problems: string[]; readonly requests: string[] };

export type Opened = { readonly page: Page; readonly context: BrowserContext; readonly watch: Watch; readonly close: () => Promise<void> };

/** A width and a theme in which a page is looked at. */
export type Screen = readonly [width: 390 | 1366, scheme: "light" | "dark"];

export const heights = { 390: 844, 1366: 768 } as const;

/** Notes from now on what a page does. */
export function watchPage(page: Page, origin: string): Watch {
  const watch: Watch = { problems: [], requests: [] };
  page.on("console", (message) => {
    if (message.type() === "error") watch.problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => watch.problems.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.startsWith("/v1/")) watch.requests.push(`${request.method()} ${url.pathname}${url.search}`);
    else if (url.origin !== origin && url.protocol.startsWith("http") && !mayAsk(url, page))
      watch.problems.push(`request to another host: ${url.origin}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.url().startsWith(origin))
      watch.problems.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return watch;
}

/** Has somebody signed in on every page of the context. */
export const signIn = (context: BrowserContext, who: Who): Promise<unknown> =>
  context.addInitScript((session) => Object.entries(session).forEach(([key, value]) => sessionStorage.setItem(key, value)), storedSession(who));

/** A page in its own context, with the API answered from `answers` and somebody signed in when `who` is given. */
export async function openPage(browser: Browser, origin: string, view: View & { readonly answers?: Answers } = {}): Promise<Opened> {
  const width = view.width ?? 1366;
  const context = await browser.newContext({
    viewport: { width, height: heights[width] },
    colorScheme: view.scheme ?? "light",
    reducedMotion: "reduce",
  });
  await context.route("**/config.json", (route) => route.fulfill({ json: webConfig }));
  await context.route(`${origin}/media/**`, (route) => route.fulfill({ contentType: "image/svg+xml", body: drawing }));
  await serveStripe(context, origin, view.provider);
  await context.route(`${origin}/v1/**`, (route) => answer(route, view.who, view.answers));
  if (view.who) await signIn(context, view.who);
  const page = await context.newPage();
  return { page, context, watch: watchPage(page, origin), close: () => context.close() };
}

/** Shows the same page on another screen or in another theme, without loading it again. */
export async function look(page: Page, width: 390 | 1366, colorScheme: "light" | "dark"): Promise<void> {
  await page.setViewportSize({ width, height: heights[width] });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  // What cannot read our variables is told the theme by script, which takes a frame or two.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))));
}

const SETTLED_WITHIN_MS = 30_000;

/**
 * Waits until the page has said what it is and its reads have ended. Asked in one go inside the page: each waiting of the
 * browser's driver costs a loaded page more than it costs to draw it.
 */
export async function settled(page: Page): Promise<void> {
  const missing = await page
    .evaluate(async (limit) => {
      const isShown = (one: Element | null) => one !== null && one.checkVisibility();
      // A prerendered page can be read before React has taken it over, but does not answer yet.
      const isTaken = () => Object.keys(document.querySelector("#root") ?? {}).some((key) => key.startsWith("__reactContainer"));
      const lacks = () => [
        ...(isShown(document.querySelector("main h1")) ? [] : ["a title in main"]),
        ...(document.querySelector("[aria-busy=true]") === null ? [] : ["the end of its reads"]),
        ...(document.title === "SleekApp" ? ["a name"] : []),
        ...(isTaken() ? [] : ["React"]),
      ];
      const until = performance.now() + limit;
      while (lacks().length > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 25));
      return lacks();
    }, SETTLED_WITHIN_MS)
    .catch((error: unknown) => {
      // Asked while the page is on its way elsewhere.
      if (error instanceof Error && error.message.includes("context was destroyed")) return undefined;
      throw error;
    });
  if (missing === undefined) return settled(page);
  if (missing.length > 0) throw new Error(`${page.url()} still lacks ${missing.join(", ")}`);
}

/** Goes to an address as a link of the application does; to load it again takes most of the time of many a check. */
export const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }, path);

/** Goes to an address and waits until the page there has settled. */
export async function visit(page: Page, url: string): Promise<void> {
  // To the same address with a fragment a browser only scrolls; here it means a fresh page.
  if (url.includes("#")) await page.goto("about:blank");
  await page.goto(url);
  await settled(page);
}
