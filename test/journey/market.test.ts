import * as catalog from "@sleekapp/contracts/catalog";
import * as inquiries from "@sleekapp/contracts/inquiry";
import * as interest from "@sleekapp/contracts/interest";
import { acceptQuote, getQuote } from "@sleekapp/contracts/quote";
import { getTerms } from "@sleekapp/contracts/content";
import { listSearches, saveSearch, stopSearchMails } from "@sleekapp/contracts/saved-search";
import * as wishlists from "@sleekapp/contracts/wishlist";
import { usd } from "@sleekapp/core/kernel/money";
import { runAsOperator } from "@sleekapp/local/people/operator";
import { getPayment, getPaymentPlan } from "@sleekapp/contracts/money";
import { getOrder } from "@sleekapp/contracts/order";
import { getReadyStock } from "@sleekapp/contracts/stock";
import { payByCard } from "@sleekapp/local/people/card";
import { mailedCode, type Person, person, townOf, until } from "@sleekapp/local/people/person";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { openBrowser } from "../browser/support/browser.ts";
import { checkInvariants } from "../support/invariants.ts";
import { enrol } from "./support/desk.ts";
import { leadsByHand } from "./support/leads.ts";
import { pressStop } from "./support/unsubscribe.ts";
import { apply, field, mill, press, saved } from "./support/mill.ts";
import { picturesOverHttp } from "./support/pictures.ts";
import { rowsOfStage } from "../support/stage-rows.ts";
import { createAwsCall } from "@sleekapp/local/sources/aws-call";
import { marshall } from "@aws-sdk/util-dynamodb";
import { bootStage, type Stage } from "../support/stage.ts";

// One supplier and one admin at the real stage, by hand: from signing up to a listing that buyers find.

const root = join(import.meta.dirname, "../..");
const shots = join(root, ".local/screenshots");
const password = "a sentence nobody guesses";
const shop = { name: "Bea Buyer", company: "Bea's Shop", email: "bea@shop.example" };
const operator = { name: "Mina Admin", email: "mina@sleekapp.example" };

let stage: Stage;
let browser: Browser;
let supplier: Page;
let admin: Page;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  [stage, browser] = await Promise.all([bootStage({ root, name: "market", ephemeral: true, port: 4160, web: "dist" }), openBrowser()]);
  const command = ["tools/create-admin.ts", "--email", operator.email, "--name", operator.name, "--password", password];
  await runAsOperator(stage, root, command);
  [supplier, admin] = await Promise.all([newPage(), newPage()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

async function newPage(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 900 }, reducedMotion: "reduce" })).newPage();
  page.setDefaultTimeout(45_000);
  return page;
}

const go = async (page: Page, path: string) => {
  await page.goto(`${stage.url}${path}`);
  await page.locator("main h1").first().waitFor();
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
};
const show = (page: Page, name: string) => page.screenshot({ path: join(shots, `journey-market-${name}.png`), fullPage: true });

async function signUp(): Promise<void> {
  await go(supplier, "/sign-up?as=supplier");
  await field(supplier, "Your name").fill(mill.name);
  await field(supplier, "Company").fill(mill.company);
  await field(supplier, "E-mail address").fill(mill.email);
  await field(supplier, "Password").fill(password);
  await press(supplier, "Create the account");
  await field(supplier, "Code from the mail").fill(await mailedCode(stage, mill.email));
  const confirm = supplier.getByRole("button", { name: "Confirm and sign in" });
  if (await confirm.isEnabled().catch(() => false)) await confirm.click().catch(() => undefined);
  await supplier.waitForURL("**/app/supplier");
}

async function signIn(page: Page, email: string, next: string, isAdmin = false): Promise<void> {
  await go(page, `/sign-in?next=${encodeURIComponent(next)}`);
  await field(page, "E-mail address").fill(email);
  await field(page, "Password").fill(password);
  await press(page, "Sign in");
  if (isAdmin) await enrol(page);
  await page.waitForURL(`**${next}`);
}

const Found = z.looseObject({ items: z.array(z.looseObject({ slug: z.string(), title: z.string(), supplierName: z.string() })) });
const Answer = z.looseObject({
  total: z.int().optional(),
  facets: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }))).optional(),
});
const catalogue = async (q: string) => Found.parse(await (await fetch(`${stage.url}/v1/public/products?q=${encodeURIComponent(q)}`)).json()).items;

