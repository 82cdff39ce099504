import { type Assembly, readAssembly } from "./manifest/assembly.ts";
import { readEventSources, readFunctions, readSchedules } from "./manifest/compute.ts";
import { readBuckets, readQueues, readTables, readTopics } from "./manifest/data.ts";
import { readEdges } from "./manifest/edge.ts";
import { readHttp } from "./manifest/http.ts";
import { readEmailIdentities, readParameters, readUserPools } from "./manifest/identity.ts";
import type { Place } from "./manifest/physical.ts";
import { createResolver } from "./manifest/resolve.ts";
import type { Manifest } from "./manifest/types.ts";

export { linkTemplates, readAssembly } from "./manifest/assembly.ts";
export type { Place } from "./manifest/physical.ts";
export type * from "./manifest/types.ts";

const nowhere: Place = { region: "us-east-1", account: "000000000000", sqs: "http://127.0.0.1:9324", webHost: "localhost:8080", ids: {} };

/** Reads an assembly (or the directory it lies in) into plain data; `place` tells what the stand-ins call themselves. */
export function buildManifest(from: Assembly | string, place: Partial<Place> = {}): Manifest {
  const assembly = typeof from === "string" ? readAssembly(from) : from;
  const resolver = createResolver(assembly, { ...nowhere, ...place });
  return {
    functions: readFunctions(resolver),
    http: readHttp(resolver),
    tables: readTables(resolver),
    queues: readQueues(resolver),
    eventSources: readEventSources(resolver),
    buckets: readBuckets(resolver),
    userPools: readUserPools(resolver),
    schedules: readSchedules(resolver),
    topics: readTopics(resolver),
    parameters: readParameters(resolver),
    emailIdentities: readEmailIdentities(resolver),
    edges: readEdges(resolver),
  };
}
