import { routes } from "@sleekapp/contracts";
import { type Cost, largest, typical } from "@sleekapp/local/costs";
import type { Figure } from "./figure.ts";

const READ = { mean: 1.3, requests: 2 } as const;
const COMMAND = { requests: 4, hops: 2 } as const;

/** Written units: of two routes with a goal of their own, and of every other change of something that exists. */
const WRITTEN: Readonly<Record<string, number>> = { acceptQuote: 30, "apply-payment": 36 };
const CHANGE = 14;
/** Read units: a list, a page of one record. */
const LISTED = 1.5;
const DETAIL = 1;

const units = ({ readUnits, writeUnits }: Cost): string => `${readUnits} RRU, ${writeUnits} WRU`;

type Kind = "list" | "detail" | "change" | "creation" | "worker";
type Measured = { readonly name: string; readonly kind: Kind; readonly costs: readonly Cost[] };

function kindOf(name: string): Kind {
  const route = routes.find(({ operationId }) => operationId === name);
  if (!route) return "worker";
  if (route.method === "GET") return /^(list|search)/.test(name) ? "list" : "detail";
  return route.status === 201 ? "creation" : "change";
}

const isRead = (kind: Kind): boolean => kind === "list" || kind === "detail";

/** Requests and hops; workers have no goal, since nobody waits for them. */
function requestFigures({ name, kind, costs }: Measured): Figure[] {
  const [most, usual] = [largest(costs), typical(costs)];
  const note = `usually ${usual.requests} in ${usual.hops} hops; ${units(usual)}`;
  const requests: Figure = { row: "P1", what: name, value: most.requests, unit: "requests", note };
  if (kind === "worker") return [requests];
  if (isRead(kind)) return [{ ...requests, goal: READ.requests }];
  return [
    { ...requests, goal: COMMAND.requests },
    { row: "P1", what: name, value: most.hops, unit: "hops", goal: COMMAND.hops },
  ];
}

function writtenGoal(name: string, kind: Kind): number | undefined {
  return WRITTEN[name] ?? (kind === "change" ? CHANGE : undefined);
}

function unitFigure({ name, kind, costs }: Measured): Figure {
  // A repeated command writes nothing, so what one writes is the most that was seen.
  if (isRead(kind)) return { row: "P2", what: name, value: typical(costs).readUnits, unit: "RRU", goal: kind === "list" ? LISTED : DETAIL };
  const goal = writtenGoal(name, kind);
  return { row: "P2", what: name, value: largest(costs).writeUnits, unit: "WRU", ...(goal === undefined ? {} : { goal }) };
}

/** Requests, hops and units of every route that was called and every queue that had a message. */
export function tableFigures(costs: ReadonlyMap<string, readonly Cost[]>): Figure[] {
  const measured = [...costs].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, list]): Measured => ({ name, kind: kindOf(name), costs: list }));
  const reads = measured.filter(({ kind }) => isRead(kind));
  const mean = reads.reduce((sum, { costs: list }) => sum + typical(list).requests, 0) / Math.max(1, reads.length);
  const all = measured.flatMap(({ costs: list }) => list);
  return [
    { row: "P1", what: "reads, mean over the routes", value: mean, unit: "requests", goal: READ.mean },
    ...measured.flatMap(requestFigures),
    ...measured.map(unitFigure),
    { row: "P2", what: "the whole path, read", value: all.reduce((sum, { readUnits }) => sum + readUnits, 0), unit: "RRU", note: "reported" },
    { row: "P2", what: "the whole path, written", value: all.reduce((sum, { writeUnits }) => sum + writeUnits, 0), unit: "WRU", note: "reported" },
  ];
}
