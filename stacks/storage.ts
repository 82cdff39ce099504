import { indexes, primary, ttlAttribute } from "@sleekapp/core/table/keys";
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { type StackContext, Table } from "sst/constructs";
import { bucketsOf } from "./bucket.ts";
import { namesOf } from "./name.ts";
import { removalOf, settingsOf } from "./stage.ts";
import { publishUploads } from "./upload.ts";

/** The one table and the buckets; nothing here points at another stack, so everything may point here. */
export function Storage(context: StackContext) {
  const { table } = tableOf(context).cdk;
  const buckets = bucketsOf(context);
  publishUploads(context, buckets.private);
  return { table, buckets };
}

/** DynamoDB also answers plain HTTP; here it answers nobody who asks so. */
const onlyOverTls = () =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: "OnlyOverTls",
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["dynamodb:*"],
        resources: ["*"],
        conditions: { Bool: { "aws:SecureTransport": "false" } },
      }),
    ],
  });

function tableOf({ stack, app }: StackContext): Table {
  const settings = settingsOf(app);
  const keys = [primary, ...Object.values(indexes)].flatMap(({ partition, sort }) => [partition, sort]);
  return new Table(stack, "Table", {
    fields: Object.fromEntries(keys.map((key) => [key, "string"])),
    primaryIndex: { partitionKey: primary.partition, sortKey: primary.sort },
    globalIndexes: Object.fromEntries(
      Object.values(indexes).map(({ name, partition, sort }) => [name, { partitionKey: partition, sortKey: sort, projection: "all" }]),
    ),
    timeToLiveAttribute: ttlAttribute,
    stream: "new_and_old_images",
    cdk: {
      table: {
        tableName: namesOf(app).table,
        pointInTimeRecovery: settings.pointInTimeRecovery,
        deletionProtection: settings.deletionProtection,
        removalPolicy: removalOf(app),
        resourcePolicy: onlyOverTls(),
      },
    },
  });
}
