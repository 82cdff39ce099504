import { Aspects } from "aws-cdk-lib";
import { AwsSolutionsChecks, type INagLogger, type NagLoggerNonComplianceData } from "cdk-nag";
import { describe, expect, test } from "vitest";
import { type Stage, stages, templatesOf } from "../test/support/templates.ts";

/** Collects what cdk-nag finds instead of failing at the first. */
class Findings implements INagLogger {
  readonly found: string[] = [];
  readonly broken: string[] = [];
  onNonCompliance({ ruleId, resource, findingId }: NagLoggerNonComplianceData): void {
    this.found.push(`${ruleId}${findingId ? `[${findingId}]` : ""} ${resource.node.path}`);
  }
  onError({ ruleId, resource, errorMessage }: Parameters<INagLogger["onError"]>[0]): void {
    this.broken.push(`${ruleId} ${resource.node.path}: ${errorMessage}`);
  }
  onCompliance(): void {}
  onSuppressed(): void {}
  onSuppressedError(): void {}
  onNotApplicable(): void {}
}

async function findingsOf(stage: Stage): Promise<Findings> {
  const findings = new Findings();
  await templatesOf(stage, { before: (app) => Aspects.of(app).add(new AwsSolutionsChecks({ additionalLoggers: [findings], reports: false })) });
  return findings;
}

interface Accepted {
  readonly rule: RegExp;
  readonly where: RegExp;
  readonly reason: string;
}

/** What the rules say against these stacks and why it stays; anything else fails the test, and so does an entry that matches nothing. */
const accepted: readonly Accepted[] = [
  {
    rule: /^L1$/,
    where: /^/,
    reason: "nodejs22.x is the pinned runtime, the major that development and tests run on; CDK's helpers bring their own",
  },
  {
    rule: /^IAM5\[Resource::\*\]$/,
    where: /Role\/DefaultPolicy/,
    reason: "xray:Put* and dynamodb:ListStreams know no resources; permissions.test.ts allows exactly these",
  },
  {
    rule: /^IAM5\[Resource::arn:aws:s3:::.*\/\*\]$/,
    where: /Role\/DefaultPolicy/,
    reason: "objects under one prefix of one bucket, named in permissions.ts",
  },
  {
    rule: /^APIG4$/,
    where: /-Api\//,
    reason: "routes for visitors, guests and Stripe, each declared open in its contract; api.test.ts compares them",
  },
  {
    rule: /^SQS3$/,
    where: /(?:Outbox|SealAudit)DeadLetters/,
    reason: "it is a dead-letter queue itself, of the stream, which the rule does not see",
  },
  {
    rule: /^COG[123]$/,
    where: /Users/,
    reason:
      "length instead of composition; a second factor is optional for customers and forced on admins by pre-token; threat protection is a dearer plan, its rate rule stands at the pool",
  },
  { rule: /^CFR1$/, where: /Edge/, reason: "buyers and suppliers are in every country" },
  {
    rule: /^(?:CFR2|CFR4|DDB3)$/,
    where: /^dev-/,
    reason: "firewall, own domain and point-in-time recovery are for stages with data that matters: stage.ts",
  },
  { rule: /^IAM4\[/, where: /-Backup\//, reason: "AWS Backup publishes what its role needs as this policy and extends it with its features" },
];

const accepts =
  (finding: string) =>
  ({ rule, where }: Accepted) => {
    const [id = "", place = ""] = finding.split(/ (?=[^ ]+$)/);
    return rule.test(id.replace("AwsSolutions-", "")) && where.test(place);
  };

describe("AWS's own review of the stacks", () => {
  const seen = new Set<Accepted>();

  test.each(stages)("finds nothing in %s that is not explained", async (stage) => {
    const { found, broken } = await findingsOf(stage);
    for (const entry of accepted) if (found.some((finding) => accepts(finding)(entry))) seen.add(entry);

    expect(found.filter((finding) => !accepted.some(accepts(finding)))).toEqual([]);
    expect(broken).toEqual([]);
  });

  test("is answered by at most ten explanations, each of which is still needed", () => {
    expect(accepted.length).toBeLessThanOrEqual(10);
    expect(accepted.filter((entry) => !seen.has(entry)).map(({ rule }) => String(rule))).toEqual([]);
  });
});
