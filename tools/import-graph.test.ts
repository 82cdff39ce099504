import { expect, test } from "vitest";
import { importGraph, importsOf, target, violations } from "./import-graph.ts";
import { treeOf } from "./source.ts";

test("every import of the repository goes the right way", () => {
  const graph = importGraph();

  expect(graph.length).toBeGreaterThan(1_000);
  expect(violations(graph)).toEqual([]);
});

test.each([
  ["packages/core/src/quote/index.ts", "@aws-sdk/client-dynamodb", "known to adapters"],
  ["packages/core/src/quote/store.ts", "electrodb", "known to adapters"],
  ["packages/functions/src/http/app.ts", "stripe", "known to adapters"],
  ["packages/core/src/quote/index.ts", "hono", "HTTP and Lambda"],
  ["packages/web/src/main.tsx", "hono", "HTTP and Lambda"],
  ["packages/functions/src/http/app.ts", "../../../../stacks/stage.ts", "what exists in AWS"],
  ["packages/core/src/quote/index.ts", "@sleekapp/contracts/quote", "core is below"],
  ["packages/core/src/quote/index.ts", "@sleekapp/mail", "core is below"],
  ["packages/contracts/src/quote.ts", "@sleekapp/core/quote", "contracts say what travels"],
  ["packages/contracts/src/quote.ts", "@sleekapp/core/table/table", "contracts say what travels"],
  ["packages/web/src/main.tsx", "@sleekapp/core/quote", "web application"],
  ["packages/web/src/main.tsx", "@sleekapp/core/quote/store", "web application"],
  ["packages/web/src/main.tsx", "@sleekapp/functions/http/app", "web application"],
  ["packages/web/src/main.tsx", "node:fs", "web application"],
  ["packages/mail/src/code.tsx", "@sleekapp/core/order/model", "mail templates"],
  ["packages/functions/src/http/app.ts", "@sleekapp/local/stage", "functions reach core"],
  ["packages/core/src/kernel/action.ts", "../quote/model.ts", "kernel and the ports"],
  ["packages/core/src/pricing/rules.ts", "../quote/index.ts", "rules, models and processes"],
  ["packages/core/src/pricing/rules.ts", "../table/table.ts", "rules, models and processes"],
  ["packages/core/src/quote/index.ts", "../order/store.ts", "store is its own"],
])("%s must not import %s", (file, wanted, why) => {
  const found = violations([{ file, to: target(file, wanted), isType: false }]);

  expect(found.join("\n")).toContain(why);
});

test("a store may name the SDK's types, since they leave nothing behind", () => {
  expect(violations([{ file: "packages/core/src/quote/store.ts", to: "@aws-sdk/client-dynamodb", isType: true }])).toEqual([]);
});

test("static, re-exported, typed and later imports are all seen", () => {
  const text = `import { a } from "./a.ts"; import type { B } from "b"; export * from "@c/d/e"; export { f } from "../f/index.ts"; const g = () => import("node:fs");`;

  const found = importsOf("packages/core/src/quote/x.ts", treeOf("x.ts", text));

  expect(found.map(({ to, isType }) => [to, isType])).toEqual([
    ["packages/core/src/quote/a", false],
    ["b", true],
    ["@c/d", false],
    ["packages/core/src/f", false],
    ["node:", false],
  ]);
});
