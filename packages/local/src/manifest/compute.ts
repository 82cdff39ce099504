import * as z from "zod";
import type { Resource } from "./assembly.ts";
import type { Resolver } from "./resolve.ts";
import type { EventSource, LambdaFunction, Schedule, Statement } from "./types.ts";

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const StatementShape = z.looseObject({
  Effect: z.enum(["Allow", "Deny"]),
  Action: oneOrMore.default([]),
  Resource: oneOrMore.default([]),
  Condition: z.unknown().optional(),
});
const PolicyDocument = z.looseObject({ Statement: z.union([z.array(StatementShape), StatementShape.transform((one) => [one])]) });
const FunctionShape = z.looseObject({
  Handler: z.string().default(""),
  Role: z.string().default(""),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).default({ Variables: {} }),
});
const PolicyShape = z.looseObject({ Roles: z.array(z.string()).default([]), PolicyDocument });
const RoleShape = z.looseObject({ Policies: z.array(z.looseObject({ PolicyDocument })).default([]) });

const statementsOf = (document: z.output<typeof PolicyDocument>): Statement[] =>
  document.Statement.map((s) => ({ effect: s.Effect, actions: s.Action, resources: s.Resource, condition: s.Condition }));

/** Statements by physical role name, from inline policies and from policies attached to the role. */
function readRoles(from: Resolver): ReadonlyMap<string, readonly Statement[]> {
  const roles = new Map<string, Statement[]>();
  const add = (role: string, statements: readonly Statement[]) => roles.set(role, [...(roles.get(role) ?? []), ...statements]);
  for (const role of from.ofType("AWS::IAM::Role")) {
    for (const policy of RoleShape.parse(from.properties(role)).Policies) add(from.physicalId(role), statementsOf(policy.PolicyDocument));
  }
  for (const resource of from.ofType("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")) {
    const policy = PolicyShape.parse(from.properties(resource));
    for (const role of policy.Roles) add(role, statementsOf(policy.PolicyDocument));
  }
  return roles;
}

// Helpers that the CDK deploys for itself have `index.handler`; ours keep their path in the repository.
const isProduct = (resource: Resource): boolean => String(resource.properties["Handler"] ?? "").includes("/");

/** Every Lambda of the product by name; what the CDK brings for its own custom resources is left out. */
export function readFunctions(from: Resolver): Readonly<Record<string, LambdaFunction>> {
  const roles = readRoles(from);
  const read = (resource: Resource): LambdaFunction => {
    const shape = FunctionShape.parse(from.properties(resource));
    return {
      name: from.physicalId(resource),
      arn: from.arn(resource),
      handler: shape.Handler,
      assetDir: resource.assetDir,
      timeoutSeconds: shape.Timeout,
      memoryMb: shape.MemorySize,
      environment: shape.Environment.Variables,
      roleArn: shape.Role,
      statements: roles.get(shape.Role.split("/").pop() ?? "") ?? [],
      reservedConcurrency: shape.ReservedConcurrentExecutions,
    };
  };
  const functions = from.ofType("AWS::Lambda::Function").filter(isProduct).map(read);
  return Object.fromEntries(functions.map((item) => [item.name, item]));
}

/** The function's name behind an ARN, a name, or an API Gateway invocation URI. */
export function functionName(from: Resolver, identifier: string): string {
  const [, arn] = /functions\/(arn:[^/]+)\/invocations/.exec(identifier) ?? [];
  const resource = from.find(arn ?? identifier, "AWS::Lambda::Function");
  if (!resource) throw new Error(`No function in the templates answers to ${identifier}`);
  return from.physicalId(resource);
}

const MappingShape = z.looseObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.coerce.boolean().default(true),
  BatchSize: z.coerce.number().optional(),
  MaximumBatchingWindowInSeconds: z.coerce.number().default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  ScalingConfig: z.looseObject({ MaximumConcurrency: z.coerce.number().optional() }).optional(),
  FilterCriteria: z.looseObject({ Filters: z.array(z.looseObject({ Pattern: z.string() })).default([]) }).optional(),
  StartingPosition: z.enum(["LATEST", "TRIM_HORIZON"]).default("LATEST"),
  BisectBatchOnFunctionError: z.coerce.boolean().default(false),
  MaximumRetryAttempts: z.coerce.number().default(-1),
  DestinationConfig: z.looseObject({ OnFailure: z.looseObject({ Destination: z.string() }).optional() }).optional(),
});

function failureQueue(from: Resolver, arn: string | undefined): string | undefined {
  const queue = arn === undefined ? undefined : from.find(arn, "AWS::SQS::Queue");
  return queue && from.physicalId(queue);
}

function readMapping(from: Resolver, shape: z.output<typeof MappingShape>): EventSource {
  const source = from.find(shape.EventSourceArn, "AWS::SQS::Queue", "AWS::DynamoDB::Table");
  if (!source) throw new Error(`No queue or table answers to ${shape.EventSourceArn}`);
  const kind = source.type === "AWS::SQS::Queue" ? "queue" : "stream";
  return {
    kind,
    source: from.physicalId(source),
    functionName: functionName(from, shape.FunctionName),
    // Lambda's own defaults.
    batchSize: shape.BatchSize ?? (kind === "queue" ? 10 : 100),
    windowSeconds: shape.MaximumBatchingWindowInSeconds,
    reportsItemFailures: shape.FunctionResponseTypes.includes("ReportBatchItemFailures"),
    maxConcurrency: shape.ScalingConfig?.MaximumConcurrency,
    filters: shape.FilterCriteria?.Filters.map((filter): unknown => JSON.parse(filter.Pattern)) ?? [],
    startingPosition: shape.StartingPosition,
    bisectOnError: shape.BisectBatchOnFunctionError,
    maxRetries: shape.MaximumRetryAttempts,
    onFailureQueue: failureQueue(from, shape.DestinationConfig?.OnFailure?.Destination),
  };
}

/** Event source mappings of queues and of the table's stream; a disabled one is left out. */
export function readEventSources(from: Resolver): readonly EventSource[] {
  return from
    .ofType("AWS::Lambda::EventSourceMapping")
    .map((resource) => MappingShape.parse(from.properties(resource)))
    .filter((shape) => shape.Enabled)
    .map((shape) => readMapping(from, shape));
}

const RuleShape = z.looseObject({
  Name: z.string().optional(),
  ScheduleExpression: z.string().optional(),
  State: z.string().default("ENABLED"),
  Targets: z.array(z.looseObject({ Arn: z.string(), Input: z.string().optional() })).default([]),
  Target: z.looseObject({ Arn: z.string(), Input: z.string().optional() }).optional(),
});

/** Rules and schedules that call functions on a clock; event-pattern rules are left out. */
export function readSchedules(from: Resolver): readonly Schedule[] {
  return from.ofType("AWS::Events::Rule", "AWS::Scheduler::Schedule").flatMap((resource): Schedule[] => {
    const shape = RuleShape.parse(from.properties(resource));
    if (shape.ScheduleExpression === undefined) return [];
    const targets = shape.Target ? [shape.Target] : shape.Targets;
    return [
      {
        name: shape.Name ?? resource.id,
        arn: from.arn(resource),
        expression: shape.ScheduleExpression,
        isEnabled: shape.State === "ENABLED",
        targets: targets
          .filter((target) => from.find(target.Arn, "AWS::Lambda::Function"))
          .map((target) => ({ functionName: functionName(from, target.Arn), input: target.Input })),
      },
    ];
  });
}
