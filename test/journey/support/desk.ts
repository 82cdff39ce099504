/// <reference lib="dom" />
import { mkdirSync } from "node:fs";
import path from "node:path";
import { freshTotp } from "@sleekapp/local/people/totp";
import { mailedCode, until } from "@sleekapp/local/people/person";
import type { Stage } from "@sleekapp/local/stage";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";

const shots = path.join(import.meta.dirname, "../../../.local/screenshots/journey");

/** One person at their own screen: a browser context of their own, and the mails that reach them. */
export type Desk = {
  readonly name: string;
  readonly email: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: console errors, refused scripts, answers above 499. */
  readonly problems: string[];
  readonly go: (address: string) => Promise<void>;
  /** Waits until the page waits for no answer. */
  readonly isRead: () => Promise<unknown>;
  readonly button: (name: string | RegExp) => Locator;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly field: (label: string | RegExp) => Locator;
  readonly fill: (values: Readonly<Record<string, string>>) => Promise<void>;
  readonly sees: (text: string | RegExp) => Promise<void>;
  /** Keeps a picture of the page as it is, for people to look at. */
  readonly picture: (name: string) => Promise<void>;
};

/** A label by its first words: a hint may follow, and "City" is not a part of "Capacity". */
const startingWith = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** Opens a screen for somebody; phones are 390 pixels wide. */
export async function openDesk(
  browser: Browser,
  stage: Stage,
  who: { readonly name: string; readonly email: string; readonly phone?: boolean },
): Promise<Desk> {
  const viewport = who.phone ? { width: 390, height: 844 } : { width: 1366, height: 900 };
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", baseURL: stage.url });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const problems: string[] = [];
  // A refusal that the page tells people about is also a line in the console; only what nobody expects counts.
  page.on(
    "console",
    (message) => message.type() === "error" && !/status of 4\d\d/.test(message.text()) && problems.push(`${who.name}: ${message.text()}`),
  );
  page.on("pageerror", (error) => problems.push(`${who.name}: ${error.message}`));
  page.on("response", (response) => response.status() >= 500 && problems.push(`${who.name}: ${response.status()} ${response.url()}`));
  mkdirSync(shots, { recursive: true });
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).last();
  const field = (label: string | RegExp) => page.getByLabel(typeof label === "string" ? startingWith(label) : label).last();
  return {
    ...who,
    page,
    context,
    problems,
    button,
    field,
    go: async (address) => {
      await page.goto(address);
      await page.locator("main h1").first().waitFor();
    },
    isRead: () => page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null),
    press: (name) => button(name).click(),
    fill: async (values) => {
      for (const [label, value] of Object.entries(values)) await field(label).fill(value);
    },
    sees: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    picture: async (name) => {
      await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
    },
  };
}

export const password = "thread needle and cloth";

/** Signs up on the page, with the code that arrives by mail, and ends where the page leads. */
export async function signUp(
  desk: Desk,
  stage: Stage,
  { as, company, next }: { readonly as: "buyer" | "supplier"; readonly company: string; readonly next?: string },
): Promise<void> {
  if (next === undefined) await desk.go(`/sign-up?as=${as}`);
  const since = new Date().toISOString();
  await desk.fill({ "Your name": desk.name, [as === "supplier" ? "Company" : "Company (optional)"]: company, "E-mail address": desk.email });
  await desk.page.locator("input[autocomplete=new-password]").fill(password);
  await desk.press("Create the account");
  await desk.page.getByLabel("Code from the mail").fill(await mailedCode(stage, desk.email, since));
  await desk.page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
}

/** Signs in on the page. */
export async function signIn(desk: Desk): Promise<void> {
  await desk.go("/sign-in");
  await desk.fill({ "E-mail address": desk.email });
  await desk.page.locator("input[autocomplete=current-password]").fill(password);
  await desk.press("Sign in");
  await desk.page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Sets up an authenticator app on the page that an admin is led to, and goes where they wanted to. */
export async function enrol(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname === "/second-factor");
  const key = (await page.getByLabel("Key for your app").textContent()) ?? "";
  await page.getByLabel("Code from your app").fill(freshTotp(key.replaceAll(" ", "")));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await page.getByLabel("I have kept the codes").check();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.waitForURL((url) => url.pathname !== "/second-factor");
}

/** Types a test card into the payment provider's form and pays. */
export async function payByHand(desk: Desk, number: string): Promise<void> {
  await desk.fill({ "Card number": number, "Expiration date": "12 / 34", "Security code": "123" });
  await desk.button(/^Pay US/).click();
}

/** The address in the newest mail to somebody about something. */
export async function mailedLink(stage: Stage, to: string, address: RegExp): Promise<string> {
  return until(`A mail to ${to} with a link to ${address.source}`, async () => {
    for (const summary of stage.mailbox.list(to)) {
      const found = address.exec((await stage.mailbox.read(summary.id))?.text ?? "");
      if (found) return found[0];
    }
    return undefined;
  });
}
