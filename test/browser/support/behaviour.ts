/// <reference lib="dom" />
import type { Page } from "playwright-core";
import type { Fault } from "./answers.ts";
import { go, type Screen, settled, visit } from "./browser.ts";
import type { Lent, Tabs } from "./tabs.ts";
import type { Target } from "./targets.ts";

/** A tab of whom the target is for, with the target's answers, which go wrong as they are told. */
export type Opened = Lent & { readonly url: string; readonly fail: (fault: Fault) => void };

/** Opens the target at the size and in the theme in which it is looked at first. */
export async function openFor(tabs: Tabs, { who, bodies, path }: Target, screen: Screen): Promise<Opened> {
  let fault: Fault = {};
  const provider = path.split("?")[0]?.endsWith("/pay") ? "takes" : undefined;
  const lent = await tabs.open({ who, answers: { bodies, fault: () => fault }, provider, screen });
  const url = lent.origin + path;
  await visit(lent.page, url);
  return { ...lent, url, fail: (next) => (fault = next) };
}

/** What no page waits for: who is signed in, and the price book, in whose place the browser computes with its own copy. */
const unawaited: readonly string[] = ["GET /v1/me", "GET /v1/public/price-book"];

const reads = (requests: readonly string[]) => requests.filter((request) => request.startsWith("GET ") && !unawaited.includes(request));

/** G7, G8 and G9, in one tab: what the page does when its reads go wrong, and what its filters, tabs and buttons do. */
export async function behaves(opened: Opened): Promise<string[]> {
  const { page, url } = opened;
  const problems = await bearsFaults(opened);
  if (problems.length > 0) await visit(page, url);
  else await showAsFound(page, url);
  problems.push(...(await keepsState(page)));
  await showAsFound(page, url);
  return [...problems, ...(await alive(opened))];
}

/** Has the page as it is at this address; it is loaded again where it is elsewhere, or still says that something went wrong. */
async function showAsFound(page: Page, url: string): Promise<void> {
  if (page.url() !== url || (await page.locator("main").getByRole("alert").count()) > 0) await visit(page, url);
  else await settled(page);
}

/**
 * G7: while its reads are slow the page shows a skeleton and no spinner; when they are empty it still says what belongs here;
 * when they fail it says so with a reference and Retry recovers. Pages without reads pass at once.
 */
async function bearsFaults({ page, url, watch, fail }: Opened): Promise<string[]> {
  const looked = Promise.withResolvers<void>();
  fail({ kind: "empty", held: looked.promise });
  watch.requests.length = 0;
  try {
    // To the same address with a fragment a browser only scrolls.
    if (url.includes("#")) await page.goto("about:blank");
    await page.goto(url);
    await page.locator("main h1, main [aria-busy=true]").first().waitFor({ state: "attached" });
    const skeleton = await page.locator("main [aria-busy=true]").count();
    looked.resolve();
    await settled(page);
    if (reads(watch.requests).length === 0) return [];
    const problems = skeleton === 0 ? ["no skeleton while the reads are slow"] : [];
    if ((await page.locator("main").innerText()).trim().split("\n").length < 2) problems.push("nothing but a title when there is nothing");
    fail({ kind: "error" });
    await page.reload();
    const alert = page.locator("main").getByRole("alert").first();
    const shown = await alert.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (!shown) return [...problems, "no error is shown when a read fails"];
    if (!(await alert.innerText()).includes("req-test-500")) problems.push("the error has no reference");
    fail({});
    await alert.getByRole("button", { name: "Retry" }).click();
    await alert.waitFor({ state: "detached", timeout: 5000 }).catch(() => problems.push("Retry does not recover"));
    return problems;
  } finally {
    looked.resolve();
    fail({});
  }
}

