import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openPage } from "./support/browser.ts";
import { type Site, openSite } from "./support/site.ts";

// Parts of the application that do not arrive: a deployment took them away, or the network did.

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

test("a page whose code does not arrive says so, and Retry shows it once it does", async () => {
  const { page, close } = await openPage(browser, site.origin);
  let isLost = true;
  await page.route(/\/assets\/track-.*\.js$/, (route) => (isLost ? route.abort() : route.fallback()));
  await page.goto(`${site.origin}/track`);
  const alert = page.getByRole("alert");

  await alert.waitFor();
  const told = await page.locator("main h1").innerText();
  isLost = false;
  await alert.getByRole("button", { name: "Retry" }).click();
  await page.waitForFunction(() => document.querySelector("main h1")?.textContent !== "Something went wrong");
  await close();

  expect(told).toBe("Something went wrong");
});
