import { isRecord } from "../stand-ins/wire.ts";

/** One call of the DynamoDB JSON protocol: operation and input as AWS documents them; throws an Error named after AWS's exception. */
export type DynamoCall = (operation: string, input: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** A global secondary index as a template declares it. */
export interface IndexDescriptor {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly Projection?: Readonly<Record<string, unknown>>;
}

/** A table as `AWS::DynamoDB::Table` properties declare it, with the name already resolved. Other properties are ignored. */
export interface TableDescriptor {
  readonly TableName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly GlobalSecondaryIndexes?: readonly IndexDescriptor[] | undefined;
  readonly StreamSpecification?: { readonly StreamViewType: string } | undefined;
}

interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: string;
}

/** Creates the table, or adds what an older one lacks; TTL stays off because the engine's own leaves sparse items behind. */
export async function ensureTable(call: DynamoCall, table: TableDescriptor): Promise<{ readonly streamArn?: string }> {
  try {
    await call("CreateTable", creation(table));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ResourceInUseException") throw error;
    await completeTable(call, table);
  }
  const described = await describe(call, table.TableName);
  const streamArn = described["LatestStreamArn"];
  return typeof streamArn === "string" ? { streamArn } : {};
}

function creation(table: TableDescriptor): Record<string, unknown> {
  const indexes = (table.GlobalSecondaryIndexes ?? []).map(indexInput);
  return {
    TableName: table.TableName,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: table.KeySchema,
    AttributeDefinitions: table.AttributeDefinitions,
    ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
    ...streamInput(table),
  };
}

function indexInput(index: IndexDescriptor): Record<string, unknown> {
  return { IndexName: index.IndexName, KeySchema: index.KeySchema, Projection: index.Projection ?? { ProjectionType: "ALL" } };
}

function streamInput(table: TableDescriptor): Record<string, unknown> {
  const view = table.StreamSpecification?.StreamViewType;
  return view === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType: view } };
}

async function completeTable(call: DynamoCall, table: TableDescriptor): Promise<void> {
  const described = await describe(call, table.TableName);
  const have = new Set(list(described["GlobalSecondaryIndexes"]).map((index) => index["IndexName"]));
  for (const index of table.GlobalSecondaryIndexes ?? []) {
    if (have.has(index.IndexName)) continue;
    await call("UpdateTable", {
      TableName: table.TableName,
      AttributeDefinitions: table.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [{ Create: indexInput(index) }],
    });
    await untilActive(call, table.TableName);
  }
  const streaming = described["StreamSpecification"];
  const enabled = isRecord(streaming) && streaming["StreamEnabled"] === true;
  if (!enabled && table.StreamSpecification) await call("UpdateTable", { TableName: table.TableName, ...streamInput(table) });
}

async function describe(call: DynamoCall, TableName: string): Promise<Record<string, unknown>> {
  const { Table } = await call("DescribeTable", { TableName });
  return isRecord(Table) ? Table : {};
}

const isActive = (table: Record<string, unknown>): boolean =>
  table["TableStatus"] === "ACTIVE" && list(table["GlobalSecondaryIndexes"]).every((index) => index["IndexStatus"] === "ACTIVE");

async function untilActive(call: DynamoCall, TableName: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    // Asked in the midst of adding an index, a busy engine fails inside; asked again it answers.
    const table = await describe(call, TableName).catch((error: unknown) => {
      if (error instanceof Error && error.name === "InternalFailure") return {};
      throw error;
    });
    if (isActive(table)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${TableName} did not become active`);
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
