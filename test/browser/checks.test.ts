import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./support/browser.ts";
import { accessible, fits, keyboardReaches, linked, outlined } from "./support/checks.ts";
import { sourced } from "./support/numbers.ts";

// The checks themselves: each is shown a page with the fault it is for, and one without.

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const frame = (main: string, head = "<title>A page · SleekApp</title>") =>
  `<!doctype html><html lang="en"><head>${head}</head><body><a href="#main">Skip to content</a><main id="main" tabindex="-1"><h1>Title</h1>${main}</main></body></html>`;

async function shown(html: string) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.route("http://site.test/**", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await page.goto("http://site.test/");
  return page;
}

const checks = {
  accessible,
  fits,
  linked,
  outlined,
  keyboardReaches,
  sourced: (page: Parameters<typeof sourced>[0]) => sourced(page, { price: 1234 }),
} as const;

test.each([
  ["accessible", "<button></button>", "button-name"],
  ["accessible", '<p style="color:#bbb">pale</p>', "color-contrast"],
  ["fits", '<div style="width:500px">wide</div>', "wide on 390"],
  ["linked", '<a href="/nowhere/at/all">away</a>', "leads to no page"],
  ["linked", '<a href="#missing">below</a>', "points at nothing"],
  ["outlined", "<h1>Second</h1>", "2 h1"],
  ["keyboardReaches", '<button onfocus="this.blur()">Shy</button><button>Next</button>', "Shy"],
  ["keyboardReaches", '<button style="outline:none">Unseen</button>', "no visible focus"],
  ["sourced", "<p>98712 happy customers</p>", "98712"],
] as const)("%s notices %s", async (name, html, problem) => {
  const page = await shown(frame(html));

  const problems = await checks[name](page);
  await page.close();

  expect(problems.join("\n")).toContain(problem);
});

test.each(Object.entries(checks))("%s is content with a page that has none of these faults", async (_name, check) => {
  const page = await shown(frame('<p>A price of US$12.34.</p><button style="outline:auto">Press</button><a href="/sign-in">Sign in</a>'));

  const problems = await check(page);
  await page.close();

  expect(problems).toEqual([]);
});

test("a title that is only the product's name is noticed", async () => {
  const page = await shown(frame("", "<title>SleekApp</title>"));

  const problems = await outlined(page);
  await page.close();

  expect(problems).toEqual(['title "SleekApp"']);
});
