import {
  type AttributeValue,
  BatchGetItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { dynamo } from "./client.ts";

type Plain = Record<string, unknown>;
type Item = Record<string, AttributeValue>;

/** Where a request names values; ElectroDB states them as values of ours. */
const places = new Set(["Key", "Item", "ExpressionAttributeValues", "ExclusiveStartKey"]);

type Stated = Readonly<Record<string, unknown>>;
type StatedBatch = { readonly RequestItems: Readonly<Record<string, { readonly Keys: readonly Plain[]; readonly ConsistentRead?: boolean }>> };

const stored = (plain: Plain): Item => marshall(plain, { removeUndefinedValues: true });
const plain = (item: Item | undefined): Plain | undefined => (item ? unmarshall(item) : undefined);

/** A request of ElectroDB's as the service takes it. ElectroDB states what the service documents, so only the values change. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each command says itself which request it takes
const asked = <Input>(stated: Stated): Input =>
  Object.fromEntries(Object.entries(stated).map(([name, value]) => [name, places.has(name) && value ? stored(value as Plain) : value])) as Input;

/** ElectroDB knows a request by this form, which was the older SDK's. */
const request = <T>(run: () => Promise<T>) => ({ promise: run });

async function changed(asked: Promise<{ readonly Attributes?: Item | undefined }>) {
  const { Attributes } = await asked;
  return { Attributes: plain(Attributes) };
}

async function query(stated: Stated) {
  const { Items = [], LastEvaluatedKey } = await dynamo.send(new QueryCommand(asked(stated)));
  return { Items: Items.map((item) => unmarshall(item)), LastEvaluatedKey: plain(LastEvaluatedKey) };
}

const mapped = <A, B>(record: Readonly<Record<string, A>>, of: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, of(value)]));

async function batchGet({ RequestItems, ...rest }: StatedBatch) {
  const keys = mapped(RequestItems, (each) => ({ ...each, Keys: each.Keys.map(stored) }));
  const { Responses = {}, UnprocessedKeys = {} } = await dynamo.send(new BatchGetItemCommand({ ...rest, RequestItems: keys }));
  return {
    Responses: mapped(Responses, (items) => items.map((item) => unmarshall(item))),
    UnprocessedKeys: mapped(UnprocessedKeys, ({ Keys = [] }) => ({ Keys: Keys.map((key) => unmarshall(key)) })),
  };
}

const refuse = (method: string) => (): never => {
  throw new Error(`The table does not answer ${method}: a scan reads everything, and what is written together goes through commit`);
};

/**
 * The table as ElectroDB asks it. Its own client would bring every command of the service and a second SDK into each function;
 * this one knows what is used, and no scan.
 */
export const documents = {
  get: (stated: Stated) => request(async () => ({ Item: plain((await dynamo.send(new GetItemCommand(asked(stated)))).Item) })),
  put: (stated: Stated) => request(() => changed(dynamo.send(new PutItemCommand(asked(stated))))),
  update: (stated: Stated) => request(() => changed(dynamo.send(new UpdateItemCommand(asked(stated))))),
  delete: (stated: Stated) => request(() => changed(dynamo.send(new DeleteItemCommand(asked(stated))))),
  query: (stated: Stated) => request(() => query(stated)),
  batchGet: (stated: StatedBatch) => request(() => batchGet(stated)),
  batchWrite: refuse("batchWrite"),
  scan: refuse("scan"),
  transactGet: refuse("transactGet"),
  transactWrite: refuse("transactWrite"),
  createSet: refuse("createSet"),
} as const;
