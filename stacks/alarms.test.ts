import { queueNames } from "@sleekapp/core/ports/queue";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { everyStage, type StageTemplates } from "../test/support/templates.ts";

let templates: Record<string, StageTemplates>;
beforeAll(async () => {
  templates = await everyStage();
});
const all = (stage: string, type: string) => templates[stage]?.all(type) ?? [];
const alarms = (stage: string) => all(stage, "AWS::CloudWatch::Alarm");
const about = (stage: string, metric: string) => alarms(stage).filter(({ properties }) => properties.MetricName === metric);
const headings = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]
      ?.toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, "")
      .replaceAll(" ", "-"),
  );

describe.each(["staging", "prod"])("alarms of %s", (stage) => {
  test("each dead-letter queue has one, at the first message", () => {
    const watched = about(stage, "ApproximateNumberOfMessagesVisible").map(({ properties }) => JSON.stringify(properties.Dimensions));
    const dead = all(stage, "AWS::SQS::Queue").filter(({ id }) => id.includes("DeadLetters"));

    // Beside those of the queues, those of what the two readers of the stream gave up.
    expect(dead).toHaveLength(queueNames.length + 2);
    for (const { id } of dead) expect(watched.filter((dimensions) => dimensions.includes(id))).toHaveLength(1);
    for (const { properties } of about(stage, "ApproximateNumberOfMessagesVisible")) expect(properties.Threshold).toBe(1);
  });

  test("each Lambda has one for errors and one for throttling", () => {
    const lambdas = all(stage, "AWS::Lambda::Function").filter(({ properties }) => properties.Handler.startsWith("packages/"));

    for (const metric of ["Errors", "Throttles"]) expect(about(stage, metric)).toHaveLength(lambdas.length);
  });

  test("the API's own errors and the age of unrouted events have one each", () => {
    expect(about(stage, "5xx")).toHaveLength(1);
    expect(about(stage, "IteratorAge").map(({ properties }) => properties.Threshold)).toEqual([60_000, 900_000]);
  });

  test("critical security events and refused tokens have one each, and their figures come from functions' logs and the access log", () => {
    const [filter] = all(stage, "AWS::Logs::MetricFilter");

    expect(about(stage, "CriticalSecurityEvents").map(({ properties }) => [properties.Namespace, properties.Threshold])).toEqual([["SleekApp", 1]]);
    expect(about(stage, "TokensRefused").map(({ properties }) => properties.Namespace)).toEqual([`SleekApp/${stage}`]);
    expect(filter?.properties.FilterPattern).toBe('{ ($.status = 401) && ($.refused = "?*") }');
  });

  test("each tells the topic when it starts and ends, and says which section of the runbook to read", () => {
    const sections = headings("docs/runbook.md");

    for (const { properties } of alarms(stage)) {
      const section = properties.AlarmDescription.match(/docs\/runbook\.md#([a-z0-9-]+)$/)?.[1];
      expect(sections).toContain(section);
      expect(properties.AlarmActions).toHaveLength(1);
      expect(properties.OKActions).toEqual(properties.AlarmActions);
    }
  });
});

test("a developer's stage has no alarms: ten are free, these are more", () => {
  expect(alarms("dev")).toEqual([]);
});

test("production has a daily copy of the table, kept five weeks here and in another region; the other stages have none", () => {
  const [plan] = all("prod", "AWS::Backup::BackupPlan");
  const [rule] = plan?.properties.BackupPlan.BackupPlanRule ?? [];

  expect(rule.Lifecycle).toEqual({ DeleteAfterDays: 35 });
  expect(rule.CopyActions).toEqual([
    { DestinationBackupVaultArn: "arn:aws:backup:us-west-2:000000000000:backup-vault:prod-sleekapp-backups", Lifecycle: { DeleteAfterDays: 35 } },
  ]);
  expect(all("prod", "AWS::Backup::BackupVault").map(({ deletionPolicy }) => deletionPolicy)).toEqual(["Retain"]);
  expect([...all("dev", "AWS::Backup::BackupPlan"), ...all("staging", "AWS::Backup::BackupPlan")]).toEqual([]);
});
