import { askAdminGrant } from "@sleekapp/contracts/admin";
import { chooseOrganisation, getMe, takeInvitation } from "@sleekapp/contracts/identity";
import { getOrder } from "@sleekapp/contracts/order";
import { runAsOperator } from "@sleekapp/local/people/operator";
import { type Person, person, townOf } from "@sleekapp/local/people/person";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look, openBrowser } from "../browser/support/browser.ts";
import { accessible, fits } from "../browser/support/checks.ts";
import { idOf } from "../support/actors.ts";
import { bootStage, type Stage } from "../support/stage.ts";
import { type Desk, enrol, openDesk, password, signIn, signUp } from "./support/desk.ts";
import { type Keyboard, keyboardOf } from "./support/keyboard.ts";

// Seats, roles and the books of who did what without a mouse: an owner looks after the members of a company, an administrator after
// everybody's accounts and after what was done with them.

const root = path.resolve(import.meta.dirname, "../..");
const patient = 120_000;

let stage: Stage;
let browser: Browser;
let bea: Desk;
let ada: Desk;
let milo: Person;
let ben: Person;
let cleo: Person;
const newcomer = async (name: string): Promise<Person> => {
  const one = person(townOf(stage), `${name.toLowerCase()}@seats.example`);
  await one.signUp({ password, name: `${name} Newcomer`, as: "buyer", company: `${name} Own` });
  return one;
};
beforeAll(async () => {
  [stage, browser] = await Promise.all([bootStage({ root, name: "accounts", ephemeral: true, port: 4181, web: "dist" }), openBrowser()]);
  bea = await openDesk(browser, stage, { name: "Bea Owner", email: "bea@seats.example" });
  ada = await openDesk(browser, stage, { name: "Ada Admin", email: "ada@sleekapp.example" });
  await runAsOperator(stage, root, ["tools/create-admin.ts", "--email", ada.email, "--name", ada.name, "--password", password]);
  await signUp(bea, stage, { as: "buyer", company: "Northfold" });
  milo = await newcomer("Milo");
  ben = await newcomer("Ben");
  cleo = await newcomer("Cleo");
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

/** Nothing that axe finds serious in light and dark, and nothing wider than a phone. */
async function isSound(page: Page): Promise<void> {
  expect(await accessible(page, "all")).toEqual([]);
  await look(page, 1366, "dark");
  expect(await accessible(page, "colours")).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await fits(page)).toEqual([]);
  if (before) await page.setViewportSize(before);
}

/** Presses the button of the dialog that is open; the focus goes round inside it. */
const decide = (desk: Desk, keys: Keyboard, name: string) => keys.press(desk.page.getByRole("dialog").getByRole("button", { name, exact: true }));

async function choose(desk: Desk, keys: Keyboard, menu: string, item: string): Promise<void> {
  await keys.press(desk.page.getByRole("button", { name: menu, exact: true }));
  await keys.press(desk.page.getByRole("menuitem", { name: item }));
}

/** The secrets of the invitations that were mailed to an address, once nothing moves any more. */
async function secretsMailedTo(email: string): Promise<readonly string[]> {
  await stage.drain(30_000);
  const mails = await Promise.all(stage.mailbox.list(email).map(({ id }) => stage.mailbox.read(id)));
  return mails.flatMap((mail) => /#t=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? []);
}

test("an owner offers a seat, sends the mail again and takes another offer back", { timeout: patient }, async () => {
  const keys = keyboardOf(bea.page);
  await bea.go("/app/settings?tab=members");
  await keys.type(bea.page.getByLabel("E-mail address"), milo.email);
  await bea.page.keyboard.press("Enter");
  await keys.press(bea.page.getByRole("button", { name: `Send again: the invitation of ${milo.email}` }));
  await bea.sees(`Sent again to ${milo.email}`);
  await keys.type(bea.page.getByLabel("E-mail address"), "mistaken@seats.example");
  await bea.page.keyboard.press("Enter");
  await keys.press(bea.page.getByRole("button", { name: "Withdraw the invitation of mistaken@seats.example" }));
  await bea.page.getByRole("cell", { name: "mistaken@seats.example", exact: true }).waitFor({ state: "detached" });
  await isSound(bea.page);
  await bea.picture("accounts-members");

  // The link of the first mail, if it was sent before the second was asked for, has ended.
  const answers: number[] = [];
  for (const token of await secretsMailedTo(milo.email)) answers.push((await milo.attempt(takeInvitation, { body: { token } })).status);
  expect(answers.filter((status) => status === takeInvitation.status)).toHaveLength(1);
  await milo.renew();
  expect(await milo.ask(getMe, {})).toMatchObject({ orgName: "Northfold", memberKind: "member" });
});

test("an owner changes a seat, hands the company over, and can then leave it", { timeout: patient }, async () => {
  const keys = keyboardOf(bea.page);
  await bea.go("/app/settings?tab=members");
  await choose(bea, keys, "Manage Milo Newcomer", "Change to viewer");
  await bea.sees("Milo Newcomer is now: Viewer");
  await choose(bea, keys, "Manage Milo Newcomer", "Hand the organisation over");
  await decide(bea, keys, "Hand it over");
  await keys.press(bea.page.getByRole("button", { name: "Leave Northfold" }));
  expect(await milo.ask(getMe, {})).toMatchObject({ memberKind: "owner" });
  await decide(bea, keys, "Leave");

  await bea.page.waitForURL((url) => url.pathname === "/app");
  await bea.page.getByRole("button", { name: "Bea Owner, account of Bea Owner" }).waitFor();
});

test("who has two seats changes from one to the other in the menu of the shell", { timeout: patient }, async () => {
  const desk = await openDesk(browser, stage, { name: "Milo Newcomer", email: milo.email });
  const keys = keyboardOf(desk.page);
  await signIn(desk);

  await choose(desk, keys, "Northfold, account of Milo Newcomer", "Act for Milo Own, owner");

  await desk.page.getByRole("button", { name: "Milo Own, account of Milo Newcomer" }).waitFor();
  expect(desk.problems).toEqual([]);
  await desk.context.close();
});

test("an administrator finds a person, shuts them out and lets them in again", { timeout: patient }, async () => {
  const keys = keyboardOf(ada.page);
  await signIn(ada);
  await enrol(ada.page);
  await ada.go("/admin/accounts");
  await keys.openTab("Buyers");
  await keys.press(ada.page.getByRole("link", { name: "Northfold" }));
  await keys.press(ada.page.getByRole("link", { name: "Milo Newcomer" }));
  await keys.press(ada.page.getByRole("button", { name: "Suspend", exact: true }));
  await keys.type(ada.page.getByRole("dialog").getByLabel("Reason"), "Asked to be paid outside the platform.");
  await decide(ada, keys, "Suspend");
  await ada.sees("Suspended: Milo Newcomer");
  await isSound(ada.page);
  await ada.picture("accounts-suspended");
  expect(await milo.attempt(chooseOrganisation, { body: { orgId: "platform" } })).toMatchObject({ status: 403 });
  await expect(milo.renew()).rejects.toThrow();

  await keys.press(ada.page.getByRole("button", { name: "Restore", exact: true }));

  await ada.sees("Restored: Milo Newcomer");
  await milo.signIn(password);
  expect(await milo.ask(getMe, {})).toMatchObject({ name: "Milo Newcomer" });
});

test("the role is asked for by one administrator and given by another, and the last one keeps it", { timeout: patient }, async () => {
  const keys = keyboardOf(ada.page);
  await ada.go("/admin/accounts?tab=staff");
  await ada.sees("The only one; the role stays");
  await keys.type(ada.page.getByLabel("Find a person"), ben.email);
  await ada.page.keyboard.press("Enter");
  await keys.press(ada.page.getByRole("button", { name: "Ask for the administrator's role" }));
  await decide(ada, keys, "Ask for the role");
  await ada.sees("Another has to confirm");
  await runAsOperator(stage, root, ["tools/confirm-admin.ts", "--email", ben.email]);
  await ben.ask(chooseOrganisation, { body: { orgId: "platform" } });
  await ben.signIn(password);
  await ben.ask(askAdminGrant, { params: { userId: (await cleo.ask(getMe, {})).userId } });

  await ada.go("/admin/accounts?tab=staff");
  await keys.press(ada.page.getByRole("button", { name: "Confirm the role of Cleo Newcomer" }));
  await decide(ada, keys, "Give the role");
  await ada.sees("Administrator now: Cleo Newcomer");
  await isSound(ada.page);
  await ada.picture("accounts-staff");
  for (const name of ["Ben Newcomer", "Cleo Newcomer"]) {
    await keys.press(ada.page.getByRole("button", { name: `Withdraw the role of ${name}` }));
    await decide(ada, keys, "Withdraw the role");
    await ada.page.getByRole("button", { name: `Withdraw the role of ${name}` }).waitFor({ state: "detached" });
  }

  await ada.sees("The only one; the role stays");
  expect(await ben.attempt(askAdminGrant, { params: { userId: "nobody" } })).toMatchObject({ status: 401 });
});

/** Types a day into the browser's own field for one, part by part as an American browser asks for them. */
const typeDay = async (keys: Keyboard, day: string): Promise<void> => {
  await keys.reach(ada.page.getByLabel("Day (UTC)"));
  await ada.page.keyboard.type(`${day.slice(5, 7)}${day.slice(8)}${day.slice(0, 4)}`);
};

const entries = () => ada.page.getByRole("table", { name: "Audit entries" }).getByRole("row");
/** Waits until the audit lists so many entries; its head is a row too. */
const listed = async (count: number): Promise<void> => {
  await expect.poll(() => entries().count(), { timeout: 20_000 }).toBe(count === 0 ? 0 : count + 1);
};

test(
  "an administrator looks up who did what, narrowed by action, target, actor and day, with what was before and after",
  { timeout: patient },
  async () => {
    const { page } = ada;
    const keys = keyboardOf(page);
    const { userId: cleoId } = await cleo.ask(getMe, {});
    await stage.drain(30_000);
    await keys.press(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Security" }));
    await page.waitForURL((url) => url.pathname === "/admin/security");
    await page.getByRole("link", { name: "Staff admin withdrawn" }).first().waitFor();
    await isSound(page);
    await ada.picture("security-audit");

    await keys.type(page.getByLabel("Action"), "staff.admin_granted");
    await listed(2);
    await keys.type(page.getByLabel("Target"), cleoId);
    await listed(1);
    await keys.press(page.getByRole("link", { name: "Staff admin granted" }));
    const sheet = page.getByRole("dialog");
    expect((await sheet.getByRole("row", { name: "role" }).innerText()).split(/\s+/)).toEqual(["role", "none", "admin"]);
    await isSound(page);
    await ada.picture("security-entry");
    await keys.press(sheet.getByRole("link", { name: "All of this actor" }));
    await sheet.waitFor({ state: "detached" });

    await keys.type(page.getByLabel("Action"), "staff.admin_withdrawn");
    await listed(2);
    expect(await page.getByLabel("Actor").inputValue()).not.toBe("");
    const today = new Date().toISOString().slice(0, 10);
    await typeDay(keys, "2026-01-02");
    await ada.sees("Nothing was done");
    await keys.reach(page.getByLabel("Action"));
    await typeDay(keys, today);
    await listed(2);
  },
);

test("what is listed becomes a file, and the day's chain is checked", { timeout: patient }, async () => {
  const { page } = ada;
  const keys = keyboardOf(page);

  const [file] = await Promise.all([page.waitForEvent("download"), keys.press(ada.button("Export as CSV"))]);
  await keys.press(ada.button("Check the day"));
  await ada.sees(/\d+ entries, whole and unchanged/);

  const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines.slice(1).every((line) => line.includes('"staff.admin_withdrawn"'))).toBe(true);
  expect(file.suggestedFilename()).toBe(`audit-${new Date().toISOString().slice(0, 10)}.csv`);
  await isSound(page);
  await ada.picture("security-checked");
});

test(
  "an administrator sees what may have been an attempt at something, by its severity, and the limits of every route",
  { timeout: patient },
  async () => {
    const { page } = ada;
    const keys = keyboardOf(page);
    for (let index = 0; index < 24; index += 1) await milo.attempt(getOrder, { params: { orderId: idOf("ord", `x${index}`) } });

    await keys.openTab("Events");
    await keys.reach(page.getByLabel("Severity"));
    await page.keyboard.type("Medium");
    await page.waitForURL(/severity=medium/);
    await page.getByRole("row", { name: /^Asking for others' records.*getOrder/ }).waitFor();
    await isSound(page);
    await ada.picture("security-events");
    await keys.openTab("Limits");
    await page.getByRole("table", { name: "Declared limits" }).getByRole("row", { name: "findPerson 120 an hour person" }).waitFor();
    await isSound(page);
    await ada.picture("security-limits");
  },
);

test("nothing went wrong on the way that the browser would have complained about", () => {
  expect([...bea.problems, ...ada.problems]).toEqual([]);
});
