import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const lock: { packages: Record<string, { version: string }> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const copies = (name: string) =>
  Object.entries(lock.packages).flatMap(([place, { version }]) => (place.endsWith(`node_modules/${name}`) ? [`${place} ${version}`] : []));
const installed = (name: string) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;

test.each([
  ["aws-cdk-lib", "2.224.0"],
  ["constructs", "10.3.0"],
])("there is one copy of %s, because constructs of two copies do not know each other", (name, version) => {
  expect(copies(name)).toEqual([`node_modules/${name} ${version}`]);
  expect(installed(name)).toBe(version);
});

test("the retry package SST's SDK finds is one it can call: from 4.3.0 on every deployment ends before its first request", () => {
  expect(installed("@smithy/util-retry")).toBe("4.0.7");
});

test("there is one esbuild that bundles Lambdas, beside the old one SST reads its configuration with", () => {
  expect(installed("esbuild")).toBe(lock.packages["node_modules/esbuild"]?.version);
  expect(copies("esbuild").filter((copy) => copy.startsWith("node_modules/sst/"))).toEqual(["node_modules/sst/node_modules/esbuild 0.18.13"]);
});
