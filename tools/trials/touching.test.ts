import { buildManifest, linkTemplates } from "@sleekapp/local/manifest";
import { apiStack, dataStack } from "@sleekapp/local/manifest/manifest.fixture";
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { partsOf } from "../../test/support/parts.ts";
import { root } from "../source.ts";
import { controlsOf, runsWithout, testsTouching } from "./touching.ts";

const parts = partsOf(buildManifest(linkTemplates({ data: dataStack, api: apiStack }, "/out")));

test.each(parts.map((part) => [part.name, part] as const))("the %s is touched by tests that exist", (name, part) => {
  const runs = runsWithout(part);

  expect(runs).not.toEqual([]);
  for (const { file, env } of runs) {
    expect(existsSync(path.join(root, file))).toBe(true);
    expect(env).toMatchObject({ SLEEKAPP_REMOVED: name });
  }
  expect(controlsOf(part).map(({ file, named, env }) => [file, named, env?.["SLEEKAPP_REMOVED"]])).toEqual(
    runs.map(({ file, named }) => [file, named, undefined]),
  );
});

test("a removed route is asked for by its own cells, and all routes by one run of what they are compared with", () => {
  const routes = parts.filter(({ kind }) => kind === "route");

  expect(routes.flatMap(runsWithout).map(({ env }) => env?.["MATRIX_ROUTE"])).toEqual(["GET /v1/quotes/{id}", "GET /v1/public/health"]);
  expect(new Set(routes.flatMap(controlsOf).map((run) => JSON.stringify(run))).size).toBe(1);
});

test("a kind of part that nobody has thought of is touched by nothing, and so survives", () => {
  expect(testsTouching("state machine dev-sleekapp-refund")).toEqual([]);
});
