import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visit } from "./support/browser.ts";
import { accessible } from "./support/checks.ts";
import type { Bodies } from "./support/example.ts";
import { accountExamples } from "./support/examples/account.ts";
import { marketExamples } from "./support/examples/market.ts";
import { useSite } from "./support/use-site.ts";

// What the pages about people make of the server's refusals.

const app = useSite();

async function open(address: string, who: "buyer" | "admin", bodies: Bodies | undefined) {
  const opened = await app.open({ who, answers: { bodies: bodies ?? {} } });
  await visit(opened.page, app.origin + address);
  return opened;
}

const refuse = (page: Page, path: string, status: number, error: { readonly code: string; readonly details?: unknown }) =>
  page.route(path, (route) =>
    route.request().method() === "GET"
      ? route.fallback()
      : route.fulfill({ status, json: { error: { message: "Refused", requestId: "req-test", docs: "", ...error } } }),
  );

test("an address that only the server finds wrong is told at its field, which has the cursor, and goes with the next letter", async () => {
  const { page, close } = await open("/app/settings?tab=members", "buyer", accountExamples["/app/settings"]?.[0]?.bodies);
  const fields = [{ path: "email", message: "Invalid email address" }];
  await refuse(page, "**/v1/invitations", 400, { code: "request.invalid", details: { fields } });
  const field = page.getByLabel("E-mail address");

  await field.fill("mila@seats..example");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText("Invalid email address").waitFor();

  expect(await field.getAttribute("aria-invalid")).toBe("true");
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByRole("alert").count()).toBe(0);
  expect(await accessible(page)).toEqual([]);
  await page.keyboard.type("x");
  await page.getByText("Invalid email address").waitFor({ state: "detached" });
  await close();
});

test("an address that may break on a phone is one word to whoever hears it, with its seat and its end beneath", async () => {
  const bodies = accountExamples["/app/settings"]?.[0]?.bodies;
  const { page, close } = await app.open({ who: "buyer", width: 390, answers: { bodies: bodies ?? {} } });
  await visit(page, `${app.origin}/app/settings?tab=members`);

  const cell = page.getByRole("table", { name: "Open invitations" }).getByRole("cell").first();

  expect(await cell.ariaSnapshot()).toContain("new.colleague@northfold.example.test Member, until 20 Nov 2026");
  expect(await page.getByRole("columnheader", { name: "Open until" }).count()).toBe(0);
  await close();
});

test("what belongs to no field of the form stands above its button", async () => {
  const { page, close } = await open("/app/settings?tab=members", "buyer", accountExamples["/app/settings"]?.[0]?.bodies);
  await refuse(page, "**/v1/invitations", 400, { code: "request.invalid", details: { fields: [{ path: "kind", message: "No" }] } });

  await page.getByLabel("E-mail address").fill("mila@seats.example");
  await page.getByRole("button", { name: "Send the invitation" }).click();

  await page.getByRole("alert").getByText("Refused").waitFor();
  expect(await page.getByLabel("E-mail address").getAttribute("aria-invalid")).toBeNull();
  await close();
});

const accounts = marketExamples["/admin/accounts"] ?? [];
const bea = "81111111-1111-4111-8111-111111111111";

test.each([
  ["asked for", `/admin/accounts?tab=staff&person=${bea}`, "Ask for the administrator's role", "Ask for the role"],
  ["confirmed", "/admin/accounts?tab=staff", "Confirm the role of Bea Buyer", "Give the role"],
] as const)("the role that is %s with an old sign-in leads to a new one, and back to the same place", async (_what, address, deed, action) => {
  const bodies = accounts.find(({ paths = [] }) => paths.includes("/admin/accounts?tab=staff"))?.bodies;
  const { page, close } = await open(address, "admin", bodies);
  await refuse(page, "**/v1/admin/staff/**", 403, { code: "sign_in.too_old" });

  await page.getByRole("button", { name: deed }).click();
  await page.getByRole("dialog").getByRole("button", { name: action }).click();
  await page.getByText("This makes an administrator, so it takes a sign-in of the last ten minutes.").waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await accessible(page)).toEqual([]);
  await page.getByRole("button", { name: "Sign in again" }).click();

  await page.waitForURL(({ pathname, searchParams }) => pathname === "/sign-in" && searchParams.get("next") === address);
  await close();
});
