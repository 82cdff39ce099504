import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { Brief } from "@sleekapp/core/pricing/model";
import { currentBook, price } from "@sleekapp/core/pricing/rules";
import type { QuoteView } from "@sleekapp/core/quote/view";
import type { Bodies } from "./support/example.ts";
import { accessible, fits, quiet } from "./support/checks.ts";
import { useSite } from "./support/use-site.ts";

// What the page that asks for a price promises beyond the checks of every page.

const app = useSite();

const open = (path: string, { bodies = {}, ...view }: { readonly bodies?: Bodies; readonly width?: 390 | 1366; readonly who?: "buyer" } = {}) =>
  app.openAt(path, { ...view, answers: { bodies } });

const refuse = (route: Route, status: number, error: Readonly<Record<string, unknown>>) =>
  route.fulfill({ status, json: { error: { message: "No", requestId: "req-test-refused", docs: "/info/errors", ...error } } });

const quoteId = "quo_01m7zrzqkf0000000000000007";
const claim = "a-claim-secret-of-the-test";

function quoteOf(raw: unknown): QuoteView {
  const brief = Brief.parse(raw);
  const priced = price(brief, currentBook);
  const { total } = priced;
  const deposit = { amount: Math.round(total.amount * 0.3), currency: total.currency };
  return {
    quoteId,
    title: `${brief.quantity} Hoodies`,
    quantity: brief.quantity,
    total,
    status: "priced",
    isExpired: false,
    revision: 1,
    validUntil: "2099-12-31T23:59:59.999Z",
    createdAt: "2026-11-25T10:00:00.000Z",
    brief,
    priced,
    deposit,
    balance: { amount: total.amount - deposit.amount, currency: total.currency },
    revisedBy: "buyer",
    isOffered: false,
    isShared: false,
  };
}

const brief = { garmentType: "hoodie", quantity: 207, fabric: "fleece", complexity: "medium" };
const range = (page: Page) => page.getByText(/^US\$[\d,.]+ to US\$[\d,.]+$/u);

async function toContact(page: Page): Promise<void> {
  await page.getByLabel(/^Medium/u).check();
  await page.getByRole("button", { name: /^Next/u }).click();
  await page.getByLabel("Fabric", { exact: true }).selectOption("fleece");
  await page.getByRole("button", { name: /^Next/u }).click();
  await page.getByRole("button", { name: /^Next/u }).click();
  await page.getByRole("heading", { name: "Contact" }).waitFor();
}

