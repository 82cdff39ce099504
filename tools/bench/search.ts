import { spawnSync } from "node:child_process";
import path from "node:path";
import * as z from "zod";
import type { Figure } from "./figure.ts";

const Measured = z.object({
  megabytes: z.number(),
  snapshotMegabytes: z.number(),
  coldMs: z.number(),
  changeMs: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});

/** Listings an index is measured with. */
const sizes = [1_000, 10_000, 50_000];

/** Megabytes of the smallest Lambda the catalogue runs on. */
const LAMBDA_MB = 512;

const told = (count: number): string => `search, ${count.toLocaleString("en")} listings`;

/** What the index of the catalogue takes: each size in a process of its own, which holds nothing else, as its Lambda does. */
export function searchFigures(): Figure[] {
  return sizes.flatMap((count) => {
    const script = path.join(import.meta.dirname, "search-run.ts");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", script, String(count)], { encoding: "utf8" });
    if (status !== 0) throw new Error(`The index of ${count} could not be measured: ${stderr}`);
    const { megabytes, snapshotMegabytes, coldMs, changeMs, p50, p95, p99 } = Measured.parse(JSON.parse(stdout));
    const row = "P8";
    return [
      { row, what: `${told(count)}: peak memory`, value: megabytes, unit: "MB", goal: LAMBDA_MB, note: "process, Lambda's runtime not counted" },
      { row, what: `${told(count)}: snapshot`, value: snapshotMegabytes, unit: "MB gz" },
      { row, what: `${told(count)}: first answer of a container`, value: coldMs, unit: "ms" },
      { row, what: `${told(count)}: first answer after a change`, value: changeMs, unit: "ms" },
      { row, what: `${told(count)}: p50`, value: p50, unit: "ms" },
      { row, what: `${told(count)}: p95`, value: p95, unit: "ms" },
      { row, what: `${told(count)}: p99`, value: p99, unit: "ms" },
    ];
  });
}