test(
  "a supplier signs up with the mailed code, writes an application that is kept on the server, and hands it in",
  { timeout: 240_000 },
  async () => {
    await signUp();
    await apply(supplier);
    const elsewhere = await newPage();
    await signIn(elsewhere, mill.email, "/app/supplier");
    await field(elsewhere, "City").waitFor();
    expect(await field(elsewhere, "City").inputValue()).toBe("Gazipur");
    await elsewhere.context().close();

    await press(supplier, "Hand it in");

    await supplier.getByText("Waiting for review").waitFor();
    await show(supplier, "pending");
  },
);

test("the admin finds it in the queue, reads it and verifies the company", { timeout: 240_000 }, async () => {
  await signIn(admin, operator.email, "/admin", true);
  await admin.getByText("application to read").waitFor();
  await show(admin, "queues");
  await admin.getByRole("link", { name: mill.company }).click();
  await admin.getByText("Plot 12, Konabari").waitFor();
  await show(admin, "application");

  await press(admin, "Verify");

  await admin.getByRole("article").getByText("Verified").waitFor();
  await go(supplier, "/app/supplier");
  await supplier.getByText("Verified", { exact: true }).waitFor();
});

test("the supplier imports the shop's file: asked once for what it lacks, then made by a job", { timeout: 300_000 }, async () => {
  await go(supplier, "/app/products/import");
  await supplier.locator("input[type=file]").setInputFiles(join(root, "test/fixtures/apparel.csv"));
  await supplier.getByRole("heading", { name: "What the file does not say" }).waitFor();
  await press(supplier, "Start the import");
  await supplier.getByRole("alert").getByText("Minimum order:", { exact: false }).waitFor();
  await show(supplier, "questions");
  await field(supplier, "What the products are").selectOption("family:casualwear");
  await field(supplier, "Minimum order").fill("50");
  await field(supplier, "Lead time").fill("30");
  await supplier.getByLabel(/Describe pictures/u).check();
  await supplier.getByText(/\d+ products will be made/u).waitFor();
  await show(supplier, "preview");
  await press(supplier, "Check first");
  await supplier.getByRole("heading", { name: "What the import would do" }).waitFor({ timeout: 120_000 });
  await show(supplier, "checked");

  await press(supplier, "Make these changes");

  await supplier.getByRole("heading", { name: "Products imported" }).waitFor({ timeout: 120_000 });
  const [report] = await Promise.all([supplier.waitForEvent("download"), press(supplier, "Download the report")]);
  expect(report.suggestedFilename()).toMatch(/^import-.*-report\.csv$/u);
  await show(supplier, "imported");
});

test("a listing gets a picture and is handed in; the admin approves it by key and buyers find it", { timeout: 300_000 }, async () => {
  await go(supplier, "/app/products?status=draft");
  await show(supplier, "drafts");
  await supplier.getByRole("link", { name: "Ocean Blue Shirt" }).click();
  await supplier.getByText("Add pictures").waitFor();
  await press(supplier, "Hand it in for approval");
  await supplier.getByRole("alert").getByText("Pictures:", { exact: false }).waitFor();
  const picture = { name: "shirt.png", mimeType: "image/png", buffer: await supplier.screenshot() };
  await supplier.locator("input[type=file]").setInputFiles(picture);
  await field(supplier, "What picture 1 shows").fill("Blue shirt from the front");
  await saved(supplier);
  await show(supplier, "editor");
  await press(supplier, "Hand it in for approval");
  await supplier.getByText("In review", { exact: true }).waitFor();

  await go(admin, "/admin/products");
  await admin.getByRole("heading", { name: "Ocean Blue Shirt" }).waitFor();
  await show(admin, "review");
  await admin.keyboard.press("a");
  await admin.getByText("Nothing to review").waitFor();

  const [listed] = await until(
    "The listing in the catalogue",
    async () => ((await catalogue("ocean")).length > 0 ? catalogue("ocean") : undefined),
    60_000,
  );
  expect(listed).toMatchObject({ title: "Ocean Blue Shirt", supplierName: mill.company });
  await go(supplier, `/catalog/${listed?.slug ?? ""}`);
  await show(supplier, "catalogue");
});

