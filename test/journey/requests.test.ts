import * as identity from "@sleekapp/contracts/identity";
import { createQuote } from "@sleekapp/contracts/quote";
import { askQuoteFile, listQuoteFiles } from "@sleekapp/contracts/quote-file";
import { getRequest, getRfq } from "@sleekapp/contracts/rfq";
import { finalPrice } from "@sleekapp/core/product/rules";
import { usd } from "@sleekapp/core/kernel/money";
import { paperPdf } from "@sleekapp/local/people/paper";
import { person, type Person, sendFile, townOf, until } from "@sleekapp/local/people/person";
import { peopleOf, steps, type World } from "@sleekapp/local/path/index";
import { sendRegistration } from "@sleekapp/local/path/supplier";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser/support/browser.ts";
import { checkInvariants } from "../support/invariants.ts";
import { rowsOfStage } from "../support/stage-rows.ts";
import { bootStage, type Stage } from "../support/stage.ts";
import { type Desk, openDesk, password, signIn } from "./support/desk.ts";

// A buyer asks five suppliers for bids, and every one of them sits at a screen of their own.

const root = join(import.meta.dirname, "../..");
const patient = 180_000;
const address = { Name: "Bea Buyer", "Street and number": "Rosenthaler Str. 40", Postcode: "10178", City: "Berlin" };

let stage: Stage;
let browser: Browser;
let buyer: Person;
let desk: Desk;
let mills: readonly { readonly person: Person; readonly desk: Desk; readonly orgId: string; readonly company: string }[] = [];
let rfqId = "";

