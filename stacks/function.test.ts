import { globSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { everyStage, type StageTemplates, stages } from "../test/support/templates.ts";

let templates: Record<string, StageTemplates>;
beforeAll(async () => {
  templates = await everyStage();
});
const all = (stage: string, type: string) => templates[stage]?.all(type) ?? [];
/** Ours; CDK's own helper keeps its handler in the root of its directory. */
const ours = (stage: string) => all(stage, "AWS::Lambda::Function").filter(({ properties }) => properties.Handler.startsWith("packages/"));

describe.each(stages)("functions of %s", (stage) => {
  test("every Lambda, CDK's helpers included, writes to a log group that forgets", () => {
    const groups = new Map(all(stage, "AWS::Logs::LogGroup").map(({ id, properties }) => [id, properties.RetentionInDays]));

    expect(new Set(groups.values())).toEqual(new Set([{ dev: 7, staging: 30, prod: 365 }[stage]]));
    for (const { properties } of all(stage, "AWS::Lambda::Function")) expect([...groups.keys()]).toContain(properties.LoggingConfig.LogGroup.Ref);
  });

  test("every Lambda of ours runs on the pinned Node, on arm64, traced, with readable stacks", () => {
    const major = readFileSync(".node-version", "utf8").trim().split(".")[0];

    for (const { properties } of ours(stage)) {
      expect(properties.Runtime).toBe(`nodejs${major}.x`);
      expect(properties.Architectures).toEqual(["arm64"]);
      expect(properties.TracingConfig).toEqual({ Mode: "Active" });
      expect(properties.Environment.Variables.NODE_OPTIONS).toBe("--enable-source-maps");
    }
  });

  test("a Lambda behind the gateway answers before the gateway gives up, and a trigger before Cognito does", () => {
    for (const { stack, properties } of ours(stage)) {
      if (stack === "Api") expect(properties.Timeout).toBeLessThan(29);
      if (stack === "Auth") expect(properties.Timeout).toBeLessThanOrEqual(5);
    }
  });

  test("no stack comes near CloudFormation's limit of 500 resources", () => {
    for (const resources of Object.values(templates[stage]?.stacks ?? {})) {
      expect(resources.length).toBeGreaterThan(0);
      expect(resources.length).toBeLessThan(420);
    }
  });
});

test("every handler file is named by the stacks", () => {
  const named = ours("prod").map(({ properties }) => properties.Handler.replace(/\.handler$/, ".ts"));
  const written = globSync("packages/functions/src/{http/lambda,queues,streams,cron,triggers,buckets}/*.ts").filter((file) =>
    /^export (?:const|async function|function) handler\b/m.test(readFileSync(file, "utf8")),
  );

  expect(written.filter((file) => !named.includes(file))).toEqual([]);
});
