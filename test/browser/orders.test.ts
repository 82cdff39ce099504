import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { idOf } from "../support/actors.ts";
import type { Who } from "./support/answers.ts";
import { look, type Opened, visit } from "./support/browser.ts";
import { accessible, fits } from "./support/checks.ts";
import {
  contactBody,
  type Given,
  forecastBody,
  nothingReported,
  offerBody,
  orderBody,
  orderIdOf,
  planBody,
  progressBody,
  sourcingBody,
} from "./support/examples/order-bodies.ts";
import { useSite } from "./support/use-site.ts";

// What the order page does beyond what every page does: its dialogs, its rules, and that it follows the order by itself.

const app = useSite();

type Bodies = Record<string, unknown>;
type Shown = Opened & { readonly bodies: Bodies; readonly id: string };

const people = { buyer: "buyer", supplier: "supplier", factory: "supplier", admin: "admin" } as const satisfies Record<Given["party"], Who>;

/** The page of an order with answers that a test can change while it is open. */
async function show(given: Given, extra: Bodies = {}, query = ""): Promise<Shown> {
  const id = orderIdOf(given.tag);
  const under = (bodies: Bodies): Bodies =>
    Object.fromEntries(Object.entries(bodies).map(([key, body]) => [key.replace("~", `/v1/orders/${id}`), body]));
  const bodies: Bodies = under({
    "GET ~": orderBody(given),
    "GET ~/contact": contactBody,
    "GET ~/files": { items: [] },
    "GET ~/progress": nothingReported,
    "GET ~/forecast": forecastBody,
    ...extra,
  });
  const opened = await app.open({ width: 390, who: people[given.party], answers: { bodies } });
  await opened.page.clock.install();
  await visit(opened.page, `${app.origin}/app/orders/${id}${query}`);
  return { ...opened, bodies, id };
}

const making: Given = { tag: "m", party: "factory", status: "in_production", done: 2, percent: 55 };

const dialogs: readonly (readonly [name: string, given: Given, deed: string, extra: Bodies])[] = [
  ["report", making, "report", {}],
  ["inspection", { tag: "n", party: "supplier", status: "inspection", done: 8 }, "inspect", { "GET ~/offer": offerBody }],
  ["offer to answer", { tag: "p", party: "supplier", status: "offered" }, "accept", { "GET ~/offer": offerBody }],
  ["other price", { tag: "p", party: "supplier", status: "offered" }, "counter", { "GET ~/offer": offerBody }],
  ["supplier to choose", { tag: "q", party: "admin", status: "deposit_paid" }, "offer", { "GET ~/candidates": sourcingBody("declined") }],
  ["lot to decide", { tag: "u", party: "buyer", status: "inspection", done: 8, guardMet: true }, "decideLot", {}],
  ["stage to move", { tag: "v", party: "admin", status: "in_production", done: 3 }, "moveStage", {}],
  ["shipment", { tag: "r", party: "admin", status: "awaiting_balance", done: 11, guardMet: true }, "ship", {}],
  ["hold", { tag: "s", party: "admin", status: "in_production", done: 3 }, "hold", {}],
  ["order once more", { tag: "t", party: "buyer", status: "delivered", done: 11 }, "reorder", { "GET ~/claims": { items: [] } }],
  ["tracking link", { tag: "t", party: "buyer", status: "in_production", done: 3 }, "share", {}],
];

