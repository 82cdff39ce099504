import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tools/test-order.ts";

const everything = [
  "packages/*/src/**/*.test.{ts,tsx}",
  "packages/*/tools/**/*.test.ts",
  "stacks/**/*.test.ts",
  "test/**/*.test.ts",
  "tools/**/*.test.ts",
];
/** Test files that take a table from `test/support/table.ts`; they share one engine. */
const withTable = globSync(everything).filter((file) => /support\/table(\.ts)?"/.test(readFileSync(file, "utf8")));
/** Test files that serve the built web application or boot a whole stage. */
const withStage = ["test/{browser,journey}/**/*.test.ts", "packages/local/src/demo/load.test.ts"];
const withTemplates = ["stacks/**/*.test.ts"];
/** Test files that look at everything the sources declare, which must not hold what another test declared for itself. */
const withDeclarations = ["packages/core/src/kernel/**/*.test.ts", "tools/**/*.test.ts"];
/** Long sizes of what other files show short; `npm run test:deep` has them. */
const longOnes = process.env["PROPERTY_SCALE"] ? [] : ["**/*.deep.test.ts"];

const project = (
  name: string,
  include: readonly string[],
  more: { readonly exclude?: readonly string[]; readonly globalSetup?: string; readonly testTimeout?: number; readonly isolate?: boolean } = {},
) => ({
  extends: true as const,
  test: {
    name,
    include: [...include],
    exclude: ["**/node_modules/**", ...longOnes, ...(more.exclude ?? [])],
    ...(more.globalSetup ? { globalSetup: more.globalSetup } : {}),
    ...(more.testTimeout ? { testTimeout: more.testTimeout } : {}),
    ...(more.isolate === undefined ? {} : { isolate: more.isolate }),
  },
});

export default defineConfig({
  test: {
    // Synthesis changes directory and listens to process exit, which worker threads do not allow.
    pool: "forks",
    // A journey waits for its functions, a page for its browser: with two files at a time one of two cores would often be idle.
    maxWorkers: 3,
    // Entities take the name when they are loaded.
    env: { TABLE_NAME: "sleekapp-test" },
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // What is set up for a project is set up only when one of its files runs.
    projects: [
      // A browser on two busy cores takes its time; what a page may take is measured elsewhere.
      project("stage", withStage, { exclude: withTable, globalSetup: "test/setup/stage.ts", testTimeout: 120_000 }),
      project("stacks", withTemplates, { globalSetup: "test/setup/stacks.ts" }),
      project("table", withTable, { globalSetup: "test/setup/dynamodb.ts" }),
      // What is pure leaves nothing behind, and to load the same modules for each of so many small files takes a quarter of their time.
      project("unit", everything, { exclude: [...withStage, ...withTemplates, ...withTable, ...withDeclarations], isolate: false }),
      project("declarations", withDeclarations, { exclude: withTable }),
    ],
  },
});
