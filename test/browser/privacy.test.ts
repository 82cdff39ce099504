import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visit } from "./support/browser.ts";
import { accessible, quiet } from "./support/checks.ts";
import { accountExamples } from "./support/examples/account.ts";
import { visitorExamples } from "./support/examples/visitor.ts";
import { useSite } from "./support/use-site.ts";

const app = useSite();

/** The settings, and the home page that one is led to at the end. */
const bodies = { ...visitorExamples["/"]?.[0]?.bodies, ...accountExamples["/app/settings"]?.[0]?.bodies };
const free = { exports: [], obstacles: [], endingOrganisations: ["Northfold Ltd"] };

async function privacyTab(privacy: unknown, view: { readonly width?: 390 | 1366; readonly scheme?: "light" | "dark" } = {}) {
  const answers = { bodies: { ...bodies, "GET /v1/me/privacy": privacy } };
  const opened = await app.open({ ...view, who: "buyer", answers });
  await visit(opened.page, `${app.origin}/app/settings?tab=privacy`);
  return opened;
}

/** Goes on with the tab key until the control with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    if (focused === name) return;
  }
  throw new Error(`${name} was not reached with the keyboard`);
}

test("an account is erased with the keyboard alone, after its address was typed, and the reader is signed out", async () => {
  const { page, close, watch } = await privacyTab(free, { width: 390, scheme: "dark" });
  const sent: unknown[] = [];
  await page.route("**/v1/me/erasure", async (route) => {
    sent.push(route.request().postDataJSON());
    await route.fulfill({ status: 202, json: { askedAt: "2026-11-26T10:00:00.000Z" } });
  });

  await tabTo(page, "Erase my account");
  await page.keyboard.press("Enter");
  await page.keyboard.type("somebody.else@example.test");
  await page.keyboard.press("Enter");
  await page.getByText("That is not the address of your account.").waitFor();
  const sentBefore = sent.length;
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Buyer@example.test");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${app.origin}/`);

  expect(sentBefore).toBe(0);
  expect(sent).toEqual([{ email: "Buyer@example.test" }]);
  expect(
    await page.evaluate(() => [localStorage, sessionStorage].flatMap((kept) => Object.keys(kept)).filter((key) => key.includes("accessToken"))),
  ).toEqual([]);
  expect(watch.problems.filter((problem) => !problem.includes("cognito"))).toEqual([]);
  await close();
});

test("an old sign-in is led to a new one, and the tab is kept", async () => {
  const { page, close } = await privacyTab(free);
  const error = { code: "sign_in.too_old", message: "Sign in again first", requestId: "req-test", docs: "/info/errors#sign_in.too_old" };
  await page.route("**/v1/me/erasure", (route) => route.fulfill({ status: 403, json: { error } }));

  await page.getByRole("button", { name: "Erase my account" }).click();
  await page.getByLabel("Your e-mail address").fill("buyer@example.test");
  await page.getByRole("button", { name: "Erase it for good" }).click();
  await page.getByRole("button", { name: "Sign in again" }).click();

  await page.waitForURL(/\/sign-in\?next=%2Fapp%2Fsettings%3Ftab%3Dprivacy$/);
  await close();
});

test("what stands in the way is said in words, and there is no button that could not work", async () => {
  const obstacles = ["open_order", "unpaid_order", "sole_owner", "admin_seat"].map((code) => ({ code, subject: `the ${code}` }));
  const { page, close } = await privacyTab({ ...free, obstacles });

  expect(await page.getByRole("listitem").filter({ hasText: "the " }).count()).toBeGreaterThanOrEqual(3);
  expect(await page.getByRole("button", { name: "Erase my account" }).count()).toBe(0);
  expect(await accessible(page)).toEqual([]);
  await close();
});

test("a copy that was asked for is looked for again until it is there, and then downloads", async () => {
  const waiting = { exportId: "exp_00000000000000000000000001", state: "waiting", askedAt: "2026-11-26T10:00:00.000Z", isGone: false };
  const { page, close } = await privacyTab({ ...free, exports: [waiting] });
  await page.getByText("It is being made").waitFor();
  const ready = { ...waiting, state: "ready", readyAt: "2026-11-26T10:00:02.000Z", bytes: 48_000 };
  await page.route("**/v1/me/privacy", (route) => route.fulfill({ json: { ...free, exports: [ready] } }));
  await page.route("**/v1/me/exports/*/document", (route) => route.fulfill({ json: { url: `${app.origin}/robots.txt?the-copy` } }));

  await page.getByRole("button", { name: "Download" }).click();

  await page.waitForURL(/\?the-copy$/);
  await close();
});

test("the strength of a new password is told in words and bars, and its dictionaries come with the first letter only", async () => {
  const { page, close, watch } = await app.open({ width: 390, scheme: "dark" });
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(request.url()));
  await visit(page, `${app.origin}/sign-up`);
  await page.getByLabel("Your name").fill("Zelda Quillfeather");
  const isStrength = (url: string) => /\/assets\/strength-[\w-]+\.js$/.test(url);
  const before = scripts.filter(isStrength).length;

  await page.getByLabel("Password", { exact: true }).fill("passwordpassword");
  await page.getByText(/easily guessed|guessed at once/).waitFor();
  const meter = page.getByRole("meter", { name: "Strength of the password" });
  const weak = await meter.getAttribute("aria-valuenow");
  await page.getByLabel("Password", { exact: true }).fill("seven blue looms hum at dawn");
  await page.getByText("This password is very hard to guess.").waitFor();

  expect(before).toBe(0);
  expect(scripts.filter(isStrength)).toHaveLength(1);
  expect([Number(weak), await meter.getAttribute("aria-valuenow")]).toEqual([0, "4"]);
  expect(await accessible(page)).toEqual([]);
  expect(quiet(watch)).toEqual([]);
  await close();
});

test("a password with one's own name or ours in it is refused with the reason, whatever its strength", async () => {
  const { page, close } = await app.open();
  await visit(page, `${app.origin}/sign-up`);
  await page.getByLabel("Your name").fill("Zelda Quillfeather");
  await page.getByLabel("E-mail address").fill("zq@looms.example");
  for (const [password, word] of [
    ["seven blue Quillf3ather looms", "quillfeather"],
    ["seven blue sl33kapp looms hum", "sleekapp"],
  ] as const) {
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Create the account" }).click();
    await page.getByText(`Leave out "${word}"`).waitFor();
  }
  await close();
});