describe("the dialogs of an order", () => {
  test.each(dialogs)("the %s opens from its address, is accessible and fits in both themes", async (_name, given, deed, extra) => {
    const { page, watch, close } = await show(given, extra, `?do=${deed}`);
    await page.getByRole("dialog").waitFor();

    const problems: string[] = [];
    for (const [width, scheme] of [
      [390, "light"],
      [390, "dark"],
      [1366, "light"],
    ] as const) {
      await look(page, width, scheme);
      problems.push(...(await accessible(page)), ...(await fits(page)));
    }
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    problems.push(...watch.problems, ...(page.url().includes("do=") ? ["the address still asks for the dialog"] : []));
    await close();

    expect(problems).toEqual([]);
  });

  test("a part that does not come says so, in a word longer than the screen is wide, and the page still fits", async () => {
    const given: Given = { tag: "w", party: "admin", status: "awaiting_balance", done: 11, guardMet: true };
    const { page, bodies, id, close } = await show(given);
    delete bodies[`GET /v1/orders/${id}/contact`];
    await page.reload();
    await page.getByRole("alert").first().waitFor();

    const problems: string[] = [];
    for (const width of [390, 1366] as const) {
      await look(page, width, "light");
      problems.push(...(await fits(page)));
    }
    await close();

    expect(problems).toEqual([]);
  });

  test("what is not the reader's to do does not open", async () => {
    const { page, close } = await show({ tag: "v", party: "buyer", status: "in_production", done: 3 }, {}, "?do=hold");

    const open = await page.getByRole("dialog").count();
    await close();

    expect(open).toBe(0);
  });
});

describe("a report from the floor", () => {
  const send = (page: Page) => page.getByRole("button", { name: "Send report" });

  test("cannot fall without a note, keeps what was typed over a reload, and is sent with percent and note", async () => {
    const { page, bodies, id, close } = await show(making, {}, "?do=report");
    const position = 3;
    bodies[`POST /v1/orders/${id}/stages/${position}/reports`] = { orderId: id, status: "in_production", percent: 18, updateId: idOf("upd", "9") };

    await page.getByRole("slider").fill("20");
    await send(page).click();
    const refusal = await page.getByText("It was 55 % before. Say why there is less now.").count();
    await page.getByLabel("Note").fill("A lay has to be cut again.");
    await page.reload();
    const kept = [await page.getByRole("slider").inputValue(), await page.getByLabel("Note").inputValue()];
    const request = page.waitForRequest((one) => one.method() === "POST" && one.url().endsWith("/reports"));
    await send(page).click();
    const sent: unknown = (await request).postDataJSON();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await close();

    expect(refusal).toBe(1);
    expect(kept).toEqual(["20", "A lay has to be cut again."]);
    expect(sent).toEqual({ percent: 20, note: "A lay has to be cut again." });
  });

  test("sends its photos one by one; one that failed is tried again alone and takes its place", async () => {
    const { page, context, bodies, id, close } = await show(making, {}, "?do=report");
    let slots = 0;
    const arrivals = new Map<string, number>();
    await context.route("**/photos", (route) => {
      slots += 1;
      return route.fulfill({
        status: 201,
        json: { uploadId: idOf("upl", `${slots}`), url: "https://files.example/incoming", fields: { key: `slot-${slots}` } },
      });
    });
    await context.route("**/photos/upl_*", (route) => route.fulfill({ json: { uploadId: route.request().url().split("/").at(-1), state: "ready" } }));
    await context.route("https://files.example/**", (route) => {
      const slot = /slot-\d+/u.exec(route.request().postData() ?? "")?.[0] ?? "";
      arrivals.set(slot, (arrivals.get(slot) ?? 0) + 1);
      return slot === "slot-2"
        ? route.fulfill({ status: 403, headers: { "access-control-allow-origin": "*" } })
        : route.fulfill({ status: 204, headers: { "access-control-allow-origin": "*" } });
    });
    bodies[`POST /v1/orders/${id}/stages/3/reports`] = { orderId: id, status: "in_production", percent: 18, updateId: idOf("upd", "9") };
    // Not a picture a browser can shrink, so it goes as it is.
    const photo = (name: string) => ({ name, mimeType: "image/jpeg", buffer: Buffer.from(`photo ${name}`) });

    await page.locator("input[type=file]").setInputFiles([photo("one.jpg"), photo("two.jpg"), photo("three.jpg")]);
    const retries = page.getByRole("dialog").getByRole("button", { name: /^Retry/u });
    await retries.first().waitFor();
    const failed = await retries.count();
    await retries.first().click();
    await page.waitForFunction(() => (document.body.innerText.match(/Uploaded/gu) ?? []).length === 3);
    const request = page.waitForRequest((one) => one.method() === "POST" && one.url().endsWith("/reports"));
    await send(page).click();
    const sent: { photos?: readonly string[] } = (await request).postDataJSON();
    await close();

    expect(failed).toBe(1);
    expect([...arrivals].toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ["slot-1", 1],
      ["slot-2", 1],
      ["slot-3", 1],
      ["slot-4", 1],
    ]);
    expect(sent.photos).toHaveLength(3);
    expect(sent.photos).toContain(idOf("upl", "4"));
  });
});