beforeAll(async () => {
  [stage, browser] = await Promise.all([bootStage({ root, name: "requests", ephemeral: true, web: "dist" }), openBrowser()]);
  const town = townOf(stage);
  const world: World = { town, root, people: { ...peopleOf(town, "bids") }, made: {}, password };
  for (const step of steps.slice(0, 2)) await step.run(world);
  const { supplier, admin } = world.people;
  const { application } = await supplier.ask(identity.getMySupplier, {});
  const others = await Promise.all(
    ["Padma", "Jamuna", "Teesta", "Surma"].map(async (river) => {
      const one = person(town, `${river.toLowerCase()}.bids@people.example`);
      const company = `${river} Knit Ltd`;
      await one.signUp({ password, name: `Owner of ${river}`, as: "supplier", company });
      await one.ask(identity.saveMySupplier, { body: { application: { ...application, companyName: company } } });
      await sendRegistration(one);
      await one.ask(identity.submitMySupplier, {});
      await admin.ask(identity.verifySupplier, { params: { orgId: (await one.ask(identity.getMe, {})).orgId } });
      return one;
    }),
  );
  buyer = world.people.buyer;
  await buyer.signUp({ password, name: "Bea Buyer", as: "buyer", company: "Northfold Ltd" });
  const screen = async (email: string) => {
    const opened = await openDesk(browser, stage, { name: email, email });
    await signIn(opened);
    return opened;
  };
  desk = await screen(buyer.email);
  const all: (typeof mills)[number][] = [];
  for (const one of [supplier, ...others]) {
    const { orgId, orgName: company } = await one.ask(identity.getMe, {});
    all.push({ person: one, desk: await screen(one.email), orgId, company });
  }
  mills = all;
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const mill = (place: number) => {
  const found = mills[place];
  if (!found) throw new Error("there are five suppliers");
  return found;
};

test("from a quote the buyer asks for bids, and all five suppliers are written to without a word of who asks", { timeout: patient }, async () => {
  const notes = "Reach me at bea.private@shop.example or +49 170 1234567.";
  const brief = { garmentType: "sweater", quantity: 400, fabric: "acrylic", complexity: "medium", notes } as const;
  const { quote } = await buyer.ask(createQuote, { body: { brief } });
  await sendFiles(quote.quoteId, ["tech-pack.pdf", "letterhead.pdf"]);
  await desk.go(`/app/quotes/${quote.quoteId}`);
  await desk.sees("letterhead.pdf");
  await desk.press("Remove letterhead.pdf");
  await desk.page.getByRole("button", { name: "Remove letterhead.pdf" }).waitFor({ state: "detached" });
  await desk.press("Ask for bids");
  await desk.page.getByLabel("Send the 1 file along").check();
  await desk.press("Ask for bids");
  await desk.page.waitForURL(/\/app\/quotes\/rfq_/u);
  rfqId = desk.page.url().split("/").at(-1) ?? "";
  await desk.sees("5 suppliers");

  for (const one of mills) {
    const mail = await until(`A mail to ${one.company}`, async () =>
      stage.mailbox.list(one.person.email).find(({ subject }) => subject.includes("asked to bid")),
    );
    const text = (await stage.mailbox.read(mail.id))?.text ?? "";
    expect(text).not.toMatch(/Northfold|bea|1234567/iu);
    await one.desk.go("/app/quotes");
    await one.desk.page.getByRole("link", { name: quote.title }).click();
    await one.desk.sees("You have made no bid so far.");
    await one.desk.sees("tech-pack.pdf");
    expect(await one.desk.page.locator("main").textContent()).not.toMatch(/Northfold|bea\.private|1234567/iu);
  }
});

/** Sends files of the buyer's as a browser does, and waits until they go with the quote. */
async function sendFiles(quoteId: string, names: readonly string[]): Promise<void> {
  const params = { quoteId };
  for (const name of names) {
    const slot = await buyer.ask(askQuoteFile, { params, body: { name, type: "application/pdf" } });
    await sendFile(slot, paperPdf(name));
  }
  await until("The verdict on the files", async () => {
    const { items } = await buyer.ask(listQuoteFiles, { params });
    return items.every(({ state }) => state === "ready") || undefined;
  });
}

const prices = ["9.00", "8.20", "9.80", "8.90", "9.40"];
const days = ["30", "34", "21", "28", "40"];

test("each makes a bid by hand and sees nothing of the others'", { timeout: patient }, async () => {
  for (const [place, one] of mills.entries()) {
    await one.desk.press("Make a bid");
    await one.desk.fill({ "From pieces, price 1": "300", "Price 1": prices[place] ?? "", "Smallest run": "100", "Ready after": days[place] ?? "" });
    await one.desk.press("Send the bid");
    await one.desk.sees("What was said");
  }
  for (const [place, one] of mills.entries()) {
    await one.desk.go(`/app/quotes/${rfqId}`);
    const shown = (await one.desk.page.locator("main").textContent()) ?? "";
    const answer = JSON.stringify(await one.person.ask(getRequest, { params: { rfqId } }));
    expect(shown).toContain(`US$${prices[place]}`);
    for (const [other, foreign] of mills.entries()) {
      if (other === place) continue;
      const cents = Math.round(Number(prices[other]) * 100);
      expect(shown).not.toContain(`US$${prices[other]}`);
      expect(shown).not.toContain(foreign.company);
      for (const word of [foreign.orgId, foreign.company, `"amount":${cents}`, `"amount":${finalPrice(usd(cents)).amount}`])
        expect(answer).not.toContain(word);
    }
    expect((await one.person.attempt(getRfq, { params: { rfqId } })).status).toBe(404);
  }
});

test("the buyer compares them, the lowest and the fastest marked, and makes a counter-offer that is taken", { timeout: patient }, async () => {
  await desk.go(`/app/quotes/${rfqId}`);
  const bids = desk.page.getByRole("region", { name: "Bids, scrolls sideways" });
  const cellOf = async (row: string, place: number) => {
    const names = await bids.locator("thead th").allTextContents();
    return bids
      .locator("tr", { has: desk.page.getByRole("rowheader", { name: row, exact: true }) })
      .locator("td")
      .nth(names.indexOf(mill(place).company));
  };
  expect(await (await cellOf("A piece", 1)).textContent()).toContain("Lowest price");
  expect(await (await cellOf("Ready after", 2)).textContent()).toContain("Fastest");
  expect(await (await cellOf("A piece", 1)).textContent()).toContain("US$9.02");

  await desk.press(`Counter-offer to ${mill(1).company}`);
  await desk.fill({ "You would pay a piece": "8.80", "Ready after": "30" });
  await desk.press("Send the counter-offer");
  await desk.sees("Waits for the supplier's answer.");

  await mill(1).desk.go(`/app/quotes/${rfqId}`);
  await mill(1).desk.sees("US$8.00");
  await mill(1).desk.press("Take the counter-offer");
  await mill(1).desk.page.getByRole("button", { name: "Take the counter-offer" }).waitFor({ state: "detached" });
});

test("the award is one order at the agreed price, and the losers are told", { timeout: patient }, async () => {
  await desk.go(`/app/quotes/${rfqId}`);
  await desk.press(`Order from ${mill(1).company}`);
  await desk.fill(address);
  await desk.field("Country").selectOption("DE");
  await desk.page.getByLabel(/I have read and accept the terms of sale/u).check();
  await desk.button(/^Order for US\$3,520\.00/u).dblclick();
  await desk.page.waitForURL(/\/app\/orders\/ord_[^/]+\/pay/u);

  const { parties, orderId, status } = await buyer.ask(getRfq, { params: { rfqId } });
  expect([status, desk.page.url()]).toEqual(["awarded", expect.stringContaining(orderId ?? "no order")]);
  expect(parties.filter(({ state }) => state === "awarded").map(({ supplierId }) => supplierId)).toEqual([mill(1).orgId]);
  for (const place of [0, 2, 3, 4])
    await until(`The news to ${mill(place).company}`, async () =>
      stage.mailbox.list(mill(place).person.email).find(({ subject }) => subject.includes("went to another supplier")),
    );
  await mill(0).desk.go(`/app/quotes/${rfqId}`);
  await mill(0).desk.sees("The request went to another supplier.");
});

test("no browser had anything to complain about, and the table violates no invariant", { timeout: patient }, async () => {
  await stage.drain(60_000);

  expect([desk, ...mills.map((one) => one.desk)].flatMap(({ problems }) => problems)).toEqual([]);
  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});
