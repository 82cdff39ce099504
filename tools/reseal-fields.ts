import { paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { parseArgs } from "node:util";

const help = `npm run fields:reseal -- --stage NAME

Seals every telephone and tax number and all bank details of a stage with the key that comes first in its parameter field-keys. Run it after a new key was put
before the old one and the functions have been started anew; then the old key can be taken out. It may be repeated. The credentials
are your own: this is the one thing that reads the whole table.
`;

const { values } = parseArgs({ options: { stage: { type: "string" }, help: { type: "boolean", default: false } } });
if (values.help || !values.stage) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}
process.env["TABLE_NAME"] = `${values.stage}-sleekapp-main`;
process.env["SECRETS_PATH"] ??= `/sleekapp/${values.stage}/`;
process.env["AWS_REGION"] ??= "us-east-1";

// The entities take the table's name when they are loaded, so they come after the arguments.
const { ssmSecrets } = await import("@sleekapp/core/adapters/aws/ssm");
const { Request } = await import("@sleekapp/core/kernel/request");
const { clock } = await import("@sleekapp/core/ports/clock");
const { Secrets } = await import("@sleekapp/core/ports/secrets");
const { reseal } = await import("@sleekapp/core/privacy/reseal");
const { dynamo } = await import("@sleekapp/core/table/client");
const { tableName } = await import("@sleekapp/core/table/table");

Secrets.provide(ssmSecrets(["field-keys"]));
const request = {
  actor: { type: "system" as const, cause: "operator:reseal-fields" },
  now: clock.now(),
  requestId: "operator",
  standing: async <T>(actor: T) => actor,
};

let looked = 0;
let sealed = 0;
let failed = 0;
const sealAnew = (row: Readonly<Record<string, unknown>>) =>
  Request.with(request, () => reseal(row)).then(
    (isDone) => (sealed += isDone ? 1 : 0),
    (error: unknown) => {
      failed += 1;
      console.error(`${String(row["pk"])} was left as it is: ${error instanceof Error ? error.message : "unknown"}`);
    },
  );
for await (const { Items = [] } of paginateScan({ client: dynamo }, { TableName: tableName() })) {
  looked += Items.length;
  for (const item of Items) await sealAnew(unmarshall(item));
}
console.log(`${sealed} of ${looked} rows were sealed anew, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