describe("the page of an order", () => {
  test("follows the order without a reload: a report of the floor and the next step it brings", async () => {
    const given: Given = { tag: "w", party: "buyer", status: "sampling", percent: 20 };
    const { page, bodies, id, close } = await show(given);
    await page.getByText("Your sample is being made").waitFor();

    bodies[`GET /v1/orders/${id}`] = orderBody({ ...given, percent: 0, done: 1, guardMet: true, more: { version: 8 } });
    bodies[`GET /v1/orders/${id}/progress`] = progressBody(true);
    await page.clock.fastForward(16_000);
    await page.getByRole("button", { name: "Approve sample" }).waitFor();
    await page.getByText("Second lay is cut.", { exact: false }).waitFor();
    const photos = await page.getByRole("button", { name: /^Cutting, photo/u }).count();
    await close();

    expect(photos).toBe(3);
  });

  test("shows the floor no price in any answer it asks for, and no payments", async () => {
    const { page, watch, close } = await show(making);

    const tabs = await page.getByRole("tab").allTextContents();
    const asked = watch.requests.filter((request) => /\/(?:offer|money|candidates|ledger)/u.test(request));
    await close();

    expect(tabs).toEqual(["Production", "Log"]);
    expect(asked).toEqual([]);
  });

  test("computes the margin from the price that is typed and offers exactly that", async () => {
    const { page, bodies, id, close } = await show(
      { tag: "x", party: "admin", status: "deposit_paid" },
      { "GET ~/candidates": sourcingBody() },
      "?do=offer",
    );
    bodies[`POST /v1/orders/${id}/offers`] = { orderId: id, status: "offered" };

    await page.getByRole("radio", { name: /Padma Knit/u }).check();
    await page.getByLabel("Supplier's price for the whole order").fill("3,120.55");
    const margin = await page.getByText(/^Margin/u).textContent();
    const request = page.waitForRequest((one) => one.method() === "POST" && one.url().endsWith("/offers"));
    await page.getByRole("button", { name: "Offer the order" }).click();
    const sent: unknown = (await request).postDataJSON();
    await close();

    expect(margin).toBe("Margin US$1,466.78 (31.97 %)");
    expect(sent).toEqual({ supplierId: idOf("org", "s1"), price: { amount: 312_055, currency: "USD" } });
  });

  test("tells a tracking link once, with its secret behind the fragment", async () => {
    const { page, bodies, id, close } = await show(
      { tag: "y", party: "buyer", status: "shipped", done: 11 },
      { "GET ~/money": planBody(orderIdOf("y"), "paid") },
      "?do=share",
    );
    bodies[`POST /v1/orders/${id}/tracking-link`] = { orderNumber: "SA-2611-Y", token: "a-secret-of-the-link" };

    await page.getByRole("button", { name: "Make a link" }).click();
    const link = await page.getByRole("textbox", { name: "Tracking link" }).inputValue();
    await page.getByRole("button", { name: "Done" }).click();
    await page.reload();
    const left = await page.getByText("a-secret-of-the-link").count();
    await close();

    expect(link).toBe(`${app.origin}/track#o=SA-2611-Y&t=a-secret-of-the-link`);
    expect(left).toBe(0);
  });
});
