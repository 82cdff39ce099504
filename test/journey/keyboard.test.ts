import { mailedCode } from "@sleekapp/local/people/person";
import { freshTotp } from "@sleekapp/local/people/totp";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessible } from "../browser/support/checks.ts";
import { openBrowser } from "../browser/support/browser.ts";
import { bootStage, type Stage } from "../support/stage.ts";
import { type Desk, openDesk, password } from "./support/desk.ts";
import { type Keyboard, keyboardOf } from "./support/keyboard.ts";

// Somebody who uses no mouse: signing up, the settings, the second factor and a forgotten password.

const root = path.resolve(import.meta.dirname, "../..");
const another = "cotton linen wool and silk";

let stage: Stage;
let browser: Browser;
let rina: Desk;
let keys: Keyboard;
let secret = "";
beforeAll(async () => {
  [stage, browser] = await Promise.all([bootStage({ root, name: "keyboard", ephemeral: true, port: 4180, web: "dist" }), openBrowser()]);
  rina = await openDesk(browser, stage, { name: "Rina Das", email: "rina@keys.example" });
  keys = keyboardOf(rina.page);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const field = (label: string) => rina.page.getByRole("main").getByLabel(label, { exact: true });
const button = (name: string) => rina.page.getByRole("button", { name, exact: true });
const arrives = (pathname: string) => rina.page.waitForURL((url) => url.pathname === pathname);

async function openTab(name: string): Promise<void> {
  await keys.press(rina.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }));
  await keys.openTab(name);
}

async function signOut(): Promise<void> {
  await keys.press(button(`Padma, account of ${rina.name}`));
  await keys.press(rina.page.getByRole("menuitem", { name: "Sign out" }));
  await arrives("/");
}

async function signIn(secretWord: string): Promise<void> {
  await keys.press(rina.page.getByRole("link", { name: "Sign in" }).first());
  await keys.type(field("E-mail address"), rina.email);
  await keys.type(field("Password"), secretWord);
  await rina.page.keyboard.press("Enter");
}

async function typeCodeOfApp(): Promise<void> {
  await keys.type(field("Code from your authenticator app"), freshTotp(secret));
  await rina.page.keyboard.press("Enter");
  await arrives("/app");
}

test("an account is made: the fields are in their order, and Enter sends the form", async () => {
  await rina.go("/sign-up");
  await keys.type(field("Your name"), rina.name);
  await keys.type(field("Company (optional)"), "Padma");
  await keys.type(field("E-mail address"), rina.email);
  await keys.type(field("Password"), password);
  const since = new Date().toISOString();
  await rina.page.keyboard.press("Enter");
  await keys.type(field("Code from the mail"), await mailedCode(stage, rina.email, since));

  await arrives("/app");
});

test("what is saved in the settings is there after a reload", async () => {
  await openTab("Profile");
  await keys.type(field("Telephone (optional)"), "+880 1700 000000");
  await keys.press(button("Save"));
  await rina.sees("Saved");
  await rina.page.reload();

  await expect.poll(() => field("Telephone (optional)").inputValue()).toBe("+880 1700 000000");
});

test("a wrong current password is told at its field, and the right one changes it", async () => {
  await openTab("Security");
  await keys.type(field("Current password"), "not this one at all");
  await keys.type(field("New password"), another);
  await rina.page.keyboard.press("Enter");
  await rina.sees("That is not your current password.");
  expect(await field("Current password").getAttribute("aria-invalid")).toBe("true");

  await keys.type(field("Current password"), password);
  await keys.type(field("New password"), another);
  await rina.page.keyboard.press("Enter");

  await rina.sees("Saved");
});

test("an authenticator app is set up, and asked for at the next sign-in", async () => {
  await keys.press(rina.page.getByRole("link", { name: "Set up an authenticator app" }));
  await arrives("/second-factor");
  secret = ((await rina.page.getByLabel("Key for your app").textContent()) ?? "").replaceAll(" ", "");
  expect(await accessible(rina.page, "all")).toEqual([]);
  await keys.type(field("Code from your app"), freshTotp(secret));
  await rina.page.keyboard.press("Enter");
  await keys.press(rina.page.getByLabel("I have kept the codes"), "Space");
  await rina.picture("keyboard-recovery-codes");
  await keys.press(button("Go on"));
  await rina.page.waitForURL((url) => url.pathname.startsWith("/app"));
  await signOut();
  await signIn(another);

  await typeCodeOfApp();
});

test("a forgotten password is set anew with the code from the mail, and the app is asked for all the same", async () => {
  await signOut();
  await keys.press(rina.page.getByRole("link", { name: "Sign in" }).first());
  await keys.press(button("Forgotten password"));
  await keys.type(field("E-mail address"), rina.email);
  const since = new Date().toISOString();
  await rina.page.keyboard.press("Enter");
  await keys.type(field("Code from the mail"), await mailedCode(stage, rina.email, since));
  await keys.type(field("New password"), password);
  await rina.page.keyboard.press("Enter");
  await keys.type(field("Password"), password);
  await rina.page.keyboard.press("Enter");

  await typeCodeOfApp();
});

test("nothing went wrong on the way that the browser would have complained about", () => {
  expect(rina.problems).toEqual([]);
});
