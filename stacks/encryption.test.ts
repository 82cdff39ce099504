import { keptDays, logDays } from "@sleekapp/core/privacy/retention";
import { beforeAll, describe, expect, test } from "vitest";
import { everyStage, type StageTemplates, stages } from "../test/support/templates.ts";

// At rest everything is encrypted by keys that AWS owns or manages, which cost nothing: a key of our own in KMS is a dollar a month
// each, as much as the rest of a development stage. What must be unreadable even with the data in hand is sealed by the code itself.

let templates: Record<string, StageTemplates>;
beforeAll(async () => {
  templates = await everyStage();
});
const all = (stage: string, type: string) => templates[stage]?.all(type) ?? [];

describe.each(stages)("%s", (stage) => {
  test("the table is encrypted with the key that DynamoDB owns, and answers nobody over plain HTTP", () => {
    const [table] = all(stage, "AWS::DynamoDB::Table");

    // Without a word about it a table is encrypted; saying `SSEEnabled: false` means the same key.
    expect(table?.properties.SSESpecification?.KMSMasterKeyId).toBeUndefined();
    expect(table?.properties.ResourcePolicy.PolicyDocument.Statement).toEqual([
      {
        Sid: "OnlyOverTls",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "dynamodb:*",
        Resource: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  test("every bucket is encrypted with S3's own keys, and refuses plain HTTP and TLS below 1.2", () => {
    const policies = all(stage, "AWS::S3::BucketPolicy").map(({ properties }) => JSON.stringify(properties.PolicyDocument));

    for (const { properties } of all(stage, "AWS::S3::Bucket"))
      expect(properties.BucketEncryption.ServerSideEncryptionConfiguration).toEqual([{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }]);
    expect(policies).toHaveLength(all(stage, "AWS::S3::Bucket").length);
    for (const policy of policies) {
      expect(policy).toContain('"aws:SecureTransport":"false"');
      expect(policy).toContain('"s3:TlsVersion":1.2');
    }
  });

  test("every queue is encrypted with SQS's own key, and refuses plain HTTP", () => {
    const policies = all(stage, "AWS::SQS::QueuePolicy").map(({ properties }) => JSON.stringify(properties.PolicyDocument));

    for (const { properties } of all(stage, "AWS::SQS::Queue")) {
      expect(properties.SqsManagedSseEnabled).toBe(true);
      expect(properties.MessageRetentionPeriod).toBe(keptDays.messages * 86_400);
    }
    expect(policies).toHaveLength(all(stage, "AWS::SQS::Queue").length);
    for (const policy of policies) expect(policy).toContain('"aws:SecureTransport":"false"');
  });

  test("every log ends after the stage's days; CloudWatch encrypts it and answers over TLS only", () => {
    const groups = all(stage, "AWS::Logs::LogGroup");

    expect(groups.length).toBeGreaterThan(15);
    for (const { properties, id } of groups) expect(properties.RetentionInDays, id).toBe(logDays[stage]);
    expect(all(stage, "AWS::Logs::LogGroup").filter(({ properties }) => properties.KmsKeyId)).toEqual([]);
  });

  test("topics refuse plain HTTP", () => {
    for (const { id } of all(stage, "AWS::SNS::Topic"))
      expect(
        JSON.stringify(all(stage, "AWS::SNS::TopicPolicy").find(({ properties }) => JSON.stringify(properties.Topics).includes(id))?.properties),
      ).toContain('"aws:SecureTransport":"false"');
  });

  test("files go when the table of what is kept says so", () => {
    const rules = all(stage, "AWS::S3::Bucket").find(({ properties }) => properties.BucketName.includes("-private-"))?.properties
      .LifecycleConfiguration.Rules;
    const days = Object.fromEntries(
      rules.flatMap((rule: { Prefix?: string; ExpirationInDays?: number }) => (rule.Prefix ? [[rule.Prefix, rule.ExpirationInDays]] : [])),
    );

    expect(days).toEqual({ "incoming/": keptDays.incoming, "export/": keptDays.exports, "import/": keptDays.imports });
  });

  test("no stage pays for a key of its own", () => {
    expect(all(stage, "AWS::KMS::Key")).toEqual([]);
  });
});
