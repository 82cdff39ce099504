/// <reference lib="dom" />
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { matchPath } from "react-router";
import { pages } from "../../../packages/web/src/routes.ts";
import type { Watch } from "./browser.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Each check returns what is wrong, in words; an empty list is a pass.

/** G1: no console error, no refused script or style, no failed request to ourselves, no other host. */
export const quiet = (watch: Watch): string[] => [...watch.problems];

/** Which rules of axe: all of them, or those on colours, the only ones whose finding may differ between two themes of one screen. */
export type Rules = "all" | "colours";

/** G2: no finding of axe in the current theme, however slight: a score of 100. */
export async function accessible(page: Page, rules: Rules = "all"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  return page.evaluate(async (chosen) => {
    const axe: unknown = Reflect.get(window, "axe");
    if (typeof axe !== "object" || axe === null) return ["axe did not load"];
    const run: unknown = Reflect.get(axe, "run");
    if (typeof run !== "function") return ["axe cannot run"];
    const { violations } = await run.call(axe, document, {
      resultTypes: ["violations"],
      ...(chosen === "colours" ? { runOnly: ["color-contrast", "link-in-text-block"] } : {}),
    });
    return violations.map(
      (one: { id: string; help: string; nodes: { target: string[] }[] }) =>
        `${one.id}: ${one.help} (${one.nodes
          .map((node) => node.target.join(" "))
          .slice(0, 3)
          .join("; ")})`,
    );
  }, rules);
}

/** G3: nothing is wider than the screen. */
export const fits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 1).slice(0, 3);
    return [
      `${scrollWidth} px wide on ${clientWidth}: ${wide.map((one) => `${one.tagName.toLowerCase()} "${one.textContent?.slice(0, 30)}"`).join("; ")}`,
    ];
  });

/** Addresses that are files, not pages. */
const served = ["/media/", "/api/openapi.json"];

/** G4: every link leads to a page of the table, or to a part of this page. */
export async function linked(page: Page): Promise<string[]> {
  const links = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((link) => ({
      href: link.href,
      raw: link.getAttribute("href") ?? "",
      anchored: link.hash === "" || document.getElementById(decodeURIComponent(link.hash.slice(1))) !== null,
    })),
  );
  const here = new URL(page.url());
  return links.flatMap(({ href, raw, anchored }) => {
    const url = new URL(href);
    if (url.origin !== here.origin) return /^(?:https|mailto|tel):/u.test(href) ? [] : [`odd link ${raw}`];
    if (url.pathname === here.pathname && url.hash !== "") return anchored ? [] : [`${raw} points at nothing on this page`];
    return pages.some((one) => matchPath(one.path, url.pathname)) || served.some((start) => url.pathname.startsWith(start))
      ? []
      : [`${raw} leads to no page`];
  });
}

/** G5: one h1, a title that says more than the product's name, a main landmark, a skip link that skips. */
export async function outlined(page: Page): Promise<string[]> {
  const problems = await page.evaluate(() => {
    const found: string[] = [];
    const titles = document.querySelectorAll("h1").length;
    if (titles !== 1) found.push(`${titles} h1 elements`);
    if (document.querySelectorAll("main").length !== 1) found.push("not exactly one main landmark");
    if (!/^.+ · SleekApp$/u.test(document.title)) found.push(`title "${document.title}"`);
    return found;
  });
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement?.textContent ?? "");
  if (first !== "Skip to content") return [...problems, `the first stop of the keyboard is "${first}"`];
  await page.keyboard.press("Enter");
  const inMain = await page.evaluate(
    () => document.activeElement?.id === "main" || document.querySelector("main")?.contains(document.activeElement) === true,
  );
  return inMain ? problems : [...problems, "the skip link does not move the focus into main"];
}

/** G5: after a click on a link the focus is at the new page's h1. */
export async function focusMoves(page: Page): Promise<string[]> {
  const here = new URL(page.url()).pathname;
  const link = page
    .locator(`main a[href^="/"]:not([href="${here}"]):not([href*="#"]), nav a[href^="/"]:not([href="${here}"])`)
    .filter({ visible: true })
    .first();
  if ((await link.count()) === 0) return [];
  const to = await link.getAttribute("href");
  await link.click();
  await page.waitForURL((url) => url.pathname !== here);
  await page.locator("main h1").first().waitFor();
  // The focus follows when the new page has been drawn, which takes a busy machine a moment.
  await page
    .waitForFunction(() => ["H1", "MAIN"].includes(document.activeElement?.tagName ?? ""), undefined, { timeout: 3_000 })
    .catch(() => undefined);
  const focused = await page.evaluate(() => document.activeElement?.tagName ?? "nothing");
  return focused === "H1" || focused === "MAIN" ? [] : [`after going to ${to} the focus is on ${focused}`];
}

/** G6: the keyboard reaches everything that can be used, and shows where it is. */
export async function keyboardReaches(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(() => {
    const usable = "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex='0']";
    const all = [...document.querySelectorAll<HTMLElement>(usable)].filter(
      (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && one.tabIndex >= 0,
    );
    // A group of radios is one stop.
    const stops = all.filter((one) => !(one instanceof HTMLInputElement && one.type === "radio" && !one.checked));
    stops.forEach((one, index) => one.setAttribute("data-stop", String(index)));
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return stops.map((one) => one.getAttribute("aria-label") ?? one.textContent?.trim().slice(0, 40) ?? one.tagName);
  });
  // Stops inside a provider's own form are passed on the way; the form answers for them.
  const inside = await page.evaluate(
    () => [...document.querySelectorAll("*")].flatMap((one) => [...(one.shadowRoot?.querySelectorAll("input, button") ?? [])]).length,
  );
  const seen = new Set<number>();
  const hidden: string[] = [];
  for (let press = 0; press < wanted.length + inside + 5; press += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      if (!(one instanceof HTMLElement)) return undefined;
      const shown = [one, one.parentElement, one.closest("label"), one.closest(".relative")].some(
        (part) => part && Number.parseFloat(getComputedStyle(part).outlineWidth) > 0 && getComputedStyle(part).outlineStyle !== "none",
      );
      return { stop: one.getAttribute("data-stop"), shown };
    });
    if (!at?.stop) continue;
    seen.add(Number(at.stop));
    if (!at.shown) hidden.push(`no visible focus on "${wanted[Number(at.stop)]}"`);
  }
  return [...wanted.filter((_name, index) => !seen.has(index)).map((name) => `the keyboard does not reach "${name}"`), ...hidden];
}
