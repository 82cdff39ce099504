import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Brief } from "@sleekapp/core/pricing/model";
import { currentBook, price } from "@sleekapp/core/pricing/rules";
import type { QuoteView } from "@sleekapp/core/quote/view";
import type { Bodies } from "./support/example.ts";
import { openBrowser, openPage, visit } from "./support/browser.ts";
import { accessible, quiet } from "./support/checks.ts";
import { cardigan, found, listing, tracked } from "./support/examples/visitor.ts";
import { type Site, openSite } from "./support/site.ts";

// What the public pages promise beyond the checks of every page.

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

const open = async (path: string, view: { readonly bodies?: Bodies; readonly width?: 390 | 1366; readonly who?: "buyer" } = {}) => {
  const { bodies = {}, ...rest } = view;
  const opened = await openPage(browser, site.origin, { ...rest, answers: { bodies } });
  await visit(opened.page, site.origin + path);
  return opened;
};

const refuse = (route: Route, status: number, error: Readonly<Record<string, unknown>>) =>
  route.fulfill({ status, json: { error: { message: "No", requestId: "req-test-refused", docs: "/info/errors", ...error } } });

const quoteId = "quo_01m7zrzqkf0000000000000007";
const claim = "a-claim-secret-of-the-test";

function quoteOf(raw: unknown): QuoteView {
  const brief = Brief.parse(raw);
  const priced = price(brief, currentBook);
  const { total } = priced;
  const deposit = { amount: Math.round(total.amount * 0.3), currency: total.currency };
  return {
    quoteId,
    title: `${brief.quantity} Hoodies`,
    quantity: brief.quantity,
    total,
    status: "priced",
    isExpired: false,
    revision: 1,
    validUntil: "2099-12-31T23:59:59.999Z",
    createdAt: "2026-11-25T10:00:00.000Z",
    brief,
    priced,
    deposit,
    balance: { amount: total.amount - deposit.amount, currency: total.currency },
  };
}

const brief = { garmentType: "hoodie", quantity: 207, fabric: "fleece", complexity: "medium" };
const range = (page: Page) => page.getByText(/^US\$[\d,.]+ to US\$[\d,.]+$/u);

async function toContact(page: Page): Promise<void> {
  await page.getByLabel(/^Medium/u).check();
  await page.getByRole("button", { name: /^Next/u }).click();
  await page.getByLabel("Fabric", { exact: true }).selectOption("fleece");
  await page.getByRole("button", { name: /^Next/u }).click();
  await page.getByRole("button", { name: /^Next/u }).click();
  await page.getByRole("heading", { name: "Contact" }).waitFor();
}

