import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { storedSession } from "./support/answers.ts";
import { visit } from "./support/browser.ts";
import { cardigan, tee, visitorExamples } from "./support/examples/visitor.ts";
import { useSite } from "./support/use-site.ts";

// Hearts and comparisons, by keyboard.

const app = useSite();

const bodies = { ...visitorExamples["/catalog"]?.[0]?.bodies, ...visitorExamples["/catalog/compare"]?.[0]?.bodies };
const heartOf = (page: Page, { title }: { readonly title: string }) => page.getByRole("button", { name: `Save ${title}` }).first();

/** Keeps what is saved as the API would, and notes what it was asked. */
async function keep(page: Page): Promise<{ readonly asked: string[] }> {
  const saved = new Set<string>();
  const asked: string[] = [];
  await page.route("**/v1/wishlist/saved", (route) =>
    route.fulfill({ json: { items: [...saved].map((productId) => ({ productId, listId: "wsl_01m7zrzqkf0000000000000001" })) } }),
  );
  await page.route("**/v1/wishlist/products/*", (route) => {
    const productId = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    const method = route.request().method();
    asked.push(`${method} ${productId}`);
    if (method === "PUT") saved.add(productId);
    else saved.delete(productId);
    return route.fulfill({ json: { productId, listId: "wsl_01m7zrzqkf0000000000000001" } });
  });
  return { asked };
}

