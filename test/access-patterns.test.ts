import { routes } from "@sleekapp/contracts";
import { queueNames } from "@sleekapp/core/ports/queue";
import { expect, test } from "vitest";
import { dataDocument, documentedCosts, rises } from "./support/access-patterns.ts";
import type { Cost } from "./support/costs.ts";

const cost: Cost = { requests: 2, hops: 1, readUnits: 1, writeUnits: 10 };
const documented = documentedCosts("| Name | Where | Asks | … |\n| `getOrder` | `GET /v1/orders/{orderId}` | query core | 2 | 1 | 1 | 10 | |\n");

test("what takes as much as its row says is no rise", () => {
  expect(rises(new Map([["getOrder", [cost, cost]]]), documented)).toEqual([]);
});

test.each([
  ["a request", { requests: 3 }, "getOrder takes 3 requests, docs/data.md says 2"],
  ["a hop", { hops: 2 }, "getOrder takes 2 hops, docs/data.md says 1"],
  ["units", { writeUnits: 12 }, "getOrder takes 12 writeUnits, docs/data.md says 10"],
])("%s more, as a rule, is named with the route", (_name, change, sentence) => {
  expect(rises(new Map([["getOrder", [cost, { ...cost, ...change }, { ...cost, ...change }]]]), documented)).toEqual([sentence]);
});

test("what has no row is named", () => {
  expect(rises(new Map([["getThing", [cost]]]), documented)).toEqual(["getThing has no row in docs/data.md"]);
});

test("every route and every queue has one row in docs/data.md, and no row is of something else", () => {
  const names = [...dataDocument().matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);

  expect(names.toSorted()).toEqual([...routes.map(({ operationId }) => operationId), ...queueNames].toSorted());
});
