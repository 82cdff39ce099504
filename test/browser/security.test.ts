import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visit } from "./support/browser.ts";
import { accessible, fits } from "./support/checks.ts";
import { securityExamples } from "./support/examples/security.ts";
import { useSite } from "./support/use-site.ts";

const app = useSite();

const bodies = securityExamples["/admin/security"]?.[0]?.bodies ?? {};

async function show(tab: string, width: 390 | 1366 = 1366) {
  const opened = await app.open({ width, who: "admin", answers: { bodies } });
  await visit(opened.page, `${app.origin}/admin/security?tab=${tab}&day=2026-11-26`);
  return opened;
}

/** Goes on with the tab key until the control with these words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    if (focused === words) return;
  }
  throw new Error(`${words} was not reached with the keyboard`);
}

test.each([390, 1366] as const)("an entry opens with the keyboard and says what was before and after, at %i", async (width) => {
  const { page, close, watch } = await show("audit", width);

  await tabTo(page, "Supplier verified");
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  await sheet.waitFor();
  const row = await sheet.getByRole("row", { name: /verification/ }).innerText();
  const problems = [...(await accessible(page)), ...(await fits(page)), ...watch.problems];
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await close();

  expect(row.split(/\s+/)).toEqual(["verification", "pending", "verified"]);
  expect(problems).toEqual([]);
});

test("filters go into the request and the address", async () => {
  const { page, close, watch } = await show("audit");

  await page.getByLabel("Actor").focus();
  await page.keyboard.type("user-71");
  await page.waitForURL(/actor=user-71/);
  await close();

  expect(watch.requests.some((request) => request.includes("/v1/admin/audit") && !request.includes("days"))).toBe(true);
});

test("the day is checked and its faults are said, and the entries are a file for a spreadsheet", async () => {
  const { page, close } = await show("audit");

  await tabTo(page, "Export as CSV");
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  await tabTo(page, "Check the day");
  await page.keyboard.press("Enter");
  const verdict = await page
    .getByText("The sealed entry at place 71 was deleted.")
    .waitFor()
    .then(() => true);
  await close();

  expect(file.suggestedFilename()).toBe("audit-2026-11-26.csv");
  expect(verdict).toBe(true);
});

test("events are chosen by severity, and limits stand with who has met them", async () => {
  const { page, close } = await show("events");
  await page.getByLabel("Severity").selectOption("high");
  await page.waitForURL(/severity=high/);
  await page.getByRole("tab", { name: "Events" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("table", { name: "Declared limits" }).waitFor();
  const text = await page.locator("main").innerText();
  await close();

  expect(text).toContain("20 an hour");
  expect(text).toContain("203.0.113.0/24");
});
