import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { parseArgs } from "node:util";

const help = `npm run audit:verify -- --day YYYY-MM-DD [--stage NAME --account NUMBER]

Checks the sealed audit of a day against every event row of the table and the locked copy, and names each row that was changed, deleted
or inserted. It reads the whole table, since only that finds rows that were never sealed. On AWS name the stage and the account; the
credentials are your own. The local stage's own commands set the environment instead. Ends with 1 when something was touched.
`;

const { values } = parseArgs({
  options: {
    day: { type: "string", default: new Date().toISOString().slice(0, 10) },
    stage: { type: "string" },
    account: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const { stage, account, day } = values;
if (stage) process.env["TABLE_NAME"] = `${stage}-sleekapp-main`;
if (stage && account) process.env["AUDIT_BUCKET"] = `${stage}-sleekapp-audit-${account}`;
const table = process.env["TABLE_NAME"];
if (values.help || !table || !process.env["AUDIT_BUCKET"] || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
process.env["AWS_REGION"] ??= "us-east-1";

/** Every event row of the day, also those that nobody has sealed. */
async function eventRows(): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  const filter = {
    TableName: table,
    ConsistentRead: true,
    FilterExpression: "#kind = :event AND begins_with(#at, :day)",
    ExpressionAttributeNames: { "#kind": "__edb_e__", "#at": "at" },
    ExpressionAttributeValues: { ":event": { S: "event" }, ":day": { S: day } },
  };
  for await (const { Items = [] } of paginateScan({ client: new DynamoDBClient({}) }, filter)) rows.push(...Items.map((item) => unmarshall(item)));
  return rows;
}

// The entities take the table's name when they are loaded, so they come after the arguments.
const Audit = await import("@sleekapp/core/audit");
const { sentenceOf } = await import("@sleekapp/core/audit/view");
const { Archive } = await import("@sleekapp/core/ports/archive");
const { s3Archive } = await import("@sleekapp/core/adapters/aws/s3");
const { clock } = await import("@sleekapp/core/ports/clock");

Archive.provide(s3Archive());
const { entries, link, expired, exported, findings } = await Audit.checkDay(day, clock.now(), await eventRows());
const faults = findings.filter(({ kind }) => kind !== "late");
for (const finding of findings) console.log(sentenceOf(finding));
const copy = exported === undefined ? "no locked copy yet" : `${exported} in the locked copy`;
console.log(`${day}: ${entries} entries, ${expired} with an expired row, ${copy}; the chain ends with ${link}`);
console.log(faults.length === 0 ? "Nothing was touched." : `${faults.length} touched.`);
process.exit(faults.length === 0 ? 0 : 1);
