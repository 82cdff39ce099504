import { ScanCommand, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import { dynamo } from "./client.ts";
import { commit } from "./commit.ts";
import { isContended } from "./contention.ts";
import { answered, contended, costOf, metered, sent } from "./meter.ts";
import { tableName } from "./table.ts";
import { UniqueRow } from "./unique.ts";
import { creating } from "./write.ts";

beforeAll(startTable);
afterEach(() => dynamo.middlewareStack.remove("in the way"));

const canceled = (...codes: readonly string[]) =>
  new TransactionCanceledException({ message: "", $metadata: {}, CancellationReasons: codes.map((Code) => ({ Code })) });

test.each([
  ["a transaction in the way", ["None", "TransactionConflict"], true],
  ["a throttled one", ["ThrottlingError"], true],
  ["a guard that did not hold", ["ConditionalCheckFailed"], false],
  ["a guard that did not hold while another was in the way", ["TransactionConflict", "ConditionalCheckFailed"], false],
  ["a request that is wrong", ["ValidationError"], false],
] as const)("%s may be tried again: %s %s", (_name, codes, again) => {
  expect(isContended(canceled(...codes))).toBe(again);
});

/** Lets so many transactions find another one in their way. */
function putInTheWay(times: number): void {
  let left = times;
  dynamo.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== "TransactWriteItemsCommand" || left === 0) return next(args);
        left -= 1;
        throw canceled("TransactionConflict");
      },
    { step: "build", name: "in the way" },
  );
}

describe("what a call took", () => {
  const write = (value: string) => () =>
    as(actors.system, () =>
      commit({ about: value, writes: [creating(UniqueRow.create({ scope: "meter", value, subjectId: "x" }))], events: [], reply: null }),
    );

  test("does not depend on how often others were in the way; that is said beside it", async () => {
    const alone = await metered(write("alone"));
    putInTheWay(2);
    const among = await metered(write("among"));

    expect(costOf(among.tally)).toEqual({ ...costOf(alone.tally), contended: 2 });
  });

  test("is one hop for requests that leave together, and a hop taken back with its request leaves the others theirs", async () => {
    const units = { read: 1, write: 0, index: 0 };
    const { tally } = await metered(async () => {
      const [one, two] = [sent("GetItemCommand", 1), sent("GetItemCommand", 1)];
      answered(one, 1, units);
      answered(two, 1, units);
      contended(sent("TransactWriteItemsCommand", 1));
      answered(sent("TransactWriteItemsCommand", 1), 1, units);
    });

    expect(costOf(tally)).toMatchObject({ requests: 3, hops: 2, contended: 1 });
  });

  test("says so when a guard did not hold, so that finding out who was faster is not taken for the work", async () => {
    await write("taken")();
    const { tally } = await metered(() => write("taken")().catch(() => undefined));

    expect(costOf(tally)).toMatchObject({ requests: 1, refused: 1 });
  });

  test("says so when it read the whole table", async () => {
    const { tally } = await metered(() => dynamo.send(new ScanCommand({ TableName: tableName() })));

    expect(costOf(tally)).toMatchObject({ requests: 1, scans: 1 });
  });
});
