import { describe, expect, test } from "vitest";
import type { Bodies } from "./support/example.ts";
import { visit } from "./support/browser.ts";
import { cardigan, found, tracked } from "./support/examples/visitor.ts";
import { useSite } from "./support/use-site.ts";

// What the other public pages promise beyond the checks of every page.

const app = useSite();

const open = (path: string, { bodies = {}, ...view }: { readonly bodies?: Bodies; readonly width?: 390 | 1366; readonly who?: "buyer" } = {}) =>
  app.openAt(path, { ...view, answers: { bodies } });

describe("a tracking link", () => {
  const path = `/track#o=${tracked.orderNumber}&t=the-token-of-the-test`;
  const bodies = { [`GET /v1/guest/tracking/${tracked.orderNumber}`]: tracked };

  test("sends its token in a header and nowhere else", async () => {
    const opened = await app.open({ answers: { bodies } });
    const urls: string[] = [];
    const tokens: (string | undefined)[] = [];
    opened.page.on("request", (request) => {
      urls.push(request.url().split("#")[0] ?? "");
      if (request.url().includes("/v1/")) tokens.push(request.headers()["x-tracking-token"]);
    });

    await visit(opened.page, app.origin + path);

    expect(urls.join()).not.toContain("the-token-of-the-test");
    expect(tokens).toEqual(["the-token-of-the-test"]);
    await opened.close();
  });

  test("shows no price, fits on a small phone and prints on one page", async () => {
    const { page, close } = await app.open({ answers: { bodies } });
    await page.setViewportSize({ width: 320, height: 640 });
    await visit(page, app.origin + path);

    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const paper = (await page.pdf({ format: "A4" })).toString("latin1");

    expect(wide).toBeLessThanOrEqual(0);
    expect(paper.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
    expect(await page.locator("main").innerText()).not.toMatch(/US\$|€|£/u);
    await close();
  });

  test("answers a wrong token as it answers an order that does not exist", async () => {
    const wrong = await open(path);
    const unknown = await open("/track#o=SA-0000-NOTHING0&t=the-token-of-the-test");

    const [first, second] = [await wrong.page.locator("main").innerText(), await unknown.page.locator("main").innerText()];

    expect(first).toContain("This link opens no order");
    expect(second).toBe(first);
    await Promise.all([wrong.close(), unknown.close()]);
  });
});

test.each([390, 1366] as const)("the front page at %i px is at most four screens with one primary action in the first", async (width) => {
  const items = Array.from({ length: 4 }, (_, index) => ({ ...cardigan, productId: `prd_${index}` }));
  const { page, close } = await open("/", { width, bodies: { "GET /v1/public/products": { ...found, items } } });

  const screens = await page.evaluate(() => document.documentElement.scrollHeight / window.innerHeight);
  const primary = await page
    .locator("main .bg-indigo:is(a, button)")
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().bottom < window.innerHeight).length);

  expect(screens).toBeLessThanOrEqual(4);
  expect(primary).toBe(1);
  await close();
});

test.each([
  ["/", "Clothing made to order, with every stage on record."],
  ["/info/how-it-works", "How it works"],
])("%s can be read before any script has run", async (path, words) => {
  const answer = await fetch(app.origin + path);
  const html = await answer.text();

  expect(html.slice(html.indexOf("<h1"))).toContain(words);
  expect(html).toMatch(/<title>[^<]+ · SleekApp<\/title>/);
});

test("every other address is given the empty application, which is nobody's page", async () => {
  const html = await (await fetch(`${app.origin}/catalog/anything`)).text();

  expect(html).toContain('<div id="root"></div>');
});
