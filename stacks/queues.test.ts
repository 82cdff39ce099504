import { queueNames } from "@sleekapp/core/ports/queue";
import { beforeAll, describe, expect, test } from "vitest";
import { everyStage, type StageTemplates, stages } from "../test/support/templates.ts";

let templates: Record<string, StageTemplates>;
beforeAll(async () => {
  templates = await everyStage();
});
const all = (stage: string, type: string) => templates[stage]?.all(type) ?? [];
const idIn = (reference: unknown) => JSON.stringify(reference).match(/[A-Z][A-Za-z]+[0-9A-F]{8}/)?.[0] ?? "";
const worked = (stage: string) => all(stage, "AWS::SQS::Queue").filter(({ properties }) => properties.RedrivePolicy);

describe.each(stages)("queues of %s", (stage) => {
  test("there is one queue for each kind of work, ordered where two effects on one thing must not overtake", () => {
    const names = worked(stage).map(({ properties }): string => properties.QueueName);

    expect(names.toSorted()).toEqual(
      queueNames
        .map((name) => `${stage}-sleekapp-${name}${["issue-invoice", "apply-payment", "index-product"].includes(name) ? ".fifo" : ""}`)
        .toSorted(),
    );
  });

  test("each gives up after five tries, into a queue of its own that keeps what failed for two weeks", () => {
    const dead = new Map(all(stage, "AWS::SQS::Queue").map((queue) => [queue.id, queue]));
    const targets = worked(stage).map(({ properties }) => idIn(properties.RedrivePolicy.deadLetterTargetArn));

    expect(new Set(targets).size).toBe(queueNames.length);
    for (const { properties } of worked(stage)) {
      const target = dead.get(idIn(properties.RedrivePolicy.deadLetterTargetArn));
      expect(properties.RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(5);
      expect(target?.properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
      expect(target?.properties.FifoQueue).toBe(properties.FifoQueue);
    }
  });

  test("each has one worker that reports single failures, and hides a message six times as long as the worker may take", () => {
    const functions = new Map(all(stage, "AWS::Lambda::Function").map((lambda) => [lambda.id, lambda.properties]));
    const sources = all(stage, "AWS::Lambda::EventSourceMapping").filter(({ stack }) => stack === "Workers");

    expect(sources).toHaveLength(queueNames.length);
    for (const { properties } of sources) {
      const worker = functions.get(properties.FunctionName.Ref);
      const queue = worked(stage).find(({ id }) => JSON.stringify(properties.EventSourceArn).includes(id));
      expect(properties.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
      expect(queue?.properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * worker.Timeout);
      expect(worker.Handler).toBe(
        `packages/functions/src/queues/${queue?.properties.QueueName.replace(`${stage}-sleekapp-`, "").replace(".fifo", "")}.handler`,
      );
    }
  });

  test("every queue is encrypted and refuses plain HTTP", () => {
    const policies = all(stage, "AWS::SQS::QueuePolicy");

    for (const { properties } of all(stage, "AWS::SQS::Queue")) expect(properties.SqsManagedSseEnabled).toBe(true);
    expect(policies).toHaveLength(all(stage, "AWS::SQS::Queue").length);
    for (const { properties } of policies) expect(JSON.stringify(properties.PolicyDocument)).toContain("aws:SecureTransport");
  });

  test("new events, and nothing else of the table, reach the router; one that cannot be sent does not hold back the rest", () => {
    const source = all(stage, "AWS::Lambda::EventSourceMapping").find(({ stack }) => stack === "Events")?.properties;

    expect(source.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual([
      { eventName: ["INSERT"], dynamodb: { NewImage: { __edb_e__: { S: ["event"] }, outbox: { S: ["pending"] } } } },
    ]);
    expect(source).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      MaximumRetryAttempts: 5,
      StartingPosition: "TRIM_HORIZON",
      DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(/^OutboxDeadLetters/), "Arn"] } } },
    });
  });

  test("new events are sealed, and touched ones told, by the second reader of the stream, which has a dead-letter queue of its own", () => {
    const source = all(stage, "AWS::Lambda::EventSourceMapping").filter(({ stack }) => stack === "Events")[1]?.properties;
    const event = { __edb_e__: { S: ["event"] } };

    expect(source.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual([
      { eventName: ["INSERT"], dynamodb: { NewImage: event } },
      { eventName: ["REMOVE"], dynamodb: { OldImage: event } },
      { eventName: ["MODIFY"], dynamodb: { OldImage: { ...event, outbox: { S: [{ exists: false }] } } } },
      { eventName: ["MODIFY", "REMOVE"], dynamodb: { OldImage: { __edb_e__: { S: ["audit-entry"] } } } },
      { eventName: ["INSERT"], dynamodb: { NewImage: { __edb_e__: { S: ["ai-usage"] } } } },
    ]);
    expect(source).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ParallelizationFactor: 1,
      DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(/^SealAuditDeadLetters/), "Arn"] } } },
    });
  });

  test("timers are swept every minute, the audit is copied every night, and rates are fetched after the bank has published them", () => {
    const rules = all(stage, "AWS::Events::Rule");

    expect(rules.map(({ properties }) => [properties.ScheduleExpression, properties.State])).toEqual([
      ["rate(1 minute)", "ENABLED"],
      ["cron(30 1 * * ? *)", "ENABLED"],
      ["cron(30 15,20 * * ? *)", "ENABLED"],
    ]);
    expect(rules.map(({ properties }) => properties.Targets[0].Arn["Fn::GetAtt"][0])).toEqual([
      expect.stringMatching(/^SweepDue/),
      expect.stringMatching(/^ExportAudit/),
      expect.stringMatching(/^FetchRates/),
    ]);
  });
});
