import { describe, expect, test } from "vitest";
import { book2 } from "@sleekapp/core/pricing/rules";
import { priceExamples } from "./support/examples/prices.ts";
import { useSite } from "./support/use-site.ts";

// What the price books and the currencies promise in a browser beyond the checks of every page.

const app = useSite();
const { bodies = {} } = priceExamples["/admin/prices"]?.[0] ?? {};

describe("the price book", () => {
  test("a draft shows what each sample would cost more, to the cent, before it is saved; what is saved is what was typed", async () => {
    const saved = { bookVersion: 1_001, version: 3 };
    const { page, watch, close } = await app.openAt("/admin/prices/1001", {
      who: "admin",
      answers: { bodies: { ...bodies, "PUT /v1/admin/price-books/1001": saved } },
    });
    const sent = page.waitForRequest((request) => request.method() === "PUT");

    await page.getByText("Base: casual wear").click();
    await page.getByLabel("T-shirt", { exact: true }).fill("6.00");
    await page.getByText("200 T-shirts, cotton").waitFor();
    const samples = await page.getByRole("region", { name: "Samples" }).innerText();
    const canPublish = await page.getByRole("button", { name: "Publish" }).isEnabled();
    await page.getByRole("button", { name: "Save the draft" }).click();
    const { book, costs } = (await sent).postDataJSON();

    // Half a dollar on 200 pieces of a medium make, less 10 % on the second hundred, and the fee of 10 %.
    expect(samples).toContain("+US$125.40");
    expect(samples).toContain("2 of 10 samples would cost something else");
    expect(canPublish).toBe(false);
    expect([book.bases["t-shirt"], book.bases.polo, costs.bangladeshBps]).toEqual([600, 700, 8_000]);
    expect(watch.problems).toEqual([]);
    await close();
  });

  test("the quote form computes with the book in force, not with the one the release came with", async () => {
    const dearer = { ...book2, version: 1_001, bases: { ...book2.bases, hoodie: 3_000 } };
    const range = async (given: Readonly<Record<string, unknown>>) => {
      const { page, close } = await app.openAt("/quote?product=hoodie&quantity=100&fabric=cotton", { answers: { bodies: given } });
      const shown = page.getByText(/^US\$[\d,.]+ to US\$[\d,.]+$/u);
      await expect.poll(() => shown.textContent()).not.toBeNull();
      await page.waitForLoadState("networkidle");
      const text = await shown.textContent();
      await close();
      return text;
    };

    const usual = await range({});
    const dear = await range({ "GET /v1/public/price-book": { book: dearer, effectiveFrom: "2026-11-27T00:00:00.000Z" } });

    expect([usual?.split(" ")[0], dear?.split(" ")[0]]).toEqual(["US$1,650.00", "US$3,300.00"]);
  });
});

test("a currency chosen on this device stands beside US dollars, with its rate, day and source, until it is chosen away", async () => {
  const { page, watch, close } = await app.openAt("/quote?product=hoodie&quantity=100&fabric=cotton", { answers: { bodies } });
  const about = page.getByText(/^about €1,422\.41$/u);

  const before = watch.requests.filter((one) => one.includes("exchange-rates"));
  await page.getByLabel("Also show prices in").selectOption("EUR");
  await about.first().waitFor();
  const said = await about.first().getAttribute("title");
  await page.reload();
  await about.first().waitFor();
  await page.getByLabel("Also show prices in").selectOption("");
  await about.first().waitFor({ state: "detached" });

  expect(before).toEqual([]);
  expect(said).toBe("At 0.862069 EUR for one US dollar, 26 Nov 2026, European Central Bank");
  await close();
});
