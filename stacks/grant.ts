import type { QueueName } from "@sleekapp/core/ports/queue";
import type { SecretName } from "@sleekapp/core/ports/secrets";
import { auditPartitions, indexes } from "@sleekapp/core/table/keys";
import type { IUserPool, IUserPoolClient } from "aws-cdk-lib/aws-cognito";
import { Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { App, Queue } from "sst/constructs";
import { modelOf } from "./ai.ts";
import { namesOf } from "./name.ts";
import { secretsPath } from "./secret.ts";

/** A transaction needs the call of each of its parts; none of ours reads or scans without a key. */
export type TableCall = "GetItem" | "BatchGetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem" | "ConditionCheckItem";
export type IndexName = keyof typeof indexes;

type ObjectPath = "media/" | "audit/" | `private/${string}/`;

/** What one Lambda may do; its policy and its environment are both derived from this. */
export interface Grant {
  /** Calls on the table, by DynamoDB's own names for them, and the indexes that are queried. */
  readonly table?: { readonly calls: readonly TableCall[]; readonly indexes?: readonly IndexName[] };
  /** `bucket/prefix/` of the objects it may read itself, sign links to, put (or sign slots for) and drop. */
  readonly get?: readonly ("audit/" | `private/${string}/`)[];
  readonly show?: readonly `private/${string}/`[];
  readonly put?: readonly ObjectPath[];
  readonly drop?: readonly ObjectPath[];
  readonly send?: readonly QueueName[];
  /** Calls on the user pool. */
  readonly users?: readonly `cognito-idp:${string}`[];
  readonly secrets?: readonly SecretName[];
  readonly model?: true;
  /** Whether it also has the image model draw, under the same budget. */
  readonly images?: true;
  readonly mail?: true;
  readonly stripe?: true;
  /** Whether it asks the service of leaked passwords, by five digits of a hash. */
  readonly passwords?: true;
  /** Whether it fetches the reference rates of the European Central Bank. */
  readonly rates?: true;
  /** Whether it seals the audit; everybody else is denied to write there, whatever else they may write to the table. */
  readonly seals?: true;
  /** Whether it needs to know the address of the web application. */
  readonly links?: true;
}

/** What a grant names by reference; the table, the buckets and the parameters have names of their own. */
export interface Resources {
  readonly userPool: IUserPool;
  readonly client: IUserPoolClient;
  readonly mail: { readonly sender: string; readonly arns: readonly string[] };
  readonly origin: string;
  readonly queues: Readonly<Record<QueueName, { readonly queue: Queue }>>;
}

/** The statements of a grant, one for each kind of resource. */
export function statementsOf(app: App, grant: Grant, resources?: Resources): PolicyStatement[] {
  return [...tableStatements(app, grant), ...objectStatements(app, grant), ...serviceStatements(app, grant, resources)];
}

function tableStatements(app: App, { table, seals }: Grant): PolicyStatement[] {
  const { tableArn } = namesOf(app);
  const calls = (table?.calls ?? []).map((call) => `dynamodb:${call}`);
  const queried = table?.indexes?.map((name) => `${tableArn}/index/${indexes[name].name}`);
  return [...allow(calls, table && [tableArn]), ...exceptInAudit(seals ? [] : writesIn(table), tableArn), ...allow(["dynamodb:Query"], queried)];
}

function objectStatements(app: App, { get, show, put, drop }: Grant): PolicyStatement[] {
  const { buckets } = namesOf(app);
  const object = (path: ObjectPath) => `arn:aws:s3:::${placeOf(path, buckets)}*`;
  return [
    ...allow(["s3:GetObject"], [...(get ?? []), ...(show ?? [])].map(object)),
    // Without it a missing object looks like a forbidden one, and an upload delivered twice like a fault.
    ...allow(["s3:ListBucket"], get && [...new Set(get.map((path) => `arn:aws:s3:::${path === "audit/" ? buckets.audit : buckets.private}`))]),
    ...allow(["s3:PutObject"], put?.map(object)),
    ...allow(["s3:DeleteObject"], drop?.map(object)),
  ];
}

function serviceStatements(app: App, { send, users, secrets, model, images, mail }: Grant, resources: Resources | undefined): PolicyStatement[] {
  const parameter = (name: SecretName) => `arn:aws:ssm:${app.region}:${app.account}:parameter${secretsPath(app)}${name}`;
  const known = () => required(resources);
  return [
    ...allow(
      ["sqs:SendMessage"],
      send?.map((name) => known().queues[name].queue.queueArn),
    ),
    ...allow(users ?? [], users && [known().userPool.userPoolArn]),
    ...allow(["ssm:GetParameters"], secrets?.map(parameter)),
    ...allow(["bedrock:InvokeModel"], model && [modelOf(app).arn]),
    ...allow(["bedrock:InvokeModel"], images && [modelOf(app).image.arn]),
    ...allow(["bedrock:ApplyGuardrail"], model && guardrailArns(app)),
    ...allow(["ses:SendRawEmail"], mail && known().mail.arns),
  ];
}

const guardrailArns = (app: App): readonly string[] => [modelOf(app).guardrail].flatMap((guardrail) => (guardrail ? [guardrail.arn] : []));

/** Bucket and prefix of a path; the buckets of media and of the audit hold one prefix each, named as they are. */
function placeOf(path: ObjectPath, buckets: ReturnType<typeof namesOf>["buckets"]): string {
  if (path === "media/") return `${buckets.media}/media/`;
  return path === "audit/" ? `${buckets.audit}/audit/` : `${buckets.private}/${path.slice("private/".length)}`;
}

/** Environment variables of a grant, under the names packages/core/src/config.ts reads. */
export function environmentOf(app: App, grant: Grant, resources?: Resources): Record<string, string> {
  return { STAGE: app.stage, ...storageEnvironment(app, grant), ...serviceEnvironment(app, grant, resources) };
}

function storageEnvironment(app: App, grant: Grant): Record<string, string> {
  const { table, buckets } = namesOf(app);
  const paths = [grant.get, grant.show, grant.put, grant.drop].flatMap((some) => some ?? []);
  const touches = (bucket: string) => paths.some((path) => path.startsWith(`${bucket}/`));
  return {
    ...(grant.table && { TABLE_NAME: table }),
    ...(touches("private") && { PRIVATE_BUCKET: buckets.private }),
    ...(touches("media") && { MEDIA_BUCKET: buckets.media }),
    ...(touches("audit") && { AUDIT_BUCKET: buckets.audit }),
  };
}

function serviceEnvironment(app: App, grant: Grant, resources: Resources | undefined): Record<string, string> {
  const known = () => required(resources);
  return {
    ...(grant.links && { WEB_ORIGIN: known().origin }),
    ...(grant.mail && { MAIL_FROM: known().mail.sender }),
    ...(grant.secrets && { SECRETS_PATH: secretsPath(app) }),
    ...(grant.users && { USER_POOL_ID: known().userPool.userPoolId, USER_POOL_CLIENT_ID: known().client.userPoolClientId }),
    ...(grant.model && modelEnvironment(app)),
    ...(grant.passwords && { PASSWORD_RANGE_URL: "https://api.pwnedpasswords.com" }),
    ...(grant.rates && { RATES_URL: "https://www.ecb.europa.eu" }),
    ...(grant.stripe && { STRIPE_API_URL: "https://api.stripe.com" }),
    ...Object.fromEntries((grant.send ?? []).map((name) => [queueVariable(name), known().queues[name].queue.queueUrl])),
  };
}

function modelEnvironment(app: App): Record<string, string> {
  const { id, image, dayMicros, guardrail } = modelOf(app);
  return { MODEL_ID: id, IMAGE_MODEL_ID: image.id, MODEL_DAY_MICROS: String(dayMicros), MODEL_GUARDRAIL: guardrail?.name ?? "none" };
}

/** `send-mail` → `SEND_MAIL_QUEUE_URL`. */
const queueVariable = (name: QueueName): string => `${name.toUpperCase().replaceAll("-", "_")}_QUEUE_URL`;

/** One statement, or none when there is nothing it is about. */
const allow = (actions: readonly string[], resources: readonly string[] | undefined): PolicyStatement[] =>
  actions.length > 0 && resources && resources.length > 0 ? [new PolicyStatement({ actions: [...actions], resources: [...resources] })] : [];

const writes: ReadonlySet<TableCall> = new Set<TableCall>(["PutItem", "UpdateItem", "DeleteItem"]);
const writesIn = (table: Grant["table"]): readonly string[] =>
  (table?.calls ?? []).filter((call) => writes.has(call)).map((call) => `dynamodb:${call}`);

/** Takes the partitions of the audit out of what may be written to the table. */
const exceptInAudit = (actions: readonly string[], tableArn: string): readonly PolicyStatement[] =>
  actions.length === 0
    ? []
    : [
        new PolicyStatement({
          effect: Effect.DENY,
          actions: [...actions],
          resources: [tableArn],
          conditions: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": [auditPartitions] } },
        }),
      ];

function required(resources: Resources | undefined): Resources {
  if (!resources) throw new Error("this grant names a resource of another stack, which its function was not given");
  return resources;
}
