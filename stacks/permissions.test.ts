import { priceOf, worstOf } from "@sleekapp/core/ai/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { everyStage, type StageTemplates, stages } from "../test/support/templates.ts";
import { domainGrants, otherGrants, workerGrants } from "./permissions.ts";

let templates: Record<string, StageTemplates>;
beforeAll(async () => {
  templates = await everyStage();
});

interface Written {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

interface Statement {
  readonly from: string;
  readonly effect: Written["Effect"];
  readonly condition: unknown;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Every statement of every role of ours; resources that are references come as their JSON. */
function statements(stage: string): Statement[] {
  return (templates[stage]?.all("AWS::IAM::Policy", "AWS::IAM::Role") ?? []).flatMap(({ id, properties }) => {
    const inline = (properties.Policies ?? []).map(({ PolicyDocument }: { PolicyDocument: unknown }) => PolicyDocument);
    return [properties.PolicyDocument, ...inline].filter(Boolean).flatMap(({ Statement }) =>
      Statement.map(({ Effect, Action, Resource, Condition }: Written) => ({
        from: id,
        effect: Effect,
        condition: Condition,
        actions: [Action].flat(),
        resources: [Resource].flat().map((resource) => (typeof resource === "string" ? resource : JSON.stringify(resource))),
      })),
    );
  });
}

describe.each(stages)("permissions of %s", (stage) => {
  test("no permission is a pattern of actions", () => {
    const patterns = statements(stage).flatMap(({ actions }) => actions.filter((action) => action.includes("*")));

    expect(patterns).toEqual([]);
  });

  test("who writes the table is denied the audit's partitions, but for the one that seals it", () => {
    const writes = (wanted: Written["Effect"]) =>
      statements(stage).filter(
        ({ effect, actions }) => effect === wanted && actions.some((action) => /^dynamodb:(Put|Update|Delete)Item$/.test(action)),
      );
    const namesOf = (some: readonly Statement[]) => new Set(some.map(({ from }) => from.replace(/Role.*/, "")));
    const denied = writes("Deny");

    const isDenied = namesOf(denied);
    expect([...namesOf(writes("Allow"))].filter((name) => !isDenied.has(name))).toEqual(["SealAudit"]);
    for (const { condition } of denied) expect(condition).toEqual({ "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["$sleek#day_*"] } });
  });

  test("only calls that know no resource are allowed on every resource", () => {
    const everywhere = statements(stage)
      .filter(({ resources }) => resources.includes("*"))
      .flatMap(({ actions }) => actions);

    // Tracing and the list of streams cannot be limited: the service reference gives them no resource type.
    expect(new Set(everywhere)).toEqual(new Set(["xray:PutTraceSegments", "xray:PutTelemetryRecords", "dynamodb:ListStreams"]));
  });

  test("a pattern of resources is a prefix of objects in one bucket", () => {
    const patterns = statements(stage).flatMap(({ resources }) => resources.filter((resource) => resource.includes("*") && resource !== "*"));

    for (const pattern of patterns)
      expect(pattern).toMatch(new RegExp(`^arn:aws:s3:::${stage}-sleekapp-(?:private-\\d+/[a-z-]+/|media-\\d+/media/|audit-\\d+/audit/)\\*$`));
  });

  test("one worker and the routes that ask while somebody waits may ask a model, and only the models of the stage; one worker alone has pictures drawn", () => {
    const asking = statements(stage).filter(({ actions }) => actions.some((action) => action.startsWith("bedrock:")));

    expect(asking.map(({ from }) => from.replace(/RoleDefaultPolicy.*/, ""))).toEqual(["RunTask", "RunTask", "Assistant"]);
    const named = (id: string) => `arn:aws:bedrock:us-east-1::foundation-model/${id}`;
    const words = named(stage === "prod" ? "amazon.nova-pro-v1:0" : "amazon.nova-lite-v1:0");
    expect(asking.map(({ resources }) => resources)).toEqual([[words], [named("amazon.nova-canvas-v1:0")], [words]]);
  });

  test("the model has a price, without which no task may ask it, and a budget that some calls fit into", () => {
    const worker = templates[stage]?.all("AWS::Lambda::Function").find(({ id }) => id.startsWith("RunTask"));
    const { MODEL_ID, MODEL_DAY_MICROS } = worker?.properties.Environment.Variables ?? {};
    const price = priceOf(MODEL_ID, "2026-11-25");

    expect(price && worstOf(price, { bytes: 10_000, maxTokens: 4_000 })).toBeLessThan(Number(MODEL_DAY_MICROS) / 20);
  });

  test("one worker may send mail, from the stage's domain", () => {
    const sending = statements(stage).filter(({ actions }) => actions.some((action) => action.startsWith("ses:")));

    expect(sending.map(({ from }) => from.replace(/RoleDefaultPolicy.*/, ""))).toEqual(["SendMail"]);
    expect(sending[0]?.actions).toEqual(["ses:SendRawEmail"]);
  });

  test("a Lambda reads the secrets it names, one by one, of its own stage", () => {
    const reading = statements(stage).filter(({ actions }) => actions.some((action) => action.startsWith("ssm:")));
    const everyone = { ...domainGrants, ...workerGrants, ...otherGrants };

    expect(reading.length).toBeGreaterThan(3);
    for (const { resources, actions } of reading) {
      expect(actions).toEqual(["ssm:GetParameters"]);
      for (const resource of resources) expect(resource).toMatch(new RegExp(`^arn:aws:ssm:us-east-1:\\d+:parameter/sleekapp/${stage}/[a-z-]+$`));
    }
    const allOf = Object.entries(everyone).filter(([, grant]) => "secrets" in grant && grant.secrets.length === 5);
    expect(allOf).toEqual([]);
  });

  test("a role is taken by the service it is for and by nobody else", () => {
    const principals = (templates[stage]?.all("AWS::IAM::Role") ?? []).flatMap(({ properties }) =>
      properties.AssumeRolePolicyDocument.Statement.map(({ Principal }: { Principal: { Service: string } }) => Principal.Service),
    );

    expect(new Set(principals)).toEqual(new Set(stage === "prod" ? ["lambda.amazonaws.com", "backup.amazonaws.com"] : ["lambda.amazonaws.com"]));
  });
});
