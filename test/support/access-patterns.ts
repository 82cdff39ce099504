import { readFileSync } from "node:fs";
import path from "node:path";
import { type Cost, largest } from "@sleekapp/local/costs";

/** `docs/data.md`, the one place where the figures are. */
export const dataDocument = (): string => readFileSync(path.resolve(import.meta.dirname, "../../docs/data.md"), "utf8");

/** A row of an access pattern: its name, where it is, what it asks, then requests, hops, RRU and WRU at most. */
const row = /^\| `([\w-]+)` \|[^|]*\|[^|]*\| (\d+) \| (\d+) \| ([\d.]+) \| ([\d.]+) \|/gm;

/** A row of what the golden path does not walk: its name, where it is, and the same four figures, or none where nothing walks it. */
export const countedRow = /^\| `([\w-]+)` \| ([^|]*) \| ?(\d*) \| ?(\d*) \| ?([\d.]*) \| ?([\d.]*) \|$/gm;

const costOf = ([requests = 0, hops = 0, readUnits = 0, writeUnits = 0]: readonly number[]): Cost => ({ requests, hops, readUnits, writeUnits });

/** The most that was counted of what the golden path does not walk, by operation id or queue. */
export function countedCosts(text: string = dataDocument()): ReadonlyMap<string, Cost> {
  const rows = [...text.matchAll(countedRow)].filter(([, , , requests]) => requests !== "");
  return new Map(rows.map(([, name = "", , ...figures]) => [name, costOf(figures.map(Number))]));
}

/** What `docs/data.md` says that each route and each worker takes at most, by operation id or queue. */
export function documentedCosts(text: string = dataDocument()): ReadonlyMap<string, Cost> {
  const rows = [...text.matchAll(row)].map(([, name = "", ...figures]) => [name, figures.map(Number)] as const);
  return new Map(rows.map(([name, figures]) => [name, costOf(figures)]));
}

/** Units rise with what is stored, so a tenth more is no rise; a request or a hop more always is. */
const TOLERANCE = 1.1;

/** Sentences about everything that ever took more than the document says, or is not in it. */
export function rises(costs: ReadonlyMap<string, readonly Cost[]>, documented: ReadonlyMap<string, Cost> = documentedCosts()): readonly string[] {
  return [...costs].flatMap(([name, list]) => {
    const allowed = documented.get(name);
    if (!allowed) return [`${name} has no row in docs/data.md`];
    const most = largest(list);
    const limits = {
      requests: allowed.requests,
      hops: allowed.hops,
      readUnits: allowed.readUnits * TOLERANCE,
      writeUnits: allowed.writeUnits * TOLERANCE,
    };
    return (["requests", "hops", "readUnits", "writeUnits"] as const)
      .filter((figure) => most[figure] > limits[figure])
      .map((figure) => `${name} takes ${most[figure]} ${figure}, docs/data.md says ${allowed[figure]}`);
  });
}
