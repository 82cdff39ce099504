/// <reference lib="dom" />
import { readBrief } from "@sleekapp/core/brief/reader";
import { describe, expect, test } from "vitest";
import { accessible, fits, quiet } from "./support/checks.ts";
import { designExamples } from "./support/examples/design.ts";
import { spending, spendingDay } from "./support/examples/ai.ts";
import { useSite } from "./support/use-site.ts";

// What pages promise where a model helps, beyond the checks of every page.

const app = useSite();

const words = "Wir brauchen 300 Poloshirts aus Piqué, 220 g/m², Stickerei auf der linken Brust, bis 15.03.2099.";
const view = { reading: readBrief(words, "2026-11-27"), language: "de", source: "model", unreadFiles: 0 };

describe("a brief in somebody's own words", () => {
  test.each([390, 1366] as const)("fills in the form, says what it was not sure of, and is corrected by hand (%i px)", async (width) => {
    const bodies = { "POST /v1/guest/brief-readings": { ...view, reading: { ...view.reading, gsm: { value: 220, bps: 5_000 } } } };
    const { page, watch, close } = await app.openAt("/quote", { width, answers: { bodies } });

    await page.getByRole("button", { name: "Describe it in your own words" }).click();
    // The focus goes into the field once it is there.
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    await page.keyboard.type(words);
    await page.getByRole("button", { name: "Fill in the form" }).click();
    await page.getByRole("heading", { name: "This is what we read" }).waitFor();

    expect(await page.getByLabel("Pieces").inputValue()).toBe("300");
    expect(await page.getByRole("radio", { name: "Polo shirts" }).isChecked()).toBe(true);
    expect(await page.getByText("Please check").count()).toBe(1);
    expect(watch.requests.filter((one) => one.startsWith("POST"))).toEqual(["POST /v1/guest/brief-readings"]);
    expect([...(await accessible(page)), ...(await fits(page)), ...quiet(watch)]).toEqual([]);

    await page.getByLabel(/^Medium/u).check();
    await page.getByRole("button", { name: /^Next/u }).click();
    expect(await page.getByLabel("Fabric", { exact: true }).inputValue()).toBe("pique");
    await page.getByRole("button", { name: /^Next/u }).click();
    await page.locator("textarea[name=notes]").waitFor();
    expect(await page.locator("textarea[name=notes]").inputValue()).toBe(words);
    await close();
  });
});

test("what a design's picture was read as goes into the quote form when its owner says so, and not before", async () => {
  const [{ paths: [path = ""] = [], bodies = {} } = {}] = designExamples["/app/designs/:id"] ?? [];
  const { page, watch, close } = await app.openAt(path, { width: 390, who: "buyer", answers: { bodies } });
  await page.getByLabel("Garment", { exact: true }).selectOption({ label: "Sweatshirt" });
  await page.getByRole("radio", { name: /^French terry/u }).check();
  expect(await page.evaluate(() => sessionStorage.getItem("sleekapp.draft.quote"))).toBeNull();

  await page.getByRole("button", { name: "Use in a quote" }).click();

  await page.getByRole("radio", { name: "Sweatshirts" }).waitFor();
  expect(await page.getByRole("radio", { name: "Sweatshirts" }).isChecked()).toBe(true);
  expect(await page.evaluate(() => sessionStorage.getItem("sleekapp.draft.quote"))).toMatch(/french-terry.*screen-print.*designId/u);
  expect(watch.requests.filter((one) => one.startsWith("POST"))).toEqual([]);
  await close();
});

describe("what models cost", () => {
  const day = "2026-11-26";
  const bodies = { "GET /v1/admin/ai": spending, [`GET /v1/admin/ai/days/${day}`]: spendingDay };

  test.each([390, 1366] as const)("is read, a price and budgets are written down (%i px)", async (width) => {
    const line = { modelId: "amazon.nova-pro-v1:0", from: "2027-01-01", input: 800_000, output: 3_200_000 };
    const { page, watch, close } = await app.openAt(`/admin/security?tab=ai&day=${day}`, {
      width,
      who: "admin",
      answers: { bodies: { ...bodies, "POST /v1/admin/ai/prices": line, "POST /v1/admin/ai/budgets": spending.budgets } },
    });
    await page.getByText("Left alone", { exact: true }).waitFor();

    expect(await page.getByRole("progressbar", { name: "Used of today's budget" }).getAttribute("aria-valuenow")).toBe("86");
    expect(await page.getByText(/US\$0\.000223 for each of 41 quotes/u).count()).toBe(1);
    await page.getByLabel("A million tokens in, in US dollars").fill("0.8");
    await page.getByRole("button", { name: "Write the price down" }).click();
    expect(await page.getByText("Dollars, such as 0.06.").count()).toBe(1);
    await page.getByLabel("A million tokens out, in US dollars").fill("3.2");
    const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().includes("/ai/prices"));
    await page.getByRole("button", { name: "Write the price down" }).click();

    expect((await sent).postDataJSON()).toMatchObject({ modelId: "amazon.nova-lite-v1:0", input: 800_000, output: 3_200_000 });

    await page.getByLabel("Commentary on a quote").fill("0.6");
    await page.getByRole("button", { name: "Write the budgets down" }).click();
    expect(await page.getByText("Not more than the stage's day.").count()).toBe(1);
    await page.getByLabel("The stage's day, in US dollars").fill("0.75");
    const wished = page.waitForRequest((request) => request.method() === "POST" && request.url().includes("/ai/budgets"));
    await page.getByRole("button", { name: "Write the budgets down" }).click();
    expect((await wished).postDataJSON()).toEqual({
      version: 2,
      dayMicros: 750_000,
      ownerDayMicros: 50_000,
      hours: [
        { task: "brief-reading", micros: 125_000 },
        { task: "quote-analysis", micros: 600_000 },
      ],
    });
    expect([...(await accessible(page)), ...(await fits(page)), ...quiet(watch)]).toEqual([]);
    await close();
  });
});
