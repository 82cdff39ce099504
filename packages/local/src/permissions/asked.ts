import type { Manifest } from "../manifest.ts";
import { isRecord } from "../stand-ins/wire.ts";

/** One permission that a call needs, in IAM's words: `dynamodb:PutItem` on the table's ARN, for items of these partitions. */
export type Asked = { readonly action: string; readonly resource: string; readonly leadingKeys?: readonly string[] };

type Input = Readonly<Record<string, unknown>>;

/** What the calls of the AWS clients need, service by service. */
export type Asking = {
  readonly table: (operation: string, input: Input) => readonly Asked[];
  readonly stream: (operation: string, table: string) => readonly Asked[];
  readonly queue: (operation: string, input: Input) => readonly Asked[];
  readonly object: (action: string, bucket: string, key: string) => readonly Asked[];
  readonly parameters: (operation: string, input: Input) => readonly Asked[];
  readonly mail: (operation: string, source: string) => readonly Asked[];
  readonly users: (operation: string, input: Input) => readonly Asked[];
  readonly model: (modelId: string) => readonly Asked[];
  readonly log: (functionName: string) => readonly Asked[];
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const keysOf = (value: unknown): readonly string[] => (isRecord(value) ? Object.keys(value) : []);

/** A transaction needs the permission of each of its parts, and none of its own. */
const parts: Readonly<Record<string, string>> = {
  Get: "GetItem",
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};

/** Operation, `table` or `table/index/name`, and the partition where the call names one item. */
type TableCall = readonly [operation: string, resource: string, partition?: string | undefined];

/** The partition of the one item that is written or read. */
function partitionOf({ Item, Key }: Input): string | undefined {
  const key = isRecord(Item) ? Item["pk"] : isRecord(Key) ? Key["pk"] : undefined;
  return isRecord(key) && typeof key["S"] === "string" ? key["S"] : undefined;
}

const partsOf = (items: unknown): readonly TableCall[] =>
  list(items)
    .filter(isRecord)
    .flatMap((item) => Object.entries(item))
    .map(([part, input]) => (isRecord(input) ? [parts[part] ?? part, text(input["TableName"]), partitionOf(input)] : [parts[part] ?? part, ""]));

/** Everything in one DynamoDB call. */
function tableCalls(operation: string, input: Input): readonly TableCall[] {
  if (operation.startsWith("Transact")) return partsOf(input["TransactItems"]);
  if (operation.startsWith("Batch")) return keysOf(input["RequestItems"]).map((table) => [operation, table] as const);
  const index = text(input["IndexName"]);
  return [[operation, `${text(input["TableName"])}${index === "" ? "" : `/index/${index}`}`, partitionOf(input)]];
}

/** Each permission once, for all the partitions that it is needed for. */
const distinct = (asked: readonly Asked[]): readonly Asked[] =>
  [...Map.groupBy(asked, ({ action, resource }) => `${action} ${resource}`).values()].flatMap((same) => {
    const leadingKeys = same.flatMap((one) => one.leadingKeys ?? []);
    return same.slice(0, 1).map(({ action, resource }) => ({ action, resource, ...(leadingKeys.length > 0 ? { leadingKeys } : {}) }));
  });

/** The identity SES sends by: the address when it is one itself, else its domain; and what the identity is configured with. */
function sendersOf({ emailIdentities }: Manifest, source: string): readonly string[] {
  const address = /<([^<>]*)>\s*$/.exec(source)?.[1] ?? source;
  const domain = address.split("@")[1] ?? address;
  const identity = emailIdentities.find(({ name }) => name === address) ?? emailIdentities.find(({ name }) => name === domain);
  const configuration = identity?.configurationSet;
  return [`identity/${identity?.name ?? domain}`, ...(configuration === undefined ? [] : [`configuration-set/${configuration}`])];
}

/** Knows what the calls of a stage need by the names its templates give to everything. */
export function askingOf(manifest: Manifest, place = { region: "us-east-1", account: "000000000000" }): Asking {
  const arn = (service: string, rest: string) => `arn:aws:${service}:${place.region}:${place.account}:${rest}`;
  return {
    table: (operation, input) =>
      distinct(
        tableCalls(operation, input).map(([name, table, partition]) => ({
          action: `dynamodb:${name}`,
          resource: arn("dynamodb", `table/${table}`),
          ...(partition === undefined ? {} : { leadingKeys: [partition] }),
        })),
      ),
    stream: (operation, table) => [{ action: `dynamodb:${operation}`, resource: arn("dynamodb", `table/${table}/stream/local`) }],
    queue: (operation, input) => [
      // A batch needs the permission of the single call.
      { action: `sqs:${operation.replace(/Batch$/, "")}`, resource: arn("sqs", text(input["QueueUrl"]).split("/").at(-1) ?? "") },
    ],
    object: (action, bucket, key) => [{ action, resource: `arn:aws:s3:::${bucket}${key === "" ? "" : `/${key}`}` }],
    parameters: (operation, input) =>
      [...list(input["Names"]), input["Name"], input["Path"]]
        .filter((name) => typeof name === "string")
        .map((name) => ({ action: `ssm:${operation}`, resource: arn("ssm", `parameter/${name.replace(/^\//, "")}`) })),
    mail: (operation, source) => sendersOf(manifest, source).map((rest) => ({ action: `ses:${operation}`, resource: arn("ses", rest) })),
    users: (operation, input) => [{ action: `cognito-idp:${operation}`, resource: arn("cognito-idp", `userpool/${text(input["UserPoolId"])}`) }],
    // Converse needs the permission of InvokeModel (Bedrock user guide, "Identity-based policy examples").
    model: (modelId) => [{ action: "bedrock:InvokeModel", resource: `arn:aws:bedrock:${place.region}::foundation-model/${modelId}` }],
    log: (functionName) => [
      { action: "logs:CreateLogStream", resource: arn("logs", `log-group:/aws/lambda/${functionName}:log-stream:local`) },
      { action: "logs:PutLogEvents", resource: arn("logs", `log-group:/aws/lambda/${functionName}:log-stream:local`) },
    ],
  };
}
