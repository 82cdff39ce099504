import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { createAwsCall } from "@sleekapp/local/sources/aws-call";
import type { Stage } from "@sleekapp/local/stage";
import * as z from "zod";

const Wire = z.custom<Record<string, AttributeValue>>((item) => typeof item === "object" && item !== null);
const Scanned = z.looseObject({ Items: z.array(Wire), LastEvaluatedKey: z.unknown().optional() });

/** Every item on the table of a stage as it is stored, in plain values. */
export async function rowsOfStage(stage: Pick<Stage, "endpoints" | "manifest">): Promise<readonly Record<string, unknown>[]> {
  const scan = createAwsCall(stage.endpoints["DYNAMODB"] ?? "", "dynamodb");
  const table = { TableName: stage.manifest.tables[0]?.name, ConsistentRead: true };
  const rows: Record<string, unknown>[] = [];
  let from: unknown;
  do {
    const page = Scanned.parse(await scan("Scan", { ...table, ...(from === undefined ? {} : { ExclusiveStartKey: from }) }));
    rows.push(...page.Items.map((item) => unmarshall(item)));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return rows;
}