test(
  "its supplier changes the live listing: buyers see the old one until the admin, who sees both side by side, approves the new",
  { timeout: 300_000 },
  async () => {
    const [{ slug } = { slug: "" }] = await catalogue("ocean");
    const live = async () => z.looseObject({ title: z.string() }).parse(await (await fetch(`${stage.url}/v1/public/products/${slug}`)).json()).title;
    const reason = "The pocket is not in any picture.";
    await go(supplier, "/app/products?status=approved");
    await supplier.getByRole("link", { name: "Ocean Blue Shirt" }).click();
    await field(supplier, "Title").fill("Ocean Blue Shirt with a chest pocket");
    await supplier.getByText("Changes not handed in").waitFor();
    await press(supplier, "Hand it in for approval");
    await supplier.getByText("Changes in review").waitFor();
    expect(await live()).toBe("Ocean Blue Shirt");

    await go(admin, "/admin/products");
    const row = admin.getByRole("row", { name: /^Title/u });
    await row.waitFor();
    expect(await row.getByRole("cell").allInnerTexts()).toEqual([
      expect.stringMatching(/Ocean Blue Shirt$/u),
      expect.stringMatching(/Ocean Blue Shirt with a chest pocket$/u),
    ]);
    await show(admin, "revision");
    await admin.keyboard.press("r");
    await admin.getByRole("dialog").getByLabel("Reason", { exact: true }).fill(reason);
    await admin.getByRole("dialog").getByRole("button", { name: "Ask for changes" }).click();
    await admin.getByText("Nothing to review").waitFor();
    await supplier.reload();
    await supplier.getByText(reason).waitFor();
    expect(await live()).toBe("Ocean Blue Shirt");

    await press(supplier, "Hand it in for approval");
    await supplier.getByText("Changes in review").waitFor();
    await go(admin, "/admin/products");
    await row.waitFor();
    await admin.keyboard.press("a");
    await admin.getByText("Nothing to review").waitFor();

    await until("The new title", async () => ((await live()) === "Ocean Blue Shirt with a chest pocket" ? true : undefined), 60_000);
    await supplier.reload();
    await press(supplier, "Show the history");
    await supplier.getByRole("list", { name: "History" }).getByText("Changes approved").waitFor();
    await show(supplier, "history");
  },
);

test(
  "its facets count it, a cursor is good for its own search only, and an operator has the index made anew from the table",
  { timeout: 120_000 },
  async () => {
    const asked = async (query: string) => {
      const answer = await fetch(`${stage.url}/v1/public/products?${query}`);
      return { status: answer.status, caching: answer.headers.get("cache-control") ?? "", body: Answer.parse(await answer.json()) };
    };

    const { caching, body } = await asked("q=oceans");
    expect(body.facets?.["supplier"]).toEqual([{ value: expect.stringMatching(/^[a-z0-9-]+$/u), label: mill.company, count: 1 }]);
    expect(caching).toContain("s-maxage=5");
    expect(await asked("q=ocean&supplier=somebody-else")).toMatchObject({ status: 200, body: { total: 0 } });
    expect(await asked("q=ocean&cursor=bm90IGEgY3Vyc29y")).toMatchObject({ status: 400, body: { error: { code: "search.cursor" } } });

    expect(await runAsOperator(stage, root, ["tools/rebuild-search.ts"])).toMatch(/^The index was made anew from the table: 1 listing, /u);
    expect((await asked("q=ocean")).body.total).toBe(1);
  },
);

const office = async (): Promise<Person> => {
  const maker = person(townOf(stage), mill.email);
  await maker.signIn(password);
  return maker;
};

test("a listing that is taken out or approved is out of the catalogue, or in it, within five seconds", { timeout: 120_000 }, async () => {
  const maker = await office();
  const [listed] = await catalogue("ocean");
  const { productId } = await maker.ask(catalog.getProduct, { params: { slug: listed?.slug ?? "" } });
  // Another question each time: an answer may be kept for as long at the edge, which is beyond these five seconds.
  let asked = 0;
  const isListed = async () => (await catalogue(`ocean ${"x".repeat((asked += 1))}`)).length > 0;
  const secondsUntil = async (wanted: boolean) => {
    const begun = performance.now();
    await until("The change in the catalogue", async () => ((await isListed()) === wanted ? true : undefined), 10_000);
    return (performance.now() - begun) / 1_000;
  };

  await maker.ask(catalog.archiveProduct, { params: { productId } });
  const out = await secondsUntil(false);
  await maker.ask(catalog.restoreProduct, { params: { productId } });
  await maker.ask(catalog.submitProduct, { params: { productId } });
  await go(admin, "/admin/products");
  await admin.getByRole("heading", { name: "Ocean Blue Shirt" }).waitFor();
  await admin.keyboard.press("a");
  const back = await secondsUntil(true);

  console.log(`a change shows in the catalogue after ${out.toFixed(1)} s when it is taken out, ${back.toFixed(1)} s when it is approved`);
  expect(Math.max(out, back)).toBeLessThan(5);
});