describe("a quote", () => {
  test("has a range before any address is asked for; it changes with the quantity, and a refresh keeps what was typed", async () => {
    const { page, watch, close } = await open("/quote?product=hoodie&quantity=207");

    const first = await range(page).textContent();
    await page.getByLabel("Pieces").fill("900");
    const second = await range(page).textContent();
    await page.getByLabel(/^Complex/u).check();
    await page.reload();

    expect(new Set([first, second]).size).toBe(2);
    expect(await page.getByLabel("Pieces").inputValue()).toBe("900");
    expect(await page.getByLabel(/^Complex/u).isChecked()).toBe(true);
    expect(watch.requests).toEqual([]);
    await close();
  });

  test("is made once for a proven address whatever is clicked twice; its lines add up; its secret stands in no address", async () => {
    const bodies = {
      "POST /v1/guest/codes": { challengeId: "chl_1", resendAfter: 60 },
      "POST /v1/guest/codes/chl_1/answer": { proof: "proof.of.test", email: "ada@example.test", expiresAt: "2099-01-01T00:00:00.000Z" },
      "POST /v1/guest/quotes": { quote: quoteOf(brief), claim },
      [`GET /v1/guest/quotes/${quoteId}`]: quoteOf(brief),
    };
    const { page, watch, close } = await open("/quote?product=hoodie&quantity=207", { bodies });
    const claims: (string | undefined)[] = [];
    page.on("request", (request) => request.url().includes("/guest/quotes/") && claims.push(request.headers()["x-claim"]));

    await toContact(page);
    await page.getByLabel("E-mail address").fill("ada@example.test");
    await page.getByRole("button", { name: "Send the code" }).dblclick();
    const code = page.getByLabel("Code from the mail");
    await code.fill("123456");
    await page.getByText("Total for 207 pieces").waitFor();
    const cents = await page
      .getByRole("region", { name: "Price" })
      .locator("table tr td")
      .evaluateAll((cells) =>
        cells.map((cell) => {
          const text = cell.textContent ?? "";
          return Math.round(Number(text.replaceAll(/[^\d.]/gu, "")) * 100) * (text.startsWith("−") ? -1 : 1);
        }),
      );

    expect(watch.requests.filter((one) => one.startsWith("POST"))).toEqual([
      "POST /v1/guest/codes",
      "POST /v1/guest/codes/chl_1/answer",
      "POST /v1/guest/quotes",
    ]);
    expect(cents.slice(0, -1).reduce((sum, line) => sum + line, 0)).toBe(cents.at(-1));
    expect(cents.at(-1)).toBe(quoteOf(brief).total.amount);
    expect(new URL(page.url()).search).toBe(`?id=${quoteId}`);
    expect(watch.requests.join()).not.toContain(claim);
    expect(new Set(claims)).toEqual(new Set([claim]));
    expect(await page.getByRole("link", { name: "Accept" }).getAttribute("href")).toBe(
      `/sign-up?next=${encodeURIComponent(`/app/quotes/${quoteId}`)}`,
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect([...(await accessible(page)), ...quiet(watch)]).toEqual([]);
    await page.reload();
    await page.getByText("Total for 207 pieces").waitFor();
    await close();
  });

  test("counts the tries of a code, locks it after the fifth and lets a new one wait a minute", async () => {
    const bodies = { "POST /v1/guest/codes": { challengeId: "chl_1", resendAfter: 60 } };
    const { page, close } = await open("/quote?product=hoodie&quantity=207", { bodies });
    let left = 5;
    await page.route("**/answer", (route) => {
      left -= 1;
      return refuse(route, 400, { code: "code.wrong", details: { triesLeft: left } });
    });

    await toContact(page);
    await page.getByLabel("E-mail address").fill("ada@example.test");
    await page.getByRole("button", { name: "Send the code" }).click();
    const code = page.getByLabel("Code from the mail");
    const said: string[] = [];
    for (const words of ["4 tries left", "3 tries left", "2 tries left", "1 try left", "does not work any more"]) {
      await code.fill("111111");
      await page.getByText(words).waitFor();
      said.push(words);
    }

    expect(said).toHaveLength(5);
    expect(await code.isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: /^New code in \d+ s$/u }).isDisabled()).toBe(true);
    await close();
  });

  test("asks a signed-in buyer for no code", async () => {
    const bodies = { "POST /v1/quotes": { quote: quoteOf(brief) }, [`GET /v1/quotes/${quoteId}`]: quoteOf(brief) };
    const { page, watch, close } = await open("/quote?product=hoodie&quantity=207", { bodies, who: "buyer" });

    await toContact(page);
    await page.getByRole("button", { name: "Get the itemised quote" }).dblclick();
    await page.getByText("Total for 207 pieces").waitFor();

    expect(watch.requests.filter((one) => one.startsWith("POST"))).toEqual(["POST /v1/quotes"]);
    expect(await page.getByRole("link", { name: "Accept" }).getAttribute("href")).toBe(`/app/quotes/${quoteId}`);
    await close();
  });
});

describe("the catalogue", () => {
  const bodies = {
    "GET /v1/public/products": found,
    "GET /v1/public/products?q=merino&limit=24": { ...found, items: [cardigan], total: 1, nextCursor: undefined },
    "GET /v1/public/products?limit=24&cursor=2": {
      ...found,
      items: [{ ...cardigan, productId: "prd_9", title: "A third one" }],
      nextCursor: undefined,
    },
  };

  test("typing changes the results and the address, and a reload keeps both", async () => {
    const { page, close } = await open("/catalog", { bodies });

    await page.getByRole("searchbox").fill("merino");
    await page.getByText("1 product", { exact: true }).first().waitFor();
    await page.reload();
    await page.getByText("1 product", { exact: true }).first().waitFor();

    expect(new URL(page.url()).search).toBe("?q=merino");
    expect(await page.getByRole("article").count()).toBe(1);
    await close();
  });

  test("load more appends, and the keyboard goes on from where it was", async () => {
    const { page, close } = await open("/catalog", { bodies });

    await page.getByRole("button", { name: "Load more" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "A third one" }).waitFor();
    await page.getByRole("button", { name: "Load more" }).waitFor({ state: "detached" });
    await page.waitForTimeout(50);

    expect(await page.getByRole("article").count()).toBe(3);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("3 of 53 products");
    await close();
  });
});

