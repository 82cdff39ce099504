import { ConditionalCheckFailedException, TransactionCanceledException, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { itemBytes, unitsOf, unitsOfRefusal } from "./units.ts";

const $metadata = {};
const TableName = "table";
const Key = { pk: { S: "order#1" }, sk: { S: "core" } };
const text = (bytes: number) => ({ S: "x".repeat(bytes) });
const put = (bytes: number): TransactWriteItem => ({ Put: { TableName, Item: { ...Key, note: text(bytes) } } });
const update = (bytes: number): TransactWriteItem => ({
  Update: { TableName, Key, UpdateExpression: "SET note = :note", ExpressionAttributeValues: { ":note": text(bytes) } },
});
const remove: TransactWriteItem = { Delete: { TableName, Key } };

const written = (TransactItems: TransactWriteItem[], table: number, all = table) =>
  unitsOf("TransactWriteItemsCommand", { TransactItems }, { $metadata, ConsumedCapacity: [{ CapacityUnits: all, Table: { CapacityUnits: table } }] });

test.each([
  ["names and text in UTF-8", { é: { S: "ü" } }, 4],
  ["a number by its digits", { n: { N: "12345" } }, 5],
  ["a truth value", { b: { BOOL: true } }, 2],
  ["a list", { l: { L: [{ S: "ab" }, { NULL: true }] } }, 1 + 3 + 2 + 2 + 1],
  ["a map", { m: { M: { a: { S: "bc" } } } }, 1 + 3 + 1 + 3],
  ["a set", { s: { SS: ["ab", "c"] } }, 4],
  ["bytes", { b: { B: new Uint8Array(9) } }, 10],
])("the size of %s", (_name, item, bytes) => {
  expect(itemBytes(item)).toBe(bytes);
});

describe("a transaction", () => {
  test("costs two units for each new item and started KB, however the service rounds them together", () => {
    expect(written([put(10), put(10), put(1100)], 4).write).toBe(2 + 2 + 4);
  });

  test("costs at least what is known of a change: the values that it sets", () => {
    expect(written([update(1500), update(5), remove], 2).write).toBe(4 + 2 + 2);
  });

  test("costs what the service knows of a large item of which one field changes", () => {
    expect(written([update(5)], 6).write).toBe(6);
  });

  test("keeps the units of its indexes apart", () => {
    expect(written([put(10)], 2, 8)).toEqual({ read: 0, write: 2, index: 6 });
  });

  test("that was refused costs its writes as well", () => {
    const refused = new TransactionCanceledException({ $metadata, message: "refused" });

    expect(unitsOfRefusal({ TransactItems: [put(1100), remove] }, refused)).toEqual({ read: 0, write: 6, index: 0 });
  });
});

test("a read costs what the service says, of an index too", () => {
  const output = { $metadata, ConsumedCapacity: { CapacityUnits: 1.5, Table: { CapacityUnits: 0 } } };

  expect(unitsOf("QueryCommand", { TableName }, output)).toEqual({ read: 1.5, write: 0, index: 0 });
});

test("a read of several items in a transaction is no write", () => {
  const output = { $metadata, ConsumedCapacity: [{ CapacityUnits: 4 }] };

  expect(unitsOf("TransactGetItemsCommand", { TransactItems: [{ Get: { TableName, Key } }] }, output)).toEqual({ read: 4, write: 0, index: 0 });
});

test("a plain write costs its item and its indexes", () => {
  const output = { $metadata, ConsumedCapacity: { CapacityUnits: 6, Table: { CapacityUnits: 3 } } };

  expect(unitsOf("PutItemCommand", { TableName, Item: Key }, output)).toEqual({ read: 0, write: 3, index: 3 });
});

test("a refused condition costs one unit, and a failure of the network none", () => {
  const refused = new ConditionalCheckFailedException({ $metadata, message: "refused" });

  expect(unitsOfRefusal({ TableName }, refused).write).toBe(1);
  expect(unitsOfRefusal({ TableName }, new Error("reset")).write).toBe(0);
});
