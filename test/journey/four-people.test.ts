import { paperPdf } from "@sleekapp/local/people/paper";
import path from "node:path";
import { runAsOperator } from "@sleekapp/local/people/operator";
import { mailedCode } from "@sleekapp/local/people/person";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser/support/browser.ts";
import { bootStage, type Stage } from "../support/stage.ts";
import { type Desk, enrol, mailedLink, openDesk, password, payByHand, signIn, signUp } from "./support/desk.ts";

const root = path.resolve(import.meta.dirname, "../..");
const file = (name: string) => path.join(root, "test/fixtures", name);
const patient = 120_000;

let stage: Stage;
let browser: Browser;
let supplier: Desk;
let factory: Desk;
let buyer: Desk;
let admin: Desk;
let orderPath = "";
let trackingLink = "";

beforeAll(async () => {
  stage = await bootStage({ root, ephemeral: true, web: "dist" });
  browser = await openBrowser();
  const desk = (name: string, email: string, phone = false) => openDesk(browser, stage, { name, email, phone });
  [supplier, factory, buyer, admin] = await Promise.all([
    desk("Salma Akter", "salma@people.example"),
    desk("Farid Floor", "farid@people.example", true),
    desk("Bea Buyer", "bea@people.example"),
    desk("Ada Admin", "ada@people.example"),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

/** What everybody was looking at when it went wrong. */
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  for (const desk of [supplier, factory, buyer, admin]) await desk?.picture(`failed-${desk.name.split(" ")[0]}`);
});

// From an empty table, in order: each step stands on those before it.

test("a supplier signs up, describes the company and hands it in", { timeout: patient }, async () => {
  await signUp(supplier, stage, { as: "supplier", company: "Meghna Knit Works" });
  await supplier.page.waitForURL("**/app/supplier");
  await supplier.fill({
    City: "Gazipur",
    "Street and number": "Plot 14, Konabari Industrial Area",
    Contact: "Salma Akter",
    Telephone: "+880 1700 000000",
  });
  await supplier.field("Company name").fill("Meghna Knit Works");
  await supplier.field("Country").selectOption("BD");
  await supplier.press("Next: Work and capacity");
  await supplier.fill({
    About: "A knit and cut-and-sew factory of 240 people that has made shirts and jackets for small labels since 2009.",
    "Smallest run": "30",
    "Lead time": "12",
    "Capacity a week": "4000",
  });
  for (const kind of ["Casual wear", "Cut and sew"]) await supplier.page.getByLabel(kind, { exact: true }).check();
  await supplier.page.getByText("Saved", { exact: false }).first().waitFor();
  await supplier.press("Next: Certificates and papers");
  const paper = { name: "trade-licence.pdf", mimeType: "application/pdf", buffer: Buffer.from(paperPdf("Trade licence")) };
  await supplier.page.locator("input[type=file]").setInputFiles(paper);
  await supplier.page.getByRole("button", { name: "Download" }).waitFor();
  await supplier.press("Next: Photos and handing in");
  await supplier.press("Hand it in");

  await supplier.sees(/waiting|being checked|handed in/i);
  await supplier.picture("1-application");
});

test("the first admin, made by an operator, verifies the supplier", { timeout: patient }, async () => {
  await runAsOperator(stage, root, ["tools/create-admin.ts", "--email", admin.email, "--name", admin.name, "--password", password]);
  await signIn(admin);
  await enrol(admin.page);
  await admin.go("/admin/accounts?tab=suppliers");
  await admin.page
    .getByRole("link", { name: /Meghna/ })
    .or(admin.page.getByRole("button", { name: /Meghna/ }))
    .first()
    .click();
  await admin.press(/^Verify/);

  await admin.sees(/verified/i);
  await admin.picture("2-verified");
});

test("the supplier invites somebody from the floor, who joins from a phone", { timeout: patient }, async () => {
  await supplier.go("/app/settings?tab=members");
  await supplier.fill({ "E-mail address": factory.email });
  await supplier.page.locator("input[name=kind][value=factory]").check();
  await supplier.page.locator("form button[type=submit]").last().click();
  const link = await mailedLink(stage, factory.email, /http\S+#t=[\w-]+/);
  await signUp(factory, stage, { as: "supplier", company: "Farid" });
  await factory.go(link);
  await factory.press("Take the seat");

  await factory.sees(/Orders of your factory/);
  await factory.picture("3-floor-joined");
});

test("the supplier imports a real shop's file and is asked once for what it lacks", { timeout: patient }, async () => {
  await supplier.go("/app/products/import");
  await supplier.page.locator("input[type=file]").setInputFiles(file("apparel.csv"));
  await supplier.sees("What the file does not say");
  await supplier.field("What the products are").selectOption("family:casualwear");
  await supplier.fill({ "Minimum order": "50", "Lead time": "18" });
  await supplier.page.getByLabel(/Describe pictures/).check();
  await supplier.picture("4-import-questions");
  await supplier.sees(/\d+ products will be made/);
  await supplier.press("Start the import");

  await supplier.page.getByRole("heading", { name: "Products imported" }).waitFor();
  await supplier.picture("4-import-done");
});

test("a listing gets a picture, is handed in, approved and found in the catalogue", { timeout: patient }, async () => {
  await supplier.go("/app/products?status=draft");
  await supplier.page.getByRole("link", { name: "Ocean Blue Shirt" }).click();
  await supplier.page.locator("main h1").waitFor();
  await supplier
    .field("Description")
    .fill("Ocean blue cotton shirt with a narrow collar, buttons down the front and long sleeves, woven in a tiled pattern.");
  await supplier.page.locator("input[type=file]").setInputFiles(file("swatch.jpg"));
  await supplier.field("What picture 1 shows").fill("Swatch of the shirt in its cloth");
  await supplier.page.getByText("Saved", { exact: false }).first().waitFor();
  await supplier.press("Hand it in for approval");
  await supplier.sees(/in review|waiting/i);
  await admin.go("/admin/products");
  await admin.sees("Ocean Blue Shirt");
  await admin.press(/^Approve/);

  await expect
    .poll(
      async () => {
        await buyer.go("/catalog?q=ocean");
        await buyer.isRead();
        return buyer.page.getByRole("link", { name: /Ocean Blue Shirt/ }).count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBeGreaterThan(0);
  await buyer.picture("5-catalogue");
});

test("a visitor sees a range, proves the address by code and gets an itemised quote with its commentary", { timeout: patient }, async () => {
  await buyer.go("/quote?product=hoodie&quantity=240");
  await buyer.page.getByLabel(/^Complex/).check();
  await buyer.sees(/US\$/);
  await buyer.press(/^Next/);
  await buyer.field("Fabric").selectOption("organic-cotton");
  await buyer.press(/^Next/);
  await buyer.page
    .getByLabel(/sample/i)
    .first()
    .check();
  await buyer.press(/^Next/);
  await buyer.fill({ "E-mail address": buyer.email });
  const since = new Date().toISOString();
  await buyer.press("Send the code");
  await buyer.page.getByLabel("Code from the mail").fill(await mailedCode(stage, buyer.email, since));

  await buyer.sees("What this price assumes");
  await buyer.sees(/In short/);
  await buyer.picture("6-quote");
});

test("the visitor signs up with that address and accepts: one order, however often it is clicked", { timeout: patient }, async () => {
  await buyer.page.getByRole("link", { name: "Accept" }).click();
  await buyer.page.waitForURL("**/sign-up**");
  await signUp(buyer, stage, { as: "buyer", company: "Bea's Shop", next: "quote" });
  await buyer.page.waitForURL("**/app/quotes/**");
  await buyer.fill({ Name: "Bea Buyer", "Street and number": "Rosenthaler Str. 40", Postcode: "10178", City: "Berlin" });
  await buyer.field("Country").selectOption("DE");
  await buyer.page.getByLabel(/I have read and accept/).check();
  await buyer.picture("7-accept");
  await buyer.button(/^Accept revision 1/).dblclick();
  await buyer.page.waitForURL("**/app/orders/**");
  orderPath = new URL(buyer.page.url()).pathname.replace(/\/pay$/, "");

  await buyer.go("/app/orders");
  await expect.poll(() => buyer.page.locator(`a[href^="${orderPath}"]`).count(), { timeout: 30_000 }).toBeGreaterThan(0);
});

test("a declined card is told, a good one pays the deposit once the webhook says so", { timeout: patient }, async () => {
  await buyer.go(`${orderPath}/pay?for=deposit`);
  await payByHand(buyer, "4000 0000 0000 9995");
  await buyer.sees(/insufficient funds/i);
  await buyer.picture("8-declined");
  await payByHand(buyer, "4242 4242 4242 4242");

  await buyer.page.getByRole("link", { name: "Go to the order" }).waitFor();
  await buyer.picture("8-paid");
});

test("the admin offers the order to a ranked supplier, who accepts; the plan is there", { timeout: patient }, async () => {
  await admin.go(orderPath);
  await admin.press("Choose a supplier");
  await admin.page
    .getByLabel(/Meghna/)
    .first()
    .check();
  await admin.field("Supplier's price for the whole order").fill("4800");
  await admin.picture("9-assign");
  await admin.press("Offer the order");
  await supplier.go(orderPath);
  await supplier.press("Answer the offer");
  await supplier.press("Accept the order");
  await supplier.sees("Plan");

  await buyer.go(orderPath);
  await buyer.sees(/promised/);
  await buyer.picture("9-plan");
});

test(
  "the floor reports with a photo from a phone; the buyer sees it without reloading, the tracking link without a price",
  { timeout: patient },
  async () => {
    await buyer.go(orderPath);
    await factory.go(orderPath);
    await factory.press("Report progress");
    await factory.page.locator("input[type=range]").fill("60");
    await factory.field("Note").fill("Pattern cut, first sample on the table.");
    await factory.page.locator("input[type=file]").setInputFiles(file("swatch.jpg"));
    await factory.button("Send report").waitFor();
    await factory.picture("10-report");
    await factory.press("Send report");
    const reported = performance.now();
    await buyer.sees("Pattern cut, first sample on the table.");
    expect(performance.now() - reported).toBeLessThan(20_000);
    await buyer.picture("10-buyer-sees");

    await buyer.press("More about this order");
    await buyer.page.getByRole("menuitem", { name: /tracking/i }).click();
    await buyer.press("Make a link");
    trackingLink = await buyer.field("Tracking link").inputValue();
    const stranger = await openDesk(browser, stage, { name: "a stranger", email: "", phone: true });
    await stranger.go(trackingLink);
    await stranger.sees(/60 %/);
    const text = await stranger.page.locator("main").innerText();
    await stranger.picture("10-tracking");
    await stranger.context.close();
    expect(text).not.toMatch(/US\$|Meghna|Bea/);
  },
);

/** The floor reports every stage that is open for reports as finished. */
async function reportAll(): Promise<void> {
  for (let stages = 0; stages < 12; stages += 1) {
    await factory.go(orderPath);
    // The page asks for reports until every stage is made, then for the inspection; its heading is there before either.
    await factory.button(/^(Report progress|Call the inspection)$/).waitFor();
    if (await factory.button("Call the inspection").isVisible()) return;
    await factory.press("Report progress");
    const open = factory.page.getByRole("combobox", { name: "Stage", exact: true });
    await open.waitFor();
    const left = await open
      .locator("option")
      .evaluateAll((options) =>
        options
          .filter(({ textContent }) => !/\(100 %\)|quality|packing|handover/i.test(textContent ?? ""))
          .map((option) => option.getAttribute("value") ?? ""),
      );
    await open.selectOption(left[0] ?? "");
    await factory.page.locator("input[type=range]").fill("100");
    await factory.press("Send report");
    await factory.page.getByRole("dialog").waitFor({ state: "hidden" });
  }
}

/** Takes a step of the order page and confirms it in its dialog. */
async function decide(desk: Desk, action: string, confirm: string): Promise<void> {
  await desk.go(orderPath);
  await desk.press(action);
  await desk.page.getByRole("dialog").getByRole("button", { name: confirm, exact: true }).click();
  await desk.page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** Records what was found, each defect by its name with how many there were. */
async function inspect(found: Readonly<Record<string, string>>): Promise<void> {
  await supplier.go(orderPath);
  await supplier.press("Record inspection");
  for (const [name, count] of Object.entries(found)) {
    await supplier.press("Add a defect");
    await supplier.page.getByLabel("Defect", { exact: true }).last().selectOption({ label: name });
    await supplier.page.getByLabel("Found", { exact: true }).last().fill(count);
  }
  await supplier.press("Record");
  await supplier.page.getByRole("dialog").waitFor({ state: "hidden" });
}

test("the buyer approves the sample and the floor makes the bulk", { timeout: 2 * patient }, async () => {
  await factory.go(orderPath);
  await factory.press("Report progress");
  await factory.page.locator("input[type=range]").fill("100");
  await factory.press("Send report");
  await factory.page.getByRole("dialog").waitFor({ state: "hidden" });
  await decide(buyer, "Approve sample", "Approve sample");
  await reportAll();
  await decide(supplier, "Call the inspection", "Call the inspection");

  await supplier.sees("Record inspection");
  await supplier.picture("11-made");
});

test("a failed inspection sends the goods back, the second passes and the balance is due", { timeout: patient }, async () => {
  await inspect({ "Needle or sharp point": "1", "Loose thread": "2" });
  await decide(supplier, "Call the inspection", "Call the inspection");
  await inspect({ "Open seam": "1", "Loose thread": "3" });

  await expect
    .poll(
      async () => {
        await buyer.go(orderPath);
        await buyer.isRead();
        return buyer.page.getByRole("link", { name: "Pay the balance" }).count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1);
  await buyer.picture("12-inspected");
});

test("the balance is paid, the goods are shipped, delivered and the order completed", { timeout: patient }, async () => {
  await buyer.page.getByRole("link", { name: "Pay the balance" }).click();
  await payByHand(buyer, "4242 4242 4242 4242");
  await buyer.page.getByRole("link", { name: "Go to the order" }).waitFor();
  await supplier.go(orderPath);
  await supplier.press("Ship the goods");
  await supplier.fill({ Carrier: "DHL", "Tracking number": "JD014600006281230704" });
  await supplier.press("Goods have left");
  await supplier.sees("JD014600006281230704");
  await decide(buyer, "Confirm delivery", "Confirm delivery");
  await decide(buyer, "Complete the order", "Complete the order");

  await buyer.sees(/completed/i);
  await buyer.page.getByRole("tab", { name: "Log" }).click();
  await buyer.picture("13-log");
  await buyer.page.getByRole("tab", { name: "Payments" }).click();
  await buyer.picture("13-payments");
});

test("every mail of the way arrived, and no browser had anything to complain about", () => {
  const subjects = stage.mailbox.list(buyer.email).map(({ subject }) => subject);

  for (const wanted of [/^Invoice/, /^Received/, /in production/, /passed inspection/, /is on its way/, /was delivered/, /is complete/])
    expect(
      subjects.filter((subject) => wanted.test(subject)),
      `a mail about ${wanted.source}`,
    ).not.toEqual([]);
  expect([supplier, factory, buyer, admin].flatMap(({ problems }) => problems)).toEqual([]);
});
