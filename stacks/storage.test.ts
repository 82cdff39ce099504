import { beforeAll, describe, expect, test } from "vitest";
import { everyStage, type StageTemplates, stages } from "../test/support/templates.ts";

let templates: Record<string, StageTemplates>;
beforeAll(async () => {
  templates = await everyStage();
});
const only = (stage: string, type: string) => templates[stage]?.all(type).at(0);
const bucket = (stage: string, name: string) =>
  templates[stage]?.all("AWS::S3::Bucket").find(({ properties }) => properties.BucketName.includes(`-${name}-`));

describe.each(stages)("storage of %s", (stage) => {
  test("the table has the keys, the four indexes, the stream and the clean-up attribute that the entities use", () => {
    const table = only(stage, "AWS::DynamoDB::Table")?.properties;

    expect(table.KeySchema.map(({ AttributeName }: { AttributeName: string }) => AttributeName)).toEqual(["pk", "sk"]);
    expect(table.GlobalSecondaryIndexes).toEqual(
      [
        ["byOwner", "gsi1"],
        ["bySupplier", "gsi2"],
        ["queue", "gsi3"],
        ["feed", "gsi4"],
      ].map(([IndexName, key]) => ({
        IndexName,
        KeySchema: [
          { AttributeName: `${key}pk`, KeyType: "HASH" },
          { AttributeName: `${key}sk`, KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "ALL" },
      })),
    );
    expect(table.AttributeDefinitions.every(({ AttributeType }: { AttributeType: string }) => AttributeType === "S")).toBe(true);
    expect(table.StreamSpecification.StreamViewType).toBe("NEW_AND_OLD_IMAGES");
    expect(table.TimeToLiveSpecification).toEqual({ AttributeName: "ttl", Enabled: true });
    expect(table.BillingMode).toBe("PAY_PER_REQUEST");
  });

  test("the table outlives its stack in production only, and is recoverable to a moment wherever the data matters", () => {
    const table = only(stage, "AWS::DynamoDB::Table");

    expect(table?.deletionPolicy).toBe(stage === "prod" ? "Retain" : "Delete");
    expect(table?.properties.DeletionProtectionEnabled).toBe(stage === "prod");
    expect(table?.properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(stage !== "dev");
  });

  test("every bucket is private, encrypted and refuses plain HTTP", () => {
    const buckets = templates[stage]?.all("AWS::S3::Bucket") ?? [];
    const policies = templates[stage]?.all("AWS::S3::BucketPolicy") ?? [];

    expect(buckets).toHaveLength(5);
    for (const { properties } of buckets) {
      expect(properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(properties.BucketEncryption.ServerSideEncryptionConfiguration).toHaveLength(1);
    }
    for (const { properties } of policies) expect(JSON.stringify(properties.PolicyDocument)).toContain('{"Bool":{"aws:SecureTransport":"false"}}');
    expect(policies).toHaveLength(5);
  });

  test("only CloudFront may read the web and media buckets, and nobody by policy the private one", () => {
    const readers = (templates[stage]?.all("AWS::S3::BucketPolicy") ?? [])
      .flatMap(({ id, properties }) =>
        properties.PolicyDocument.Statement.map((statement: { Effect: string; Action: unknown; Principal: unknown }) => ({ id, ...statement })),
      )
      .filter(({ Effect, Action }) => Effect === "Allow" && JSON.stringify(Action).includes("s3:GetObject"));

    expect(readers.map(({ id }) => id.replace(/Policy.*/, ""))).toEqual(["WebBucket", "MediaBucket"]);
    for (const { Principal } of readers) expect(Principal).toEqual({ Service: "cloudfront.amazonaws.com" });
  });

  test("copies of the audit are locked where the data matters, and outlive their stack", () => {
    const found = templates[stage]?.all("AWS::S3::Bucket").find(({ properties }) => properties.BucketName.includes("-audit-"));
    const lock = { dev: undefined, staging: { Mode: "GOVERNANCE", Days: 30 }, prod: { Mode: "COMPLIANCE", Days: 400 } }[stage];

    expect(found?.properties.ObjectLockEnabled).toBe(lock && true);
    expect(found?.properties.ObjectLockConfiguration?.Rule.DefaultRetention).toEqual(lock);
    expect(found?.deletionPolicy).toBe(lock ? "Retain" : "Delete");
  });

  test("what was uploaded and never used is gone after a day", () => {
    const rules = bucket(stage, "private")?.properties.LifecycleConfiguration.Rules;

    expect(rules).toContainEqual(expect.objectContaining({ Prefix: "incoming/", ExpirationInDays: 1, Status: "Enabled" }));
  });

  test("a browser may upload from the web application's address and from nowhere else", () => {
    const rules = bucket(stage, "private")?.properties.CorsConfiguration.CorsRules;

    expect(rules).toHaveLength(1);
    expect(rules[0].AllowedOrigins).toEqual([
      { dev: "https://*.cloudfront.net", staging: "https://staging.sleekapp.example", prod: "https://www.sleekapp.example" }[stage],
    ]);
    expect(rules[0].AllowedMethods).toEqual(["GET", "POST"]);
  });

  test("each upload under incoming/ calls publish-photo, which only this bucket may call", () => {
    const configurations = bucket(stage, "private")?.properties.NotificationConfiguration.LambdaConfigurations;
    const permission = templates[stage]?.all("AWS::Lambda::Permission").find(({ properties }) => properties.Principal === "s3.amazonaws.com");

    expect(configurations).toEqual([
      {
        Event: "s3:ObjectCreated:*",
        Filter: { S3Key: { Rules: [{ Name: "prefix", Value: "incoming/" }] } },
        Function: { "Fn::GetAtt": [expect.stringMatching(/^PublishPhoto/), "Arn"] },
      },
    ]);
    expect(permission?.properties.SourceArn).toBe(`arn:aws:s3:::${bucket(stage, "private")?.properties.BucketName}`);
    expect(permission?.properties.SourceAccount).toBe("000000000000");
  });
});
