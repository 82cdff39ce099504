import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visit } from "./support/browser.ts";
import { offered, received } from "./support/examples/inquiry.ts";
import { stockedListing, stockExamples } from "./support/examples/stock.ts";
import { cardigan, visitorExamples } from "./support/examples/visitor.ts";
import { useSite } from "./support/use-site.ts";

// What buyers ask suppliers, by keyboard, and what is noted of who looks.

const app = useSite();

const productBodies = Object.assign({}, ...(visitorExamples["/catalog/:slug"] ?? []).map(({ bodies }) => bodies));
const thread = `/app/inquiries/${offered.inquiryId}`;
const read = `GET /v1/inquiries/${offered.inquiryId}`;

const shipTo = { Name: "Ada Buyer", "Street and number": "1 Mill Lane", Postcode: "LS1 4DY", City: "Leeds" };

/** Answers the commands of a pattern with this, and notes what was sent. */
async function sentTo(page: Page, pattern: string, json: unknown): Promise<unknown[]> {
  const sent: unknown[] = [];
  await page.route(pattern, (route) => {
    if (route.request().method() === "GET") return route.fallback();
    sent.push(route.request().postDataJSON());
    return route.fulfill({ status: 201, json });
  });
  return sent;
}

test("a buyer asks the supplier from the page of a product, for its smallest run at least, and comes to the thread", async () => {
  const bodies = { ...productBodies, [read]: offered };
  const { page, watch, close } = await app.open({ who: "buyer", answers: { bodies } });
  const sent = await sentTo(page, "**/v1/inquiries", { inquiryId: offered.inquiryId });
  await visit(page, `${app.origin}/catalog/${cardigan.slug}`);

  await page.getByRole("button", { name: "Ask the supplier" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Pieces").fill("3");
  await dialog.getByText(/An inquiry is about [\d,]+ pieces at least/u).waitFor();
  await dialog.getByLabel("Pieces").fill("400");
  await dialog.getByLabel("Question").fill("Can you make these in navy?");
  await dialog.getByRole("button", { name: "Send the question" }).press("Enter");

  await page.waitForURL(`**${thread}`);
  expect(sent).toEqual([{ productId: cardigan.productId, quantity: 400, text: "Can you make these in navy?" }]);
  expect(watch.problems).toEqual([]);
  await close();
});

test("a visitor is led to the sign-in and back to the question", async () => {
  const { page, close } = await app.open({ answers: { bodies: productBodies } });
  await visit(page, `${app.origin}/catalog/${cardigan.slug}`);

  await page.getByRole("button", { name: "Ask the supplier" }).press("Enter");

  await page.waitForURL((url) => url.pathname === "/sign-in" && url.searchParams.get("next") === `/catalog/${cardigan.slug}?ask=yes`);
  await close();
});

test("a supplier makes an offer and is told what the buyer will pay", async () => {
  const { page, watch, close } = await app.open({ who: "supplier", answers: { bodies: { [read]: received } } });
  const sent = await sentTo(page, "**/offers", { inquiryId: offered.inquiryId, messageId: "msg_01m7zrzqkf0000000000000004" });
  await visit(page, `${app.origin}${thread}`);

  await page.getByRole("button", { name: "Make another offer" }).press("Enter");
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Your price a piece").fill("40.05");
  await sheet.getByText("The buyer pays US$44.06 a piece").waitFor();
  await sheet.getByLabel("Ready after").fill("30");
  await sheet.getByLabel("Valid until").fill("2026-12-31");
  await sheet.getByRole("button", { name: "Send the offer" }).press("Enter");

  await sheet.waitFor({ state: "detached" });
  expect(sent).toEqual([{ quantity: 300, unitPrice: { amount: 4_005, currency: "USD" }, leadDays: 30, validUntilOn: "2026-12-31" }]);
  expect(watch.problems).toEqual([]);
  await close();
});

test("a buyer makes the offer that stands a quote", async () => {
  const { page, close } = await app.open({ who: "buyer", answers: { bodies: { [read]: offered } } });
  const quoteId = "quo_01m7zrzqkf0000000000000001";
  const sent = await sentTo(page, "**/quote", { inquiryId: offered.inquiryId, quoteId });
  await visit(page, `${app.origin}${thread}`);

  await page.getByRole("button", { name: "Make it a quote" }).press("Enter");

  await page.waitForURL(`**/app/quotes/${quoteId}`);
  expect(sent).toEqual([{ offerId: "msg_01m7zrzqkf0000000000000003" }]);
  await close();
});

test("a product that is opened is noted once for the tab, however often it is loaded, without a cookie or a name", async () => {
  const { page, close } = await app.open({ answers: { bodies: productBodies } });
  const sent = await sentTo(page, "**/v1/guest/interest", { counted: 1 });
  await visit(page, `${app.origin}/catalog/${cardigan.slug}`);
  await expect.poll(() => sent, { timeout: 6_000 }).toHaveLength(1);

  await page.getByText("Copy the address").click();
  await expect.poll(() => sent, { timeout: 6_000 }).toHaveLength(2);
  const kept = () => page.evaluate(() => sessionStorage.getItem("sleekapp.looked"));
  const before = await kept();
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();

  expect(await kept()).toBe(before);
  const { productId } = cardigan;
  const visitor = expect.stringMatching(/^[\w-]{36}$/u);
  expect(sent).toEqual([
    { visitor, notes: [{ productId, kind: "view" }] },
    { visitor, notes: [{ productId, kind: "share" }] },
  ]);
  expect(await page.context().cookies()).toEqual([]);
  await close();
});

test("nothing is noted for somebody whose browser asks not to be followed", async () => {
  const { page, close } = await app.open({ answers: { bodies: productBodies } });
  await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
  await visit(page, `${app.origin}/catalog/${cardigan.slug}`);

  await page.getByText("Copy the address").click();

  expect(await page.evaluate(() => sessionStorage.getItem("sleekapp.looked"))).toBeNull();
  await close();
});

test("a buyer keeps what is asked of the catalogue, with mail about what is new", async () => {
  const bodies = { ...visitorExamples["/catalog"]?.[0]?.bodies, "GET /v1/searches": { items: [] } };
  const { page, watch, close } = await app.open({ who: "buyer", answers: { bodies } });
  const sent = await sentTo(page, "**/v1/searches", { searchId: "sch_01m7zrzqkf0000000000000001" });
  await visit(page, `${app.origin}/catalog?q=merino&maxPrice=3000&sort=newest`);

  await page.getByRole("button", { name: "Save the search" }).press("Enter");
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByLabel("Name").inputValue()).toBe("merino, Up to US$30.00");
  await dialog.getByLabel("Name").press("Enter");

  await page.getByRole("status").getByText("The search is kept under Searches").waitFor();
  expect(sent).toEqual([{ name: "merino, Up to US$30.00", query: { q: "merino", maxPrice: "3000" }, hasAlerts: true }]);
  expect(watch.problems).toEqual([]);
  await close();
});

test.each([
  ["pieces that others were faster to hold", "stock.short", "There are 7 pieces of Navy, S left", "Some of the pieces are gone"],
  ["a price that is another by now", "stock.price_changed", "The price has changed; read it again", "The listing has changed"],
  ["a listing that has left the catalogue", "stock.unlisted", "This listing is not in the catalogue any more", "The listing has left the catalogue"],
  ["a seat that may not order", "order.place.forbidden", "You are not allowed to do this", "You are not allowed to do this"],
])("an order from stock is refused for %s: it says so, reads again and keeps what was chosen", async (_name, code, message, shown) => {
  const [example] = stockExamples["/app/buy/:slug"] ?? [];
  const { page, watch, close } = await app.open({ who: "buyer", answers: { bodies: example?.bodies ?? {} } });
  const error = { code, message, requestId: "req-test", docs: "" };
  await page.route("**/v1/products/*/orders", (route) => route.fulfill({ status: code === "order.place.forbidden" ? 403 : 409, json: { error } }));
  await visit(page, `${app.origin}${example?.paths?.[0] ?? ""}`);
  for (const [label, value] of Object.entries(shipTo)) await page.getByRole("textbox", { name: label }).fill(value);
  await page.getByRole("combobox", { name: "Country" }).selectOption("GB");
  await page.getByRole("checkbox", { name: /terms of sale/ }).check();
  const reads = () => watch.requests.filter((request) => request.includes("/stock")).length;
  const before = reads();

  await page.getByRole("button", { name: /^Order 200 pieces/ }).press("Enter");

  await page.getByRole("alert").getByText(shown).waitFor();
  if (code.startsWith("stock.")) await expect.poll(reads).toBeGreaterThan(before);
  expect(await page.getByRole("button", { name: /^Order 200 pieces/ }).count()).toBe(1);
  await close();
});

test("a supplier sees what is in stock and cannot order it, not of its own listing nor of any other's", async () => {
  const bodies = { ...stockedListing[0]?.bodies, ...stockExamples["/app/buy/:slug"]?.[0]?.bodies };
  const { page, watch, close } = await app.open({ who: "supplier", answers: { bodies } });
  await visit(page, `${app.origin}/catalog/${cardigan.slug}?in=stock`);

  await page.getByText("Only buyers order; you act for another organisation.").waitFor();
  expect(await page.getByRole("link", { name: /^Order \d/u }).count()).toBe(0);
  // Whoever knows the address of the order form is not let in either.
  await visit(page, `${app.origin}${stockExamples["/app/buy/:slug"]?.[0]?.paths?.[0] ?? ""}`);
  await page.getByRole("heading", { name: "This page is not for your account" }).waitFor();
  expect(await page.getByRole("button", { name: /^Order/u }).count()).toBe(0);
  expect(watch.requests.filter((request) => request.startsWith("POST ") && request.includes("/orders"))).toEqual([]);
  await close();
});

test("the link in a mail about a search stops the mails with one press, without signing in", async () => {
  const { page, close } = await app.open({});
  const sent = await sentTo(page, "**/search-mails/stop", { stopped: true });
  await visit(page, `${app.origin}/search-mails#t=a-token-from-a-mail`);

  await page.getByRole("button", { name: "Stop these mails" }).press("Enter");

  await page.getByText("You get no more mails about this search.", { exact: false }).waitFor();
  expect(sent).toEqual([{ token: "a-token-from-a-mail" }]);
  await close();
});
