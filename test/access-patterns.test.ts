import { routes } from "@sleekapp/contracts";
import { queueNames } from "@sleekapp/core/ports/queue";
import { expect, test } from "vitest";
import { dataDocument, documentedCosts, rises } from "./support/access-patterns.ts";
import { type Cost, costsIn, scansIn } from "@sleekapp/local/costs";

const cost: Cost = { requests: 2, hops: 1, readUnits: 1, writeUnits: 10 };
const documented = documentedCosts("| Name | Where | Asks | … |\n| `getOrder` | `GET /v1/orders/{orderId}` | query core | 2 | 1 | 1 | 10 | |\n");

test("what takes as much as its row says is no rise", () => {
  expect(rises(new Map([["getOrder", [cost, cost]]]), documented)).toEqual([]);
});

test.each([
  ["a request", { requests: 3 }, "getOrder takes 3 requests, docs/data.md says 2"],
  ["a hop", { hops: 2 }, "getOrder takes 2 hops, docs/data.md says 1"],
  ["units", { writeUnits: 12 }, "getOrder takes 12 writeUnits, docs/data.md says 10"],
])("%s more, even once, is named with the route", (_name, change, sentence) => {
  expect(rises(new Map([["getOrder", [cost, { ...cost, ...change }, cost]]]), documented)).toEqual([sentence]);
});

const logged = (data: object) => ({ at: "", functionName: "order", requestId: undefined, line: JSON.stringify({ level: "INFO", data }) });
const db = { requests: 3, hops: 2, rru: 1, wru: 12, iwru: 4 };

test("a cost is read from the log of what did its work; attempts that met another transaction do not count, nor what found the work done", () => {
  const lines = [
    logged({ op: "getOrder", status: 200, db: { ...db, contended: 4 } }),
    logged({ op: "getOrder", status: 409, db: { ...db, requests: 9 } }),
    logged({ op: "getOrder", status: 200, db: { ...db, requests: 9, refused: 1 } }),
    logged({ queue: "send-mail", outcome: "done", db }),
  ];
  const taken = { requests: 3, hops: 2, readUnits: 1, writeUnits: 14 };

  expect(costsIn(lines)).toEqual(
    new Map([
      ["getOrder", [taken]],
      ["send-mail", [taken]],
    ]),
  );
});

test("whoever reads the whole table is named, also when it was refused in the end", () => {
  const lines = [
    logged({ op: "getOrder", status: 404, db: { ...db, scans: 1 } }),
    logged({ queue: "send-mail", outcome: "done", db: { ...db, scans: 2 } }),
    logged({ op: "listOrders", status: 200, db }),
  ];

  expect(scansIn(lines)).toEqual(["getOrder", "send-mail"]);
});

test("what has no row is named", () => {
  expect(rises(new Map([["getThing", [cost]]]), documented)).toEqual(["getThing has no row in docs/data.md"]);
});

test("every route and every queue has one row in docs/data.md, and no row is of something else", () => {
  const names = [...dataDocument().matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name = ""]) => name);

  expect(names.toSorted()).toEqual([...routes.map(({ operationId }) => operationId), ...queueNames].toSorted());
});