test(
  "a buyer saves it, asks about it, takes the offer and orders; both are written to, and the supplier sees every step counted",
  { timeout: 120_000 },
  async () => {
    const [maker, buyer] = [await office(), person(townOf(stage), "ines@studio.example")];
    await buyer.signUp({ password, name: "Ines Studio", as: "buyer", company: "Studio Ines" });
    const [listed] = await catalogue("ocean");
    const { productId, title, moq } = await buyer.ask(catalog.getProduct, { params: { slug: listed?.slug ?? "" } });
    const look = (agent: string) =>
      fetch(`${stage.url}/v1/guest/interest`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID(), "user-agent": agent },
        body: JSON.stringify({ visitor: "a-visitor-of-the-journey", notes: [{ productId, kind: "view" }] }),
      });
    const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
    expect(await (await look(firefox)).json()).toEqual({ counted: 1 });
    expect(await (await look(firefox)).json()).toEqual({ counted: 0 });
    expect(await (await look("Googlebot/2.1 (+http://www.google.com/bot.html)")).json()).toEqual({ counted: 0 });
    expect(
      await maker.ask(interest.noteMemberInterest, { body: { visitor: "somebody-of-the-company", notes: [{ productId, kind: "view" }] } }),
    ).toEqual({
      counted: 0,
    });
    await buyer.ask(wishlists.saveProduct, { params: { productId }, body: {} });
    expect((await buyer.ask(wishlists.getWishlist, {})).items[0]?.entries).toMatchObject([{ productId, title }]);

    const quantity = Math.max(moq, 250);
    const { inquiryId } = await buyer.ask(inquiries.askInquiry, { body: { productId, quantity, text: "In navy? Write to ines@studio.example." } });
    const params = { inquiryId };
    const [arrived] = (await maker.ask(inquiries.listInquiries, {})).items;
    expect(arrived).toMatchObject({ inquiryId, awaits: "supplier" });
    const { messageId } = await maker.ask(inquiries.offerInquiry, {
      params,
      body: { quantity, unitPrice: usd(1_000), leadDays: 30, validUntilOn: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10) },
    });
    const { quoteId } = await buyer.ask(inquiries.convertInquiry, { params, body: { offerId: messageId } });
    expect(await buyer.ask(getQuote, { params: { quoteId } })).toMatchObject({ total: usd(1_100 * quantity) });
    const shippingAddress = { name: "Ines Studio", street: "Elm Street 1", city: "Leeds", postcode: "LS1 1AA", country: "GB" };
    const { version: termsVersion } = await buyer.ask(getTerms, {});
    await buyer.ask(acceptQuote, { params: { quoteId }, body: { revision: 1, shippingAddress, termsVersion } });

    const mailTo = (email: string, words: string) =>
      until(`A mail to ${email}`, async () => stage.mailbox.list(email).find(({ subject }) => subject.includes(words)));
    const letter = await stage.mailbox.read((await mailTo(mill.email, "wrote about")).id);
    expect(letter?.text).toContain("In navy? Write to [taken out]");
    expect(letter?.text).not.toMatch(/ines|studio/iu);
    await mailTo("ines@studio.example", "made an offer");
    const month = await until("Every step counted", async () => {
      const { total } = await maker.ask(interest.getInterest, {});
      return total.orders > 0 && total.hearts > 0 ? total : undefined;
    });
    expect(month).toMatchObject({ views: 1, hearts: 1, inquiries: 1, quotes: 1, orders: 1 });
    expect((await maker.ask(interest.getProductInterest, { params: { productId } })).total).toEqual(month);
  },
);

/** Lets two days pass for a search: it was kept then, and its day has come. */
async function age(searchId: string): Promise<void> {
  const row = (await rowsOfStage(stage)).find((one) => one["searchId"] === searchId && one["__edb_e__"] === "saved-search");
  if (!row) throw new Error("the search is not on the table");
  const [since, dueAt] = [48, 1].map((hours) => new Date(Date.now() - hours * 3_600_000).toISOString());
  const aged = { ...row, since, dueAt, gsi4sk: String(row["gsi4sk"]).replace(String(row["dueAt"]), dueAt ?? "") };
  const put = createAwsCall(stage.endpoints["DYNAMODB"] ?? "", "dynamodb");
  await put("PutItem", { TableName: stage.manifest.tables[0]?.name, Item: marshall(aged) });
}

