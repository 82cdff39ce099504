import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { isContended, isRefused } from "./contention.ts";
import { answered, contended, refused, sent } from "./meter.ts";
import { unitsOf, unitsOfRefusal } from "./units.ts";

/** The one client of the table in this container; it asks for consumed capacity and counts every request. */
export const dynamo = new DynamoDBClient({ maxAttempts: 4 });

const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;

dynamo.middlewareStack.add(
  (next, context) => async (args) => {
    const command = context.commandName ?? "unknown";
    const input = Object.assign(args.input, { ReturnConsumedCapacity: "INDEXES" });
    const request = sent(command, sizeOf(input));
    try {
      const answer = await next({ ...args, input });
      answered(request, sizeOf(answer.output), unitsOf(command, input, answer.output));
      return answer;
    } catch (error) {
      if (isContended(error)) contended(request);
      else if (isRefused(error)) refused(request, unitsOfRefusal(input, error));
      else answered(request, 0, unitsOfRefusal(input, error));
      throw error;
    }
  },
  { step: "initialize", name: "meter" },
);
