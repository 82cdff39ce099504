import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { queueNames } from "@sleekapp/core/ports/queue";
import { type Cost, largest } from "@sleekapp/local/costs";
import * as z from "zod";
import { countedCosts, countedRow, documentedCosts } from "../test/support/access-patterns.ts";
import { root } from "./source.ts";

const Reported = z.record(z.string(), z.object({ requests: z.int(), hops: z.int(), readUnits: z.number(), writeUnits: z.number() }));

type Costs = ReadonlyMap<string, Cost>;

/** Where the stages of a run leave what they counted. */
export const costsDir = path.join(root, ".build/costs");

/** The most that each route and worker took in any stage of a run; empty when there were no stages. */
export function costsIn(dir: string): Costs {
  const most = new Map<string, Cost>();
  for (const file of existsSync(dir) ? readdirSync(dir) : [])
    for (const [name, cost] of Object.entries(Reported.parse(JSON.parse(readFileSync(path.join(dir, file), "utf8")))))
      most.set(name, largest([cost, most.get(name) ?? cost]));
  return most;
}

/** What a worker takes grows with what it is given, which is another in every stage: only the golden path holds it to its row. */
const isWorker = (name: string): boolean => queueNames.some((queue) => queue === name);

/** Requests that leave at once fall into one hop or into two by milliseconds. */
const HOP_MORE = 1;

/** A text a little longer begins another kilobyte, of the item and of each index. */
const UNITS_MORE = 1.25;

type Documented = { readonly golden: Costs; readonly counted: Costs };

function riseOf([name, most]: readonly [string, Cost], { golden, counted }: Documented): readonly string[] {
  const row = golden.get(name) ?? counted.get(name);
  if (!row) return [`${name} was walked and has no costs in docs/data.md`];
  if (isWorker(name)) return [];
  // What is written by the golden path is held to its row there, by the golden path alone: elsewhere ten pictures are set at once.
  const writes = golden.has(name) ? Number.POSITIVE_INFINITY : row.writeUnits * UNITS_MORE;
  const limits = { requests: row.requests, hops: row.hops + HOP_MORE, writeUnits: writes };
  return (["requests", "hops", "writeUnits"] as const)
    .filter((figure) => most[figure] > limits[figure])
    .map((figure) => `${name} took ${most[figure]} ${figure}, docs/data.md says ${row[figure]}`);
}

/** What the run of all tests took from the table beside what `docs/data.md` says, in words; `faults` is to be empty. */
export function costsOfRun(
  dir: string,
  documented: Documented = { golden: documentedCosts(), counted: countedCosts() },
): { readonly said: string; readonly faults: readonly string[] } {
  const costs = costsIn(dir);
  const faults = [...costs].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap((one) => riseOf(one, documented));
  const rows = new Set([...documented.golden.keys(), ...documented.counted.keys()]);
  const unseen = [...rows].filter((name) => !costs.has(name)).length;
  return { said: `costs: ${costs.size} routes and workers counted, ${unseen} rows of docs/data.md without a walk, ${faults.length} rises`, faults };
}

/** The document with each row that the golden path does not walk raised to what was counted; `isFresh` forgets what was counted before. */
export function withCosts(text: string, costs: Costs, isFresh = false): string {
  const before = isFresh ? new Map<string, Cost>() : countedCosts(text);
  return text.replaceAll(countedRow, (_row, name: string, where: string) => {
    const both = [costs.get(name), before.get(name)].flatMap((cost) => (cost ? [cost] : []));
    const { requests, hops, readUnits, writeUnits } = largest(both);
    const figures = both.length === 0 ? ["", "", "", ""] : [requests, hops, readUnits, writeUnits];
    return `| \`${name}\` | ${where} | ${figures.join(" | ")} |`;
  });
}

if (import.meta.main) {
  const file = path.join(root, "docs/data.md");
  const costs = costsIn(costsDir);
  writeFileSync(file, withCosts(readFileSync(file, "utf8"), costs, process.argv.includes("--fresh")));
  console.log([`${costs.size} routes and workers of the last run`, ...costsOfRun(costsDir).faults].join("\n"));
}
