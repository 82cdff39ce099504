import { startFaultProxy } from "./engines/fault-proxy.ts";
import { type FaultBook, type FaultyService, type StageFaults } from "./faults.ts";
import { accessKeyId, type Lambda } from "./lambda.ts";
import type { Manifest } from "./manifest.ts";
import type { Endpoints } from "./stage-functions.ts";
import type { Plan } from "./stage-options.ts";
import type { Stops } from "./stage-stops.ts";
import type { Bedrock } from "./stand-ins/bedrock/index.ts";

const services: readonly FaultyService[] = ["DYNAMODB", "SQS", "S3", "SSM", "SES"];

type Front = { readonly plan: Plan; readonly manifest: Manifest; readonly lambda: Lambda; readonly book: FaultBook; readonly stops: Stops };

/** The endpoints as functions are told them: with faults in between where the stage was asked for them, else unchanged. */
export async function frontServices(endpoints: Endpoints, { plan, manifest, lambda, book, stops }: Front): Promise<Endpoints> {
  if (!plan.options.faults) return endpoints;
  const callers = new Map(Object.values(manifest.functions).map(({ name }) => [accessKeyId(name), name]));
  const callerOf = (key: string | undefined) => callers.get(key ?? "") ?? "nobody";
  const fronted = services.map(async (service) => {
    const proxy = await startFaultProxy({ service, target: endpoints[service] ?? "", book, callerOf, crash: lambda.crash });
    stops.add(`faults of ${service}`, proxy.stop);
    return [service, proxy.endpoint] as const;
  });
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