test("a search that is kept is written about once its day has come, and the link in the mail stops it", { timeout: 120_000 }, async () => {
  const [buyer, nobody] = [person(townOf(stage), "ines@studio.example"), person(townOf(stage), "nobody@studio.example")];
  await buyer.signIn(password);
  const { searchId } = await buyer.ask(saveSearch, { body: { name: "Ocean blues", query: { q: "ocean" }, hasAlerts: true } });
  await age(searchId);

  await stage.fire("EveryMinute");
  await stage.fire("EveryMinute");

  const mails = () => stage.mailbox.list(buyer.email).filter(({ subject }) => subject.includes("Ocean blues"));
  await until("The mail about the search", async () => mails()[0]);
  await stage.drain(30_000);
  expect(mails().map(({ subject }) => subject)).toEqual(["1 new product: Ocean blues"]);
  const letter = await stage.mailbox.read(mails()[0]?.id ?? "");
  expect(letter?.text).toContain("Ocean Blue Shirt");
  const [, token = ""] = /search-mails#t=([\w.-]+)/u.exec(letter?.text ?? "") ?? [];
  expect(await pressStop(letter)).toEqual([200, 200, 400]);
  expect((await buyer.ask(listSearches, {})).items).toMatchObject([{ searchId, hasAlerts: false }]);
  expect(await nobody.ask(stopSearchMails, { body: { token } })).toEqual({ stopped: true });
  expect((await buyer.ask(listSearches, {})).items).toMatchObject([{ searchId, hasAlerts: false }]);
});

leadsByHand(async () => ({ stage, admin, operator: operator.email, password, visitor: await newPage(), go, show }));

test(
  "the supplier counts what is on its shelf; a buyer orders from it, and it is the deposit that takes the pieces away",
  { timeout: 240_000 },
  async () => {
    const [listed] = await catalogue("ocean");
    await go(supplier, "/app/products?status=approved");
    await supplier.getByRole("link", { name: "Ocean Blue Shirt" }).click();
    await field(supplier, "One size in the house").fill("120");
    await press(supplier, "Save the stock");
    await supplier.getByText("The stock is saved").waitFor();
    await show(supplier, "stock");

    const town = townOf(stage);
    const buyer = person(town, shop.email);
    await buyer.signUp({ password, name: shop.name, as: "buyer", company: shop.company });
    // The edge keeps its answers for a few seconds.
    await until("The stock at the edge", async () => {
      const { items } = await buyer.ask(getReadyStock, { params: { slug: listed?.slug ?? "" } });
      return items.length > 0 || undefined;
    });
    const page = await newPage();
    await signIn(page, shop.email, `/catalog/${listed?.slug ?? ""}`);
    await field(page, "One size in the one colour").fill("49");
    await page.getByText("This one is sold from 50 pieces on", { exact: false }).waitFor();
    await field(page, "One size in the one colour").fill("70");
    await show(page, "ready-stock");
    await page.getByRole("link", { name: "Order 70 pieces" }).click();
    await field(page, "Name").fill(shop.name);
    await field(page, "Street and number").fill("1 Mill Lane");
    await field(page, "Postcode").fill("LS1 4AP");
    await field(page, "City").fill("Leeds");
    await field(page, "Country").selectOption("GB");
    await page.getByLabel(/I have read and accept the terms/u).check();
    await show(page, "checkout");
    await press(page, /^Order 70 pieces for/u);
    await page.getByText("The pieces are held until", { exact: false }).waitFor();
    await show(page, "held");

    const orderId = page.url().split("/orders/")[1]?.split("/")[0] ?? "";
    const params = { orderId };
    const session = await until("The form's secret", async () => {
      const { clientSecret } = await buyer.ask(getPayment, { params: { ...params, purpose: "deposit" } });
      return clientSecret;
    });
    expect(await payByCard(stage, session)).toBe(true);
    const order = await until("The order at its supplier", async () => {
      const now = await buyer.ask(getOrder, { params });
      return now.status === "offered" ? now : undefined;
    });
    expect(order).toMatchObject({ quantity: 70, goods: { state: "committed", lines: [{ sku: "one", quantity: 70 }] }, stages: [] });
    const plan = await buyer.ask(getPaymentPlan, { params });
    expect(plan.items).toMatchObject([{ sku: "one", quantity: 70 }]);

    await go(supplier, `/app/orders/${orderId}`);
    await show(supplier, "offered-from-stock");
    await press(supplier, "Answer the offer");
    await press(supplier, "Accept the order");
    await until("The pieces on their way to inspection", async () => {
      const now = await buyer.ask(getOrder, { params });
      return now.status === "inspection" ? now : undefined;
    });
    await page.context().close();
  },
);

picturesOverHttp(async () => ({ stage, maker: await office() }));

test("what is on the table at the end violates no invariant", async () => {
  await stage.drain(60_000);

  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});
