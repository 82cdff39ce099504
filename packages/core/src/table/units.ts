import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type ConsumedCapacity,
  type ServiceInputTypes,
  type ServiceOutputTypes,
  TransactionCanceledException,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";

/** What one request consumed; writes to indexes stand by themselves, since they follow the transaction and are not doubled by it. */
export type Units = { readonly read: number; readonly write: number; readonly index: number };

type Item = Readonly<Record<string, AttributeValue>>;

const READS = new Set(["GetItemCommand", "QueryCommand", "BatchGetItemCommand", "TransactGetItemsCommand", "ScanCommand"]);

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);

/** Bytes of a value as the service counts them: text in UTF-8, two digits of a number in one byte, three for a list or map. */
function bytesOf({ S, N, B, L, M, SS, NS }: AttributeValue): number {
  if (N !== undefined) return Math.ceil(N.length / 2) + 1;
  if (L) return 3 + sum(L, (one) => 1 + bytesOf(one));
  if (M) return 3 + Object.keys(M).length + itemBytes(M);
  return Buffer.byteLength(S ?? [...(SS ?? NS ?? [])].join("")) + (B?.byteLength ?? 0) || 1;
}

/** Bytes of an item: its names and its values. */
export const itemBytes = (item: Item = {}): number => sum(Object.entries(item), ([name, value]) => Buffer.byteLength(name) + bytesOf(value));

/** What is known of a written item: all of a new one; of one that changes, its key and the values that are set. */
const knownBytes = ({ Put, Update, Delete, ConditionCheck }: TransactWriteItem): number =>
  Put ? itemBytes(Put.Item) : itemBytes((Update ?? Delete ?? ConditionCheck)?.Key) + itemBytes(Update?.ExpressionAttributeValues);

const writesOf = (input: ServiceInputTypes): readonly TransactWriteItem[] =>
  ("TransactItems" in input ? (input.TransactItems ?? []) : []).flatMap((item) => ("Get" in item ? [] : [item]));

/** A transaction costs two units for each item and started KB of it. */
const transactionUnits = (input: ServiceInputTypes): number => sum(writesOf(input), (item) => 2 * Math.max(1, Math.ceil(knownBytes(item) / 1024)));

const isOfTable = (capacity: object): capacity is ConsumedCapacity => "CapacityUnits" in capacity;

const consumedIn = (output: ServiceOutputTypes): readonly ConsumedCapacity[] =>
  "ConsumedCapacity" in output ? [output.ConsumedCapacity ?? []].flat().filter(isOfTable) : [];

/**
 * Units of a request that was answered. Of a transaction's items the larger of two bounds: computed, which knows every
 * new item by itself but only the key of one that changes, and reported, which knows those but (in DynamoDB Local) rounds
 * all items together.
 */
export function unitsOf(command: string, input: ServiceInputTypes, output: ServiceOutputTypes): Units {
  const consumed = consumedIn(output);
  const all = sum(consumed, ({ CapacityUnits = 0 }) => CapacityUnits);
  if (READS.has(command)) return { read: all, write: 0, index: 0 };
  const table = sum(consumed, ({ Table, CapacityUnits = 0 }) => Table?.CapacityUnits ?? CapacityUnits);
  return { read: 0, write: Math.max(table, transactionUnits(input)), index: all - table };
}

/** Units of a request that was refused: a guard that does not hold costs what the write would have, at least one. */
export function unitsOfRefusal(input: ServiceInputTypes, error: unknown): Units {
  if (error instanceof TransactionCanceledException) return { read: 0, write: transactionUnits(input), index: 0 };
  return { read: 0, write: error instanceof ConditionalCheckFailedException ? 1 : 0, index: 0 };
}
