/// <reference lib="dom" />
import type { Browser, CDPSession, Page } from "playwright-core";
import { answerTo, drawing, webConfig } from "../../test/browser/support/answers.ts";
import { openBrowser, visit } from "../../test/browser/support/browser.ts";
import { type Api, openSite } from "../../test/browser/support/site.ts";
import { type Target, targets } from "../../test/browser/support/targets.ts";
import { buildWeb } from "../build-web.ts";
import type { Figure } from "./figure.ts";

/** A phone on a slow 4G, as Lighthouse has it: 1.6 Mbit/s, 150 ms there and back, a processor a quarter as fast. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (0.75 * 1024 * 1024) / 8 };
const SLOWER_TIMES = 4;

/** Milliseconds of the main thread that are too long for a tap to wait. */
const LONG_TASK_MS = 50;

/** Kilobytes of script, seconds until the largest thing is drawn, and nothing that moves to the second place. */
const goals = { scriptKb: 150, lcp: 0.9, tbt: 100, cls: 0.005, requests: 12 } as const;

type Loaded = { readonly scriptKb: number; readonly totalKb: number; readonly requests: number; lcp: number; cls: number; tbt: number };

/** Notes from the first moment on what is drawn, what moves and what keeps the main thread. */
function observe(): void {
  const seen = { lcp: 0, cls: 0, tbt: 0 };
  Reflect.set(window, "seen", seen);
  const on = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on("largest-contentful-paint", ({ startTime }) => (seen.lcp = startTime));
  on("layout-shift", (entry) => (seen.cls += Number(Reflect.get(entry, "value"))));
  on("longtask", ({ duration }) => (seen.tbt += duration - 50));
}

/** Counts what comes over the wire, packed as it comes. */
async function countBytes(wire: CDPSession) {
  const counted = { script: 0, total: 0, requests: 0 };
  const scripts = new Set<string>();
  wire.on("Network.responseReceived", ({ requestId, type }) => void (type === "Script" && scripts.add(requestId)));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    counted.requests += 1;
    counted.total += encodedDataLength;
    if (scripts.has(requestId)) counted.script += encodedDataLength;
  });
  await wire.send("Network.enable");
  await wire.send("Network.emulateNetworkConditions", SLOW_4G);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_TIMES });
  return counted;
}

const seenBy = (page: Page): Promise<{ readonly lcp: number; readonly cls: number; readonly tbt: number }> =>
  page.evaluate(() => Reflect.get(window, "seen"));

const json = (status: number, body: unknown) => ({ status, type: "application/json", body: JSON.stringify(body) });

/** The API as the page's example has it, and every picture as the same small drawing. */
const apiOf =
  ({ bodies }: Target): Api =>
  (method, url) => {
    if (url.pathname === "/config.json") return Promise.resolve(json(200, webConfig));
    if (url.pathname.startsWith("/media/")) return Promise.resolve({ status: 200, type: "image/svg+xml", body: drawing });
    if (!url.pathname.startsWith("/v1/")) return undefined;
    return answerTo({ method, url }, undefined, { bodies }).then(({ status, json: body }) => json(status, body));
  };

/** Opens a page on a phone that has never been here. */
async function load(browser: Browser, target: Target): Promise<Loaded> {
  const [site, context] = await Promise.all([
    openSite(apiOf(target), { packs: true }),
    browser.newContext({ viewport: { width: 390, height: 844 } }),
  ]);
  try {
    await context.addInitScript(observe);
    const page = await context.newPage();
    const counted = await countBytes(await context.newCDPSession(page));
    await visit(page, site.origin + target.path);
    await page.waitForLoadState("networkidle");
    const { lcp, cls, tbt } = await seenBy(page);
    return { scriptKb: counted.script / 1024, totalKb: counted.total / 1024, requests: counted.requests, lcp: lcp / 1000, cls, tbt };
  } finally {
    await context.close();
    await site.stop();
  }
}

function figuresOf({ path }: Target, { scriptKb, totalKb, requests, lcp, cls, tbt }: Loaded): Figure[] {
  const row = "P10";
  return [
    { row, what: `${path}: script`, value: scriptKb, unit: "KB gz", goal: goals.scriptKb },
    { row, what: `${path}: everything but pictures`, value: totalKb, unit: "KB gz" },
    { row, what: `${path}: requests`, value: requests, unit: "", goal: goals.requests },
    { row, what: `${path}: largest paint`, value: lcp, unit: "s", goal: goals.lcp },
    { row, what: `${path}: blocked`, value: tbt, unit: "ms", goal: goals.tbt, note: `tasks over ${LONG_TASK_MS} ms` },
    { row, what: `${path}: moved`, value: cls, unit: "", goal: goals.cls },
  ];
}

/** What every public page costs somebody who opens it for the first time on a slow phone. */
export async function webFigures(): Promise<Figure[]> {
  buildWeb();
  const browser = await openBrowser();
  const figures: Figure[] = [];
  try {
    for (const target of targets().filter(({ first, page }) => first && page.audience === "everyone")) {
      figures.push(...figuresOf(target, await load(browser, target)));
    }
  } finally {
    await browser.close();
  }
  return figures;
}
