import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome } from "./lambda.ts";
import type { FaultOrder } from "./stand-ins/bedrock/index.ts";

/** AWS service ids whose answers to functions can be disturbed. The models have their own faults, ordered by `model`. */
export type FaultyService = "DYNAMODB" | "SQS" | "S3" | "SSM" | "SES";

/**
 * What befalls a call of a function on a service. `throttle` and `unavailable` refuse it; `latency` keeps it waiting;
 * `lost` carries it out and cuts the line before the answer; `crash-before` and `crash-after` end the function's process
 * before the service hears of the call, or after it was carried out and before the function learns of it.
 */
export type ServiceFault = {
  readonly kind: "throttle" | "unavailable" | "latency" | "lost" | "crash-before" | "crash-after";
  readonly service: FaultyService;
  /** `TransactWriteItems`, `SendRawEmail`, `PutObject`; any when absent. */
  readonly operation?: string;
  /** A part of the function's name; any when absent. */
  readonly caller?: string;
  /** Calls it befalls; 1 when absent. */
  readonly times?: number;
  /** Calls that pass before the first. */
  readonly after?: number;
  /** How long `latency` lasts, in milliseconds; 1,000 when absent. */
  readonly ms?: number;
};

/**
 * What befalls an event on its way to a function. `duplicate`: each record twice in one batch. `reorder`: the last first
 * (ordered queues keep their order). `again`: the batch comes once more after it was done. `at-once`: two environments
 * get it together. `delay`: others overtake it.
 */
export type DeliveryFault = {
  readonly kind: "duplicate" | "reorder" | "again" | "at-once" | "delay";
  /** A part of the function's name; any when absent. */
  readonly to?: string;
  /** Batches it befalls; 1 when absent. */
  readonly times?: number;
  /** How long `delay` lasts, in milliseconds; 500 when absent. */
  readonly ms?: number;
};

export type ServiceCall = { readonly service: string; readonly operation: string; readonly caller: string };

/** Orders what goes wrong, and says what has gone wrong. */
export type StageFaults = {
  /** Throws when the stage was not booted with `faults: true`, since nothing then stands between functions and services. */
  readonly service: (fault: ServiceFault) => void;
  readonly delivery: (fault: DeliveryFault) => void;
  readonly model: (fault: FaultOrder) => void;
  /** Ends every order. */
  readonly clear: () => void;
  /** Faults that have happened, the oldest first: `throttle DYNAMODB.PutItem of dev-sleekapp-quote`. */
  readonly happened: () => readonly string[];
};

type Order<T> = { readonly fault: T; left: number; wait: number };

/** The orders of a stage, and who takes them. */
export type FaultBook = {
  readonly orderService: (fault: ServiceFault) => void;
  readonly orderDelivery: (fault: DeliveryFault) => void;
  readonly clear: () => void;
  readonly happened: readonly string[];
  readonly takeService: (call: ServiceCall) => ServiceFault | undefined;
  /** Every delivery fault that is due for this function. */
  readonly takeDelivery: (functionName: string) => readonly DeliveryFault[];
};

const orderOf = <T extends { readonly times?: number; readonly after?: number }>(fault: T): Order<T> => ({
  fault,
  left: fault.times ?? 1,
  wait: fault.after ?? 0,
});

/** Counts one chance of this order; true when it is due. */
function due(order: Order<unknown>): boolean {
  if (order.left <= 0) return false;
  if (order.wait > 0) {
    order.wait -= 1;
    return false;
  }
  order.left -= 1;
  return true;
}

/** Starts without orders. */
export function openFaultBook(): FaultBook {
  let services: Order<ServiceFault>[] = [];
  let deliveries: Order<DeliveryFault>[] = [];
  const happened: string[] = [];
  const concerns = ({ service, operation, caller }: ServiceFault, call: ServiceCall): boolean =>
    service === call.service && (operation === undefined || operation === call.operation) && call.caller.includes(caller ?? "");
  return {
    orderService: (fault) => void services.push(orderOf(fault)),
    orderDelivery: (fault) => void deliveries.push(orderOf(fault)),
    clear: () => {
      services = [];
      deliveries = [];
    },
    happened,
    takeService: (call) => {
      const found = services.filter(({ fault }) => concerns(fault, call)).find(due)?.fault;
      if (found) happened.push(`${found.kind} ${call.service}.${call.operation} of ${call.caller}`);
      return found;
    },
    takeDelivery: (functionName) => {
      const found = deliveries
        .filter(({ fault }) => functionName.includes(fault.to ?? ""))
        .filter(due)
        .map(({ fault }) => fault);
      happened.push(...found.map(({ kind }) => `${kind} to ${functionName}`));
      return found;
    },
  };
}

type Invoke = (functionName: string, event: unknown) => Promise<Outcome>;

const recordsOf = (event: unknown): readonly unknown[] | undefined => {
  const records: unknown = typeof event === "object" && event !== null ? Reflect.get(event, "Records") : undefined;
  return Array.isArray(records) ? records : undefined;
};

const isOrdered = ([first]: readonly unknown[]): boolean =>
  typeof first === "object" && first !== null && String(Reflect.get(first, "eventSourceARN")).endsWith(".fifo");

function disturb(event: unknown, has: (kind: DeliveryFault["kind"]) => boolean): unknown {
  const records = recordsOf(event);
  if (!records) return event;
  const doubled = has("duplicate") ? records.flatMap((record) => [record, record]) : records;
  return { Records: has("reorder") && !isOrdered(records) ? doubled.toReversed() : doubled };
}

/** Of two deliveries of one batch, the outcome of the one that went worse. */
function worse(one: Outcome, other: Outcome): Outcome {
  if (!one.ok || !other.ok) return one.ok ? other : one;
  return JSON.stringify(one.value ?? null).length > JSON.stringify(other.value ?? null).length ? one : other;
}

/** The Lambda service as event sources see it while deliveries are disturbed. */
export function disturbing(invoke: Invoke, book: Pick<FaultBook, "takeDelivery">): Invoke {
  return async (functionName, given) => {
    const faults = book.takeDelivery(functionName);
    const has = (kind: DeliveryFault["kind"]): boolean => faults.some((fault) => fault.kind === kind);
    const event = disturb(given, has);
    for (const { kind, ms } of faults) if (kind === "delay") await sleep(ms ?? 500);
    if (has("at-once")) {
      const [one, other] = await Promise.all([invoke(functionName, event), invoke(functionName, event)]);
      return worse(one, other);
    }
    const outcome = await invoke(functionName, event);
    return has("again") && outcome.ok ? worse(outcome, await invoke(functionName, event)) : outcome;
  };
}
