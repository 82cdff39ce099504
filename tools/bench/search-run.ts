import { writeFileSync, readFileSync, rmSync, mkdtempSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { type SnapshotStore, snapshotSearch } from "@sleekapp/core/adapters/minisearch/snapshot";
import type { Wanted } from "@sleekapp/core/ports/product-search";
import { generatedCatalogue } from "../../test/support/catalogue.ts";

/** Questions as people ask them: half by words (right, half typed, misspelt), half by choices alone. */
const questions: readonly Wanted[] = [
  { q: "merino sweater", chosen: {}, sort: "relevance", limit: 24 },
  { q: "boxy cotton tee", chosen: { size: ["m"] }, sort: "relevance", limit: 24 },
  { q: "hod", chosen: {}, sort: "relevance", limit: 24 },
  { q: "organc joggrs", chosen: { colour: ["navy"] }, sort: "relevance", limit: 24 },
  { q: "lot42", chosen: {}, sort: "price", limit: 24 },
  { chosen: {}, sort: "relevance", limit: 24 },
  { chosen: { category: ["hoodies", "t-shirts"], colour: ["navy"] }, quantity: 600, sort: "price", limit: 24 },
  { chosen: { fibre: ["wool"], country: ["bd", "pt"] }, moq: 100, leadDays: 45, sort: "lead", limit: 24 },
  { chosen: { certificate: ["gots"] }, minPrice: 500, maxPrice: 2_000, sort: "price-desc", limit: 24 },
  { chosen: { supplier: ["mill-7"] }, sort: "newest", limit: 24 },
];
const ROUNDS = 30;

const fileStore = (file: string, tag: () => string): SnapshotStore => ({
  read: async (unless) => (unless === tag() ? "same" : { bytes: readFileSync(file), tag: tag() }),
  write: async (bytes) => writeFileSync(file, bytes),
});

/** Writes the snapshots in another process, so that what making them takes is not counted. */
async function write(count: number, dir: string): Promise<void> {
  const entries = generatedCatalogue(count);
  await snapshotSearch(fileStore(path.join(dir, "before"), () => "")).replace(entries);
  const [first, ...others] = entries;
  if (first) await snapshotSearch(fileStore(path.join(dir, "after"), () => "")).replace([...others, { ...first, page: { ...first.page, moq: 77 } }]);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function measure(count: number, dir: string): Promise<object> {
  let now = "before";
  const store: SnapshotStore = {
    read: async (unless) => (unless === now ? "same" : { bytes: readFileSync(path.join(dir, now)), tag: now }),
    write: async () => undefined,
  };
  const search = snapshotSearch(store);
  const coldMs = await timed(() => search.find({ chosen: {}, sort: "relevance", limit: 24 }));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) for (const question of questions) times.push(await timed(() => search.find(question)));
  now = "after";
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  const changeMs = await timed(() => search.find({ chosen: {}, sort: "relevance", limit: 24 }));
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    count,
    megabytes: process.resourceUsage().maxRSS / 1_024,
    snapshotMegabytes: readFileSync(path.join(dir, "before")).byteLength / 1_048_576,
    coldMs,
    changeMs,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}

const [count = "1000", into] = process.argv.slice(2);
if (into !== undefined) await write(Number(count), into);
else {
  const dir = mkdtempSync(path.join(tmpdir(), "search-bench-"));
  try {
    const { status, stderr } = spawnSync(process.execPath, [import.meta.filename, count, dir], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    console.log(JSON.stringify(await measure(Number(count), dir)));
  } finally {
    rmSync(dir, { recursive: true });
  }
}