describe("the catalogue's filters", () => {
  const only = (total: number, items = [cardigan]) => ({ ...found, items, total, nextCursor: undefined });
  const bodies = {
    "GET /v1/public/products": found,
    "GET /v1/public/products?colour=navy&limit=24": only(41),
    "GET /v1/public/products?colour=navy&gsm=from-280&limit=24": only(29),
    "GET /v1/public/products?gsm=from-280&colour=navy&limit=24": only(29),
    "GET /v1/public/products?quantity=600&maxPrice=1550&limit=24": only(7),
    "GET /v1/public/products?supplier=gone&size=zz&limit=24": only(0, []),
    "GET /v1/public/products?size=zz&supplier=gone&limit=24": only(0, []),
  };

  test("each count is the number of results it gives, what is chosen stands in the address and can be taken off", async () => {
    const { page, close } = await open("/catalog", { bodies });

    await page.getByRole("checkbox", { name: "Navy (41)" }).check();
    await page.getByText("41 products", { exact: true }).first().waitFor();
    await page.getByRole("checkbox", { name: "280 to 349 gsm (29)" }).check();
    await page.getByText("29 products", { exact: true }).first().waitFor();
    expect(new URL(page.url()).search).toBe("?colour=navy&gsm=from-280");
    await page.reload();
    await page.getByRole("button", { name: "Take off Cloth weight: 280 to 349 gsm" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("41 products", { exact: true }).first().waitFor();

    expect(new URL(page.url()).search).toBe("?colour=navy");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Take off Colour: Navy");
    await close();
  });

  test("the pieces that are needed and the price go together", async () => {
    const { page, close } = await open("/catalog", { bodies });

    await page.getByLabel("Pieces you need").fill("600");
    await page.getByLabel("Price a piece, up to").fill("15.5");
    await page.keyboard.press("Enter");
    await page.getByText("7 products", { exact: true }).first().waitFor();

    expect(new URL(page.url()).search).toBe("?quantity=600&maxPrice=1550");
    expect(await page.getByRole("list", { name: "Chosen filters" }).getByRole("button").allTextContents()).toEqual([
      "Take off For 600 pieces",
      "Take off Up to US$15.50",
      "Clear all",
    ]);
    await close();
  });

  test("when nothing is left, what was chosen last is offered to be taken off", async () => {
    const { page, close } = await open("/catalog?supplier=gone&size=zz", { bodies });

    await page.getByText("Nothing has all of that").waitFor();

    expect(await page.getByRole("button", { name: "Take off “Size: zz”" }).count()).toBe(1);
    await close();
  });

  test("on a phone they are a sheet that says what they leave", async () => {
    const { page, close } = await open("/catalog", { bodies });
    await page.setViewportSize({ width: 390, height: 844 });

    await page.getByRole("button", { name: "Filters", exact: true }).click();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await sheet.getByRole("checkbox", { name: "Navy (41)" }).check();
    await sheet.getByRole("button", { name: "Show 41 products" }).click();

    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Filters (1)" }).count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await close();
  });
});

describe("a listing", () => {
  const bodies = { "GET /v1/public/products": found, [`GET /v1/public/products/${listing.slug}`]: listing };

  test("shows the price of the break that is reached, and below the smallest run the rule and no price", async () => {
    const { page, close } = await open(`/catalog/${listing.slug}`, { bodies });
    const shown = page.locator("main").getByRole("status").filter({ hasText: "per piece" });

    await page.getByLabel("Pieces").fill("300");
    const atBreak = await shown.textContent();
    await page.getByLabel("Pieces").fill("20");
    await page.getByText("The smallest run of this one is 137 pieces.").waitFor();

    expect(atBreak).toContain("US$38.91");
    expect(await shown.count()).toBe(0);
    expect(await page.getByRole("link", { name: "Quote this" }).getAttribute("href")).toContain("product=cardigan&quantity=137");
    await close();
  });

  test("can be looked at with the arrow keys, and tells search engines of no rating", async () => {
    const { page, close } = await open(`/catalog/${listing.slug}`, { bodies });

    await page.getByRole("button", { name: /^Picture 1 of 3/u }).focus();
    await page.keyboard.press("ArrowRight");
    const data = await page.locator('script[type="application/ld+json"]').textContent();

    expect(await page.getByRole("button", { name: /^Picture 2 of 3/u }).getAttribute("aria-pressed")).toBe("true");
    expect(
      await page
        .getByRole("region", { name: /^Pictures/u })
        .getByRole("img")
        .first()
        .getAttribute("alt"),
    ).toBe("The cardigan from behind");
    expect(data).toContain('"lowPrice":"35.47"');
    expect(data).not.toMatch(/rating|review/iu);
    await close();
  });

  test("that does not exist is a page that is not found", async () => {
    const { page, close } = await open("/catalog/nothing-here");

    expect(await page.title()).toBe("Page not found · SleekApp");
    expect(await page.locator('meta[name="robots"]').getAttribute("content")).toBe("noindex");
    await close();
  });
});

describe("a tracking link", () => {
  const path = `/track#o=${tracked.orderNumber}&t=the-token-of-the-test`;
  const bodies = { [`GET /v1/guest/tracking/${tracked.orderNumber}`]: tracked };

  test("sends its token in a header and nowhere else", async () => {
    const opened = await openPage(browser, site.origin, { answers: { bodies } });
    const urls: string[] = [];
    const tokens: (string | undefined)[] = [];
    opened.page.on("request", (request) => {
      urls.push(request.url().split("#")[0] ?? "");
      if (request.url().includes("/v1/")) tokens.push(request.headers()["x-tracking-token"]);
    });

    await visit(opened.page, site.origin + path);

    expect(urls.join()).not.toContain("the-token-of-the-test");
    expect(tokens).toEqual(["the-token-of-the-test"]);
    await opened.close();
  });

  test("shows no price, fits on a small phone and prints on one page", async () => {
    const { page, close } = await openPage(browser, site.origin, { answers: { bodies } });
    await page.setViewportSize({ width: 320, height: 640 });
    await visit(page, site.origin + path);

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