/** G8: what a filter or tab was set to survives a reload, and Back undoes it. */
async function keepsState(page: Page): Promise<string[]> {
  const problems: string[] = [];
  const selects = page.locator("main [role=search] select");
  for (let index = 0; index < (await selects.count()); index += 1) {
    const select = selects.nth(index);
    const before = await select.inputValue();
    const values = await select.locator("option").evaluateAll((options) => options.map((option) => option.getAttribute("value") ?? ""));
    const other = values.find((value) => value !== before);
    if (other === undefined) continue;
    await select.selectOption(other);
    await page.waitForTimeout(100);
    await page.reload();
    await select.waitFor();
    if ((await select.inputValue()) !== other) problems.push(`filter ${index} is lost on reload`);
    await page.goBack();
    await select.waitFor();
    if ((await select.inputValue()) !== before) problems.push(`Back does not undo filter ${index}`);
  }
  return [...problems, ...(await keepsTab(page))];
}

async function keepsTab(page: Page): Promise<string[]> {
  const tabs = page.locator("main [role=tab]");
  if ((await tabs.count()) < 2) return [];
  const name = (await tabs.nth(1).textContent()) ?? "";
  await tabs.nth(1).click();
  await page.reload();
  await tabs.nth(1).waitFor();
  return (await tabs.nth(1).getAttribute("aria-selected")) === "true" ? [] : [`tab "${name}" is lost on reload`];
}

/** The names of the enabled buttons in view, in their order. */
const buttonNames = (page: Page): Promise<string[]> =>
  page
    .locator("css:light=button:enabled")
    .filter({ visible: true })
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? one.textContent ?? ""));

/** Counts what changes on the page from now on, without the focus. */
const startCounting = (page: Page) =>
  page.evaluate(() => {
    const changes = { count: 0 };
    Reflect.set(window, "changes", changes);
    const count = (mutations: MutationRecord[]) => (changes.count += mutations.length);
    new MutationObserver(count).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });

const counted = (page: Page) => page.evaluate(() => Number(Reflect.get(Object(Reflect.get(window, "changes")), "count"))).catch(() => 1);

/** Whether it still holds after a second in which a busy machine could have done something. */
async function staysSo(page: Page, holds: () => Promise<boolean>): Promise<boolean> {
  for (let look = 0; look < 10; look += 1) {
    if (!(await holds())) return false;
    await page.waitForTimeout(100);
  }
  return holds();
}

/** Shows the page as it was before a button was pressed: by leaving and coming back or, where that leaves traces, by loading it again. */
async function startOver(page: Page, { url, names }: { readonly url: string; readonly names: readonly string[] }): Promise<void> {
  const { pathname, search, hash } = new URL(url);
  if (new URL(page.url()).origin === new URL(url).origin) {
    await go(page, "/a-page-that-is-not-there");
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await go(page, pathname + search + hash);
    await settled(page);
    if ((await buttonNames(page)).join("|") === names.join("|") && page.url() === url) return;
  }
  await visit(page, url);
}

/** Closes a menu that a button opened, or is about to: left open it would lie over the next button. */
async function closeMenus(page: Page): Promise<void> {
  const openers = page.locator("[aria-haspopup=menu][aria-expanded=true]");
  for (let look = 0; look < 20 && (await openers.or(page.locator(":popover-open")).count()) > 0; look += 1) {
    await page.keyboard.press("Escape");
    await page.waitForTimeout(50);
  }
}

/** G9: every enabled button causes a request, a navigation, a dialog or a change on the page. */
async function alive({ page, watch, url }: Opened): Promise<string[]> {
  const isStill = async () => (await counted(page)) === 0 && page.url() === url && watch.requests.length === 0;
  const names = await buttonNames(page);
  const problems: string[] = [];
  for (const [index, name] of names.entries()) {
    // Only our own buttons: those of a provider's form are in its shadow. Where the last button led elsewhere or opened something, the page starts over.
    if ((await buttonNames(page)).join("|") !== names.join("|") || page.url() !== url) await startOver(page, { url, names });
    const button = page.locator("css:light=button:enabled").filter({ visible: true }).nth(index);
    const chosen = (await button.getAttribute("aria-pressed")) === "true" || (await button.getAttribute("aria-selected")) === "true";
    if (chosen) continue;
    watch.requests.length = 0;
    await startCounting(page);
    await button.click();
    await page.waitForTimeout(80);
    if (await staysSo(page, isStill)) problems.push(`"${name}" does nothing`);
    await closeMenus(page);
  }
  return problems;
}
