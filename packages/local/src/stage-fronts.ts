import type { DynamoDb } from "./engines/dynamodb.ts";
import { type FrontOptions, startFront } from "./engines/front.ts";
import type { FaultBook, FaultyService, StageFaults } from "./faults.ts";
import type { Lambda } from "./lambda.ts";
import { gateOf, type Permissions } from "./permissions/index.ts";
import type { Bell } from "./sources/bell.ts";
import type { Endpoints } from "./stage-functions.ts";
import type { Plan } from "./stage-options.ts";
import type { Stops } from "./stage-stops.ts";
import type { Bedrock } from "./stand-ins/bedrock/index.ts";
import { parseRecord } from "./stand-ins/wire.ts";

/** The engines know nothing of permissions; what stands in for the other services asks by itself. */
const engines = ["DYNAMODB", "SQS"] as const;
const others = ["S3", "SSM", "SES"] as const;

type Front = {
  readonly plan: Plan;
  readonly permissions: Permissions;
  readonly lambda: Lambda;
  readonly book: FaultBook;
  readonly stops: Stops;
  readonly dynamo: DynamoDb;
  /** Rung when a function wrote to a table. */
  readonly bell: Bell;
};

const writes: ReadonlySet<string> = new Set(["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"]);

/** What answers behind the front, and in whose name it is asked. */
const behind = (service: FaultyService, endpoints: Endpoints, { dynamo }: Front): Pick<FrontOptions, "target" | "authorization"> =>
  service === "DYNAMODB" ? { target: dynamo.engine.endpoint, authorization: dynamo.engine.authorization } : { target: endpoints[service] ?? "" };

/** Refuses calls on an engine for which their caller has no permission. */
function refusing(permissions: Permissions, service: (typeof engines)[number]): Required<Pick<FrontOptions, "refuse">> {
  const needs = service === "SQS" ? permissions.asking.queue : permissions.asking.table;
  const gate = gateOf(permissions, service, ({ operation, input }) => needs(operation, input));
  return { refuse: ({ accessKeyId, operation, body }) => gate({ accessKeyId, operation, input: parseRecord(body.toString("utf8")) ?? {} }) };
}

/** Fails calls on order, where the stage was asked for that. */
function failing({ plan, permissions, lambda, book }: Front): Pick<FrontOptions, "faults"> {
  const callerOf = (key: string | undefined) => permissions.functionOf(key) ?? "nobody";
  return plan.options.faults ? { faults: { book, callerOf, crash: lambda.crash } } : {};
}

/** The endpoints as functions are told them: the engines behind their permissions, and all with faults where the stage was asked for them. */
export async function frontServices(endpoints: Endpoints, front: Front): Promise<Endpoints> {
  const onPassed = (operation: string) => (writes.has(operation) ? front.bell.ring() : undefined);
  const open = async (service: FaultyService, refuse: Pick<FrontOptions, "refuse">) => {
    const { endpoint, stop } = await startFront({ service, ...behind(service, endpoints, front), onPassed, ...refuse, ...failing(front) });
    front.stops.add(`front of ${service}`, stop);
    return [service, endpoint] as const;
  };
  const fronted = [
    ...engines.map((service) => open(service, refusing(front.permissions, service))),
    ...(front.plan.options.faults ? others.map((service) => open(service, {})) : []),
  ];
  return { ...endpoints, ...Object.fromEntries(await Promise.all(fronted)) };
}

/** The orders of a stage as its handle offers them. */
export const faultsOf = (book: FaultBook, models: Bedrock, { options }: Plan): StageFaults => ({
  service: (fault) => {
    if (!options.faults) throw new Error("Boot the stage with `faults: true` to have its services fail");
    book.orderService(fault);
  },
  delivery: book.orderDelivery,
  model: models.fault,
  clear: () => {
    book.clear();
    models.clearFaults();
  },
  happened: () => book.happened,
});
