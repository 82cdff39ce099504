import { beforeAll, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { answers, openImporter, provideFiles } from "../../../../test/support/importer.ts";
import { productFile } from "../../../../test/fixtures/product-csv.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import { PictureSource } from "../ports/picture-source.ts";
import { costOf, metered } from "../table/meter.ts";
import * as Import from "./index.ts";
import * as store from "./store.ts";

beforeAll(startTable);

const PRODUCTS = 12_500;
let files: ReturnType<typeof provideFiles>;
let owner: Member;
let peak = 0;

beforeAll(async () => {
  files = provideFiles();
  owner = await openImporter("importer");
  setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50).unref();
});

const own = <T>(run: () => Promise<T>) => as(owner, run);
type Figures = { readonly seconds: number; readonly requests: number; readonly messages: number };

/** One message after the other; `stopAfter` is where the worker is killed, in the middle of what it does. */
async function work(jobId: string, stopAfter = Number.POSITIVE_INFINITY): Promise<Figures> {
  const from = performance.now();
  let requests = 0;
  for (let messages = 0; ; messages += 1) {
    const job = await store.find(jobId);
    if (job?.state !== "running") return { seconds: (performance.now() - from) / 1_000, requests, messages };
    PictureSource.provide({ fetch: async () => (messages >= stopAfter ? Promise.reject(new Error("killed")) : undefined) });
    const part = { jobId, attempt: job.attempt, ...(job.isPlanned ? { next: job.next } : {}) };
    await metered(async (tally) => {
      await as(actors.system, () => Import.run(part));
      requests += costOf(tally).requests;
    });
  }
}

let startSeconds = 0;
const withMemory = (figures: Figures) => ({ ...figures, megabytes: Math.round(peak / 1_048_576) });

async function bring(file: Uint8Array): Promise<string> {
  const { jobId } = await own(() => Import.open({}));
  files.held.set((await store.find(jobId))?.key ?? "", file);
  const from = performance.now();
  await own(() => Import.start({ jobId, answers }));
  startSeconds = Math.max(startSeconds, (performance.now() - from) / 1_000);
  return jobId;
}

test(
  "fifty thousand rows are imported, killed in the middle and taken up again; the second time all are skipped",
  { timeout: 3_600_000 },
  async () => {
    // The product with a picture is where the worker is killed.
    const file = productFile({ products: PRODUCTS, variants: 4, pictured: PRODUCTS / 2 });
    const jobId = await bring(file);
    await expect(work(jobId, 0)).rejects.toThrow("killed");
    const first = withMemory(await work(jobId));
    expect(await own(() => Import.get({ jobId }))).toMatchObject({ state: "done", created: PRODUCTS, skipped: 0, refused: 0, rejections: 0 });

    const again = await bring(file);
    const second = withMemory(await work(again));
    expect(await own(() => Import.get({ jobId: again }))).toMatchObject({ state: "done", created: 0, updated: 0, skipped: PRODUCTS });
    const { url } = await own(() => Import.report({ jobId: again }));
    const report = new TextDecoder().decode(files.held.get(url.replace("https://files.example/", "")));
    expect(report.trimEnd().split("\r\n")).toHaveLength(PRODUCTS + 1);
    // `npm run bench -- --import` reads this line.
    process.stdout.write(`\nimport figures: ${JSON.stringify({ startSeconds, first, again: second })}\n`);
  },
);
