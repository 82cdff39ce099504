/// <reference lib="dom" />
import { answerTo, webConfig } from "../../test/browser/support/answers.ts";
import { openBrowser, visit } from "../../test/browser/support/browser.ts";
import { openSite } from "../../test/browser/support/site.ts";
import { buildWeb } from "../build-web.ts";
import type { Figure } from "./figure.ts";

/** One frame of a screen: what is computed within it follows the hand. */
const FRAME_MS = 16;
const CHANGES = 200;

const json = (status: number, body: unknown) => ({ status, type: "application/json", body: JSON.stringify(body) });

/** Types one quantity after another into the form and gives, for each, the milliseconds until the new price stands on the page. */
async function retyped(changes: number): Promise<number[]> {
  const input = document.querySelector<HTMLInputElement>("main input[name=quantity]");
  const shown = document.querySelector("main form [role=status], main [role=status].tnum");
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  if (!input || !shown || !set) throw new Error("The form of the quote page is not there");
  const times: number[] = [];
  for (let change = 0; change < changes; change += 1) {
    const before = shown.textContent;
    const from = performance.now();
    set.call(input, String(1_000 + change * 37));
    input.dispatchEvent(new Event("input", { bubbles: true }));
    // React renders what was typed before the next task.
    await new Promise<void>((resolve) => queueMicrotask(resolve));
    if (shown.textContent === before) await new Promise((resolve) => setTimeout(resolve));
    if (shown.textContent === before) throw new Error("The price did not change with the quantity");
    times.push(performance.now() - from);
  }
  return times;
}

/** How long the quote page takes from a change in its form to the new price: the rules and the page, in a browser. */
export async function pricingFigures(): Promise<Figure[]> {
  buildWeb();
  const site = await openSite((method, url) => {
    if (url.pathname === "/config.json") return Promise.resolve(json(200, webConfig));
    if (!url.pathname.startsWith("/v1/")) return undefined;
    return answerTo({ method, url }, undefined).then(({ status, json: body }) => json(status, body));
  });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await visit(page, `${site.origin}/quote?product=hoodie&quantity=900&fabric=fleece`);
    await page.locator("main input[name=quantity]").fill("901");
    await page.getByText(/^US\$/u).first().waitFor();
    const times = (await page.evaluate(retyped, CHANGES)).toSorted((a, b) => a - b);
    const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    const row = "P10";
    return [
      { row, what: "/quote: price after a change, median", value: at(0.5), unit: "ms", goal: FRAME_MS, note: `${CHANGES} changes` },
      { row, what: "/quote: price after a change, 95 of 100", value: at(0.95), unit: "ms", goal: FRAME_MS },
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}