describe("a quote", () => {
  test("has a range before any address is asked for; it changes with the quantity, and a refresh keeps what was typed", async () => {
    const { page, watch, close } = await open("/quote?product=hoodie&quantity=207");

    const first = await range(page).textContent();
    await page.getByLabel("Pieces").fill("900");
    const second = await range(page).textContent();
    await page.getByLabel(/^Complex/u).check();
    await page.reload();

    expect(new Set([first, second]).size).toBe(2);
    expect(await page.getByLabel("Pieces").inputValue()).toBe("900");
    expect(await page.getByLabel(/^Complex/u).isChecked()).toBe(true);
    expect(new Set(watch.requests)).toEqual(new Set(["GET /v1/public/price-book"]));
    await close();
  });

  test("is made once for a proven address whatever is clicked twice; its lines add up; its secret stands in no address", async () => {
    const bodies = {
      "POST /v1/guest/codes": { challengeId: "chl_1", resendAfter: 60 },
      "POST /v1/guest/codes/chl_1/answer": { proof: "proof.of.test", email: "ada@example.test", expiresAt: "2099-01-01T00:00:00.000Z" },
      "POST /v1/guest/quotes": { quote: quoteOf(brief), claim },
      [`GET /v1/guest/quotes/${quoteId}`]: quoteOf(brief),
      [`GET /v1/guest/quotes/${quoteId}/files`]: { items: [] },
    };
    const { page, watch, close } = await open("/quote?product=hoodie&quantity=207", { bodies });
    const claims: (string | undefined)[] = [];
    page.on("request", (request) => request.url().includes("/guest/quotes/") && claims.push(request.headers()["x-claim"]));

    await toContact(page);
    await page.getByLabel("E-mail address").fill("ada@example.test");
    await page.getByRole("button", { name: "Send the code" }).dblclick();
    const code = page.getByLabel("Code from the mail");
    await code.fill("123456");
    await page.getByText("Total for 207 pieces").waitFor();
    const cents = await page
      .getByRole("region", { name: "Price" })
      .locator("table tr td")
      .evaluateAll((cells) =>
        cells.map((cell) => {
          const text = cell.textContent ?? "";
          return Math.round(Number(text.replaceAll(/[^\d.]/gu, "")) * 100) * (text.startsWith("−") ? -1 : 1);
        }),
      );

    expect(watch.requests.filter((one) => one.startsWith("POST"))).toEqual([
      "POST /v1/guest/codes",
      "POST /v1/guest/codes/chl_1/answer",
      "POST /v1/guest/quotes",
    ]);
    expect(cents.slice(0, -1).reduce((sum, line) => sum + line, 0)).toBe(cents.at(-1));
    expect(cents.at(-1)).toBe(quoteOf(brief).total.amount);
    expect(new URL(page.url()).search).toBe(`?id=${quoteId}`);
    expect(watch.requests.join()).not.toContain(claim);
    expect(new Set(claims)).toEqual(new Set([claim]));
    expect(await page.getByRole("link", { name: "Accept" }).getAttribute("href")).toBe(
      `/sign-up?next=${encodeURIComponent(`/app/quotes/${quoteId}`)}`,
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect([...(await accessible(page)), ...quiet(watch)]).toEqual([]);
    await page.reload();
    await page.getByText("Total for 207 pieces").waitFor();
    await close();
  });

  test("counts the tries of a code, locks it after the fifth and lets a new one wait a minute", async () => {
    const bodies = { "POST /v1/guest/codes": { challengeId: "chl_1", resendAfter: 60 } };
    const { page, close } = await open("/quote?product=hoodie&quantity=207", { bodies });
    let left = 5;
    await page.route("**/answer", (route) => {
      left -= 1;
      return refuse(route, 400, { code: "code.wrong", details: { triesLeft: left } });
    });

    await toContact(page);
    await page.getByLabel("E-mail address").fill("ada@example.test");
    await page.getByRole("button", { name: "Send the code" }).click();
    const code = page.getByLabel("Code from the mail");
    const said: string[] = [];
    for (const words of ["4 tries left", "3 tries left", "2 tries left", "1 try left", "does not work any more"]) {
      await code.fill("111111");
      await page.getByText(words).waitFor();
      said.push(words);
    }

    expect(said).toHaveLength(5);
    expect(await code.isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: /^New code in \d+ s$/u }).isDisabled()).toBe(true);
    await close();
  });

  test("asks a signed-in buyer for no code", async () => {
    const bodies = {
      "POST /v1/quotes": { quote: quoteOf(brief) },
      [`GET /v1/quotes/${quoteId}`]: quoteOf(brief),
      [`GET /v1/quotes/${quoteId}/files`]: { items: [] },
    };
    const { page, watch, close } = await open("/quote?product=hoodie&quantity=207", { bodies, who: "buyer" });

    await toContact(page);
    await page.getByRole("button", { name: "Get the itemised quote" }).dblclick();
    await page.getByText("Total for 207 pieces").waitFor();

    expect(watch.requests.filter((one) => one.startsWith("POST"))).toEqual(["POST /v1/quotes"]);
    expect(await page.getByRole("link", { name: "Accept" }).getAttribute("href")).toBe(`/app/quotes/${quoteId}`);
    await close();
  });

  test("takes files while it is written: they are checked, stay after a refresh, and go along by the draft's secret", async () => {
    const file = { uploadId: "upl_01m7zrzqkf0000000000000001", name: "art.pdf", addedAt: "2026-11-27T10:00:00.000Z" };
    const bodies = {
      "GET /v1/guest/quote-drafts/files": { items: [{ ...file, state: "ready", ending: "pdf", bytes: 1_200 }] },
      "POST /v1/guest/quote-drafts/files": { uploadId: file.uploadId, url: "https://files.example/incoming", fields: { key: "incoming" } },
      "POST /v1/quotes": { quote: quoteOf(brief) },
      [`GET /v1/quotes/${quoteId}`]: quoteOf(brief),
      [`GET /v1/quotes/${quoteId}/files`]: { items: [] },
    };
    const { page, watch, close } = await open("/quote?product=hoodie&quantity=207", { bodies, who: "buyer" });
    await page.route("https://files.example/**", (route) => route.fulfill({ status: 204, headers: { "access-control-allow-origin": "*" } }));
    const secrets: (string | undefined)[] = [];
    page.on("request", (request) => request.url().includes("/quote-drafts/") && secrets.push(request.headers()["x-claim"]));
    await page.getByLabel(/^Medium/u).check();
    await page.getByRole("button", { name: /^Next/u }).click();
    await page.getByLabel("Fabric", { exact: true }).selectOption("fleece");
    await page.getByRole("button", { name: /^Next/u }).click();
    await page.locator("input[type=file]").setInputFiles({ name: "art.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
    await page.getByText("PDF, 1 kB").waitFor();

    await page.reload();
    await page.getByText("PDF, 1 kB").waitFor();
    await page.getByRole("button", { name: /^Next/u }).click();
    const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/v1/quotes"));
    await page.getByRole("button", { name: "Get the itemised quote" }).click();

    const [secret, ...others] = [...new Set(secrets)];
    expect(others).toEqual([]);
    expect((await sent).postDataJSON()).toMatchObject({ draft: secret });
    expect(secret).toMatch(/^[\w-]{43}$/u);
    expect(watch.requests.join()).not.toContain(secret);
    await close();
  });

  test("shows the design it was begun with, as soon as it is made", async () => {
    const bodies = {
      "POST /v1/quotes": { quote: quoteOf(brief) },
      [`PUT /v1/quotes/${quoteId}/design`]: { quoteId, designId: "dsn_1" },
      [`GET /v1/quotes/${quoteId}`]: quoteOf(brief),
      [`GET /v1/quotes/${quoteId}/files`]: { items: [] },
    };
    const { page, watch, close } = await open("/quote", { bodies, who: "buyer" });
    const form = { garmentType: "hoodie", quantity: 207, rush: "none", wantedOn: "", sample: false, notes: "", designId: "dsn_1" };
    await page.evaluate((draft) => sessionStorage.setItem("sleekapp.draft.quote", JSON.stringify(draft)), { form, contact: { email: "" } });
    await page.reload();

    await toContact(page);
    await page.getByText("The quote shows the design you chose").waitFor();
    await page.getByRole("button", { name: "Get the itemised quote" }).click();
    await page.getByText("Total for 207 pieces").waitFor();

    expect(watch.requests.filter((one) => /^(?:POST|PUT)/u.test(one))).toEqual(["POST /v1/quotes", `PUT /v1/quotes/${quoteId}/design`]);
    await close();
  });

  test("is split by colour and size in a table that adds up, and its brief says both", async () => {
    const bodies = {
      "POST /v1/quotes": { quote: quoteOf(brief) },
      [`GET /v1/quotes/${quoteId}`]: quoteOf(brief),
      [`GET /v1/quotes/${quoteId}/files`]: { items: [] },
    };
    const { page, watch, close } = await open("/quote?product=hoodie&quantity=207", { bodies, who: "buyer", width: 390 });
    const asked: unknown[] = [];
    page.on("request", (request) => request.method() === "POST" && request.url().endsWith("/v1/quotes") && asked.push(request.postDataJSON()));

    await page.getByLabel(/^Medium/u).check();
    await page.getByRole("button", { name: /^Next/u }).click();
    await page.getByLabel("Fabric", { exact: true }).selectOption("fleece");
    await page.getByLabel(/^By colour and size/u).check();
    await page.getByLabel("Colour 1", { exact: true }).fill("Navy");
    await page.getByRole("button", { name: "Add a colour" }).click();
    await page.getByLabel("Colour 2", { exact: true }).fill("White");
    await page.getByRole("button", { name: "Remove size XL" }).click();
    await page.getByLabel("Pieces of White, size M").fill("9");
    await page.getByRole("button", { name: /^Next/u }).click();
    await page.getByText(/^The sizes add up to/u).waitFor();
    await page.getByRole("button", { name: "Split evenly" }).click();
    await page.getByText("207 of 207 pieces").waitFor();
    const problems = [...(await accessible(page)), ...(await fits(page))];
    await page.getByRole("button", { name: /^Next/u }).click();
    await page.getByRole("button", { name: /^Next/u }).click();
    await page.getByRole("button", { name: "Get the itemised quote" }).click();
    await page.getByText("Total for 207 pieces").waitFor();

    expect([...problems, ...quiet(watch)]).toEqual([]);
    expect(asked).toMatchObject([
      {
        brief: {
          sizes: { S: 69, M: 69, L: 69 },
          colours: [
            { name: "Navy", sizes: { S: 35, M: 35, L: 35 } },
            { name: "White", sizes: { S: 34, M: 34, L: 34 } },
          ],
        },
      },
    ]);
    await close();
  });
});
