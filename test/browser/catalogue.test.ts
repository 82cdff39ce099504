import { describe, expect, test } from "vitest";
import type { Bodies } from "./support/example.ts";
import { cardigan, found, listing } from "./support/examples/visitor.ts";
import { useSite } from "./support/use-site.ts";

// What the catalogue, its filters and its listings promise beyond the checks of every page.

const app = useSite();

const open = (path: string, { bodies = {}, ...view }: { readonly bodies?: Bodies; readonly width?: 390 | 1366; readonly who?: "buyer" } = {}) =>
  app.openAt(path, { ...view, answers: { bodies } });

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
