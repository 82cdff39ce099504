import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { answered, sent } from "./meter.ts";

/** An item as it travels: what a write unit is counted on. */
const WrittenItem = z.object({ Put: z.object({ Item: z.unknown() }).optional() });
const Transaction = z.object({ TransactItems: z.array(WrittenItem) });

const Consumed = z.object({
  CapacityUnits: z.number().optional(),
  ReadCapacityUnits: z.number().optional(),
  WriteCapacityUnits: z.number().optional(),
});
const Output = z.object({ ConsumedCapacity: z.union([Consumed, z.array(Consumed)]).optional() });

const READS = new Set(["GetItemCommand", "QueryCommand", "BatchGetItemCommand", "TransactGetItemsCommand"]);

const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;

/** A transaction costs two write units for each item and started KB; indexes are counted by the store's own tests. */
function transactionUnits(input: unknown): number {
  const parsed = Transaction.safeParse(input);
  if (!parsed.success) return 0;
  return parsed.data.TransactItems.reduce((total, item) => total + 2 * Math.max(1, Math.ceil(sizeOf(item.Put?.Item ?? {}) / 1024)), 0);
}

function unitsOf(command: string, input: unknown, output: unknown): { read: number; write: number } {
  if (command === "TransactWriteItemsCommand") return { read: 0, write: transactionUnits(input) };
  const parsed = Output.safeParse(output);
  const consumed = parsed.success ? [parsed.data.ConsumedCapacity ?? []].flat() : [];
  const units = consumed.reduce((total, one) => total + (one.CapacityUnits ?? 0), 0);
  return READS.has(command) ? { read: units, write: 0 } : { read: 0, write: units };
}

/** The one client of the table in this container; it asks for consumed capacity and counts every request. */
export const dynamo = new DynamoDBClient({ maxAttempts: 4 });

dynamo.middlewareStack.add(
  (next, context) => async (args) => {
    const command = context.commandName ?? "unknown";
    const input = Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
    sent(command, sizeOf(input));
    try {
      const answer = await next({ ...args, input });
      answered(sizeOf(answer.output), unitsOf(command, input, answer.output));
      return answer;
    } catch (error) {
      answered(0, { read: 0, write: 0 });
      throw error;
    }
  },
  { step: "initialize", name: "meter" },
);