test("a heart is pressed and taken back by the keyboard, says so, and is asked for beside the catalogue, once", async () => {
  const { page, watch, close } = await app.open({ who: "buyer", answers: { bodies } });
  const { asked } = await keep(page);
  await visit(page, `${app.origin}/catalog`);
  const heart = heartOf(page, cardigan);
  await expect.poll(() => watch.requests.filter((request) => request === "GET /v1/wishlist/saved")).toHaveLength(1);

  await heart.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText(`Saved “${cardigan.title}”`).waitFor();
  await expect.poll(() => heart.getAttribute("aria-pressed")).toBe("true");
  await page.keyboard.press("Space");
  await page.getByRole("status").getByText("is off your list").waitFor();

  await expect.poll(() => heart.getAttribute("aria-pressed")).toBe("false");
  expect(await heart.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(asked).toEqual([`PUT ${cardigan.productId}`, `DELETE ${cardigan.productId}`]);
  expect(watch.problems).toEqual([]);
  await close();
});

test("a heart that is refused goes back and says why", async () => {
  const { page, close } = await app.open({ who: "buyer", answers: { bodies } });
  await keep(page);
  const refusal = { code: "wishlist.full", message: "A list has room for 50 products", requestId: "req-test", docs: "" };
  await page.route("**/v1/wishlist/products/*", (route) => route.fulfill({ status: 409, json: { error: refusal } }));
  await visit(page, `${app.origin}/catalog`);

  await heartOf(page, tee).click();

  await page.getByRole("status").getByText("A list has room for 50 products").waitFor();
  await expect.poll(() => heartOf(page, tee).getAttribute("aria-pressed")).toBe("false");
  await close();
});

test("a visitor who presses a heart is led to sign in and back to the same place, and the heart is then pressed, once", async () => {
  const { page, close } = await app.open({ answers: { bodies: { ...bodies, "GET /v1/me": me } } });
  const { asked } = await keep(page);
  await visit(page, `${app.origin}/catalog?q=merino`);

  await heartOf(page, cardigan).click();
  await page.waitForURL("**/sign-in?next=%2Fcatalog%3Fq%3Dmerino");
  expect(asked).toEqual([]);
  await page.evaluate((session) => Object.entries(session).forEach(([key, value]) => sessionStorage.setItem(key, value)), storedSession("buyer"));
  await page.reload();

  await page.waitForURL("**/catalog?q=merino");
  await expect.poll(() => heartOf(page, cardigan).getAttribute("aria-pressed")).toBe("true");
  await page.reload();
  await expect.poll(() => heartOf(page, cardigan).getAttribute("aria-pressed")).toBe("true");
  expect(asked).toEqual([`PUT ${cardigan.productId}`]);
  await close();
});

test("a search that a visitor names is kept once they have signed in, under that name and once", async () => {
  const { page, close } = await app.open({ answers: { bodies: { ...bodies, "GET /v1/me": me } } });
  await keep(page);
  const sent: unknown[] = [];
  await page.route("**/v1/searches", (route) => {
    sent.push(route.request().postDataJSON());
    return route.fulfill({ status: 201, json: { searchId: "sch_01m7zrzqkf0000000000000001" } });
  });
  await visit(page, `${app.origin}/catalog?q=merino`);

  await page.getByRole("button", { name: "Save the search" }).press("Enter");
  await page.getByRole("dialog").getByLabel("Name").fill("Soft wool");
  await page.getByRole("button", { name: "Sign in and save it" }).press("Enter");
  await page.waitForURL("**/sign-in?next=%2Fcatalog%3Fq%3Dmerino");
  expect(sent).toEqual([]);
  await page.evaluate((session) => Object.entries(session).forEach(([key, value]) => sessionStorage.setItem(key, value)), storedSession("buyer"));
  await page.reload();

  await page.waitForURL("**/catalog?q=merino");
  await page.getByRole("status").getByText("The search is kept under Searches").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Save the search" }).waitFor();
  expect(sent).toEqual([{ name: "Soft wool", query: { q: "merino" }, hasAlerts: true }]);
  await close();
});

const me = {
  userId: "11111111-1111-4111-8111-111111111111",
  name: "Ada Buyer",
  orgName: "Northfold Ltd",
  orgKind: "buyer",
  memberKind: "owner",
  email: "buyer@example.test",
  locale: "en",
  orgId: "org_01k00000000000000000000buy",
  memberships: [],
};

test("two products are chosen by the keyboard and stand side by side, with what differs marked and the price of the quantity", async () => {
  const { page, watch, close } = await app.open({ width: 390, answers: { bodies } });
  await visit(page, `${app.origin}/catalog`);
  const chosen = () => new URL(page.url()).searchParams.get("compare");
  const choose = async ({ title }: { readonly title: string }) => {
    await page.getByRole("checkbox", { name: `Compare ${title}` }).focus();
    await page.keyboard.press("Space");
  };
  await choose(cardigan);
  await expect.poll(chosen).toBe(cardigan.slug);
  await choose(tee);
  await expect.poll(chosen).toBe(`${cardigan.slug}.${tee.slug}`);

  await page.getByRole("link", { name: "Compare them" }).click();
  const table = page.getByRole("table", { name: "Products side by side" });
  await table.waitFor();
  await page.getByLabel("Price at how many pieces").fill("600");

  await table.getByText("A piece, at 600").waitFor();
  const row = (name: RegExp) => table.getByRole("row", { name }).innerText();
  expect(await row(/A piece/)).toMatch(/Differs\s+US\$35\.47\s+US\$6\.19/);
  expect(await row(/Sizes/)).not.toContain("Differs");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  const region = page.getByRole("region", { name: "Comparison, scrolls sideways" });
  const before = await table.getByRole("rowheader").first().boundingBox();
  await region.evaluate((element) => element.scrollTo({ left: 200 }));
  expect(await region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  expect((await table.getByRole("rowheader").first().boundingBox())?.x).toBe(before?.x);
  expect(watch.problems).toEqual([]);
  await close();
});

test("two products that are chosen right one after the other are both compared", async () => {
  const { page, close } = await app.openAt("/catalog", { answers: { bodies } });

  await page.evaluate(
    async (names) => {
      for (const name of names) {
        [...document.querySelectorAll("label")].find(({ textContent }) => textContent?.includes(name))?.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    [`Compare ${cardigan.title}`, `Compare ${tee.title}`],
  );

  await page.getByRole("link", { name: "Compare them" }).waitFor();
  expect(new URL(page.url()).searchParams.get("compare")).toBe(`${cardigan.slug}.${tee.slug}`);
  await close();
});

test("a product that has left the catalogue leaves the comparison, which says so; the others stay", async () => {
  const { page, close } = await app.open({ answers: { bodies } });
  await visit(page, `${app.origin}/catalog/compare?products=${cardigan.slug}.gone-000009.${tee.slug}`);

  await page.getByText("One of them has left the catalogue.").waitFor();
  await page.getByRole("button", { name: `Take out ${tee.title}` }).click();

  await expect.poll(() => page.getByRole("table").getByRole("columnheader").count()).toBe(1);
  expect(new URL(page.url()).searchParams.get("products")).toBe(`${cardigan.slug}.gone-000009`);
  await close();
});
