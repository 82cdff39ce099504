import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { behaves, openFor, type Opened } from "./behaviour.ts";
import { look, openBrowser, type Screen } from "./browser.ts";
import { accessible, fits, focusMoves, keyboardReaches, linked, outlined, quiet, type Rules } from "./checks.ts";
import { type Guards, openGuards } from "./guards.ts";
import { sourced } from "./numbers.ts";
import { type Tabs, openTabs } from "./tabs.ts";
import { type Target, targets } from "./targets.ts";

let tabs: Tabs;
let guards: Guards;
let browser: Browser;
const shots = join(import.meta.dirname, "../../../.local/screenshots");
/** Pictures are for people who look at them: `npm test` takes none. */
const isShooting = process.env["SLEEKAPP_PICTURES"] !== "none";
const titles = new Map<string, string>();

const nameOf = (target: Target): string => [target.path, target.who && `as ${target.who}`, target.state].filter(Boolean).join(" ");

type Look = readonly [...screen: Screen, rules: Rules];
type Looks = readonly [Look, ...Look[]];

const everyScreen: Looks = [
  [1366, "light", "all"],
  [1366, "dark", "colours"],
  [390, "dark", "all"],
  [390, "light", "colours"],
];
const eachOnce: Looks = [
  [1366, "light", "all"],
  [390, "dark", "all"],
];
const phone = (scheme: "light" | "dark"): Looks => [[390, scheme, "all"]];

/**
 * A page is looked at in each width and each theme once, and in its further states on a phone alone, every other one in the dark. The
 * deep run, and whoever takes pictures, looks at all of them on every screen.
 */
function looksOf({ first }: Target, index: number): Looks {
  if (isShooting || process.env["PROPERTY_SCALE"]) return everyScreen;
  return first ? eachOnce : phone(index % 2 === 0 ? "dark" : "light");
}

/** Declares the checks that every page must pass, for the pages of one part; the parts are files, so that they run side by side. */
export function checkPages(isPart: (path: string) => boolean): void {
  const chosen = targets()
    .filter((target) => isPart(target.page.path))
    .map((target, index) => ({ ...target, name: nameOf(target), looks: looksOf(target, index) }));

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    browser = await openBrowser();
    tabs = openTabs(browser);
    guards = openGuards(tabs);
  });
  afterAll(async () => {
    await browser.close();
    await tabs.close();
  });

  describe.each(chosen)("$name", (target) => {
    const [[firstWidth, firstScheme]] = target.looks;
    let opened: Opened;
    beforeAll(async () => {
      opened = await openFor(tabs, target, [firstWidth, firstScheme]);
    });
    afterAll(() => opened.close());

    test("is quiet, accessible and fits the screen; its links, title and numbers are true", async () => {
      const { page, watch } = opened;

      const problems: string[] = [];
      for (const [index, [width, scheme, rules]] of target.looks.entries()) {
        if (index > 0) await look(page, width, scheme);
        problems.push(...[...(await accessible(page, rules)), ...(await fits(page))].map((problem) => `${width} ${scheme}: ${problem}`));
        if (isShooting)
          await page.screenshot({ path: join(shots, `${target.name.replaceAll(/\W+/gu, "_")}-${width}-${scheme}.png`), fullPage: true });
      }
      problems.push(...quiet(watch), ...(await linked(page)), ...(await sourced(page, target.bodies)), ...(await outlined(page)));
      const title = await page.title();
      // The same page with another tab or filter is the same page.
      const address = new URL(target.path, "http://site").pathname;
      const twin = titles.get(title) ?? address;
      titles.set(title, address);

      expect(problems).toEqual([]);
      expect(twin).toBe(address);
    });

    if (!target.first) return;

    test("can be used with the keyboard, and focus follows a navigation", async () => {
      const { page } = opened;
      await look(page, 1366, "light");

      const problems = [...(await keyboardReaches(page)), ...(await focusMoves(page))];

      expect(problems).toEqual([]);
    });

    test("bears slow, failed and empty answers, keeps its state, has no dead button, and is shown only to whom it is for", async () => {
      await look(opened.page, 1366, "light");

      const problems = [...(await behaves(opened)), ...(await guards.check(target))];

      expect(problems).toEqual([]);
    }, 120_000);
  });
}
