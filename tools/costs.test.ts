import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Cost } from "@sleekapp/local/costs";
import { expect, test } from "vitest";
import { countedCosts, documentedCosts } from "../test/support/access-patterns.ts";
import { costsIn, costsOfRun, withCosts } from "./costs.ts";

const cost: Cost = { requests: 3, hops: 2, readUnits: 2, writeUnits: 8 };

function folder(...reports: readonly Readonly<Record<string, Cost>>[]): string {
  const dir = mkdtempSync(path.join(tmpdir(), "costs-"));
  for (const [index, report] of reports.entries()) writeFileSync(path.join(dir, `${index}.json`), JSON.stringify(report));
  return dir;
}

const documented = { golden: new Map([["getOrder", cost]]), counted: new Map([["askInquiry", cost]]) };

test("of several stages the most of each figure counts", () => {
  const dir = folder({ askInquiry: cost }, { askInquiry: { ...cost, requests: 2, writeUnits: 9 } });

  expect(costsIn(dir)).toEqual(new Map([["askInquiry", { ...cost, writeUnits: 9 }]]));
});

test.each([
  ["a request more", { askInquiry: { ...cost, requests: 4 } }, ["askInquiry took 4 requests, docs/data.md says 3"]],
  ["two hops more", { getOrder: { ...cost, hops: 4 } }, ["getOrder took 4 hops, docs/data.md says 2"]],
  ["half as much again written", { askInquiry: { ...cost, writeUnits: 12 } }, ["askInquiry took 12 writeUnits, docs/data.md says 8"]],
  ["a route without a row", { getThing: cost }, ["getThing was walked and has no costs in docs/data.md"]],
  ["as much as its row", { askInquiry: cost, getOrder: cost }, []],
  ["a worker with more to do", { "send-mail": { ...cost, requests: 30 } }, []],
])("%s", (_name, report, faults) => {
  const counted = new Map([...documented.counted, ["send-mail", cost] as const]);

  expect(costsOfRun(folder(report), { ...documented, counted }).faults).toEqual(faults);
});

test("rows are filled and raised, never lowered unless begun afresh, and those of the golden path are left alone", () => {
  const text =
    "| `getOrder` | `GET /a` | query core | 1 | 1 | 2 | 0 |  |\n| `askInquiry` | `POST /b` |  |  |  |  |\n| `sleep` | queue | 2 | 1 | 0.5 | 9 |\n";
  const counted = new Map([
    ["getOrder", cost],
    ["askInquiry", cost],
    ["sleep", { ...cost, writeUnits: 1 }],
  ]);

  const filled = withCosts(text, counted);

  expect(filled.split("\n").slice(0, 3)).toEqual([
    "| `getOrder` | `GET /a` | query core | 1 | 1 | 2 | 0 |  |",
    "| `askInquiry` | `POST /b` | 3 | 2 | 2 | 8 |",
    "| `sleep` | queue | 3 | 2 | 2 | 9 |",
  ]);
  expect(countedCosts(filled).get("askInquiry")).toEqual(cost);
  expect(documentedCosts(filled).has("askInquiry")).toBe(false);
  expect(withCosts(filled, counted, true)).toContain("| `sleep` | queue | 3 | 2 | 2 | 1 |");
});
