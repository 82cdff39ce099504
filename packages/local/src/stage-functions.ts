import path from "node:path";
import { type Lambda, type LogLine, startLambda } from "./lambda.ts";
import { type Built, buildFunctions } from "./lambda-build.ts";
import type { LambdaFunction, Manifest } from "./manifest.ts";
import { guardProcesses } from "./process.ts";
import { sharedCode } from "./stage-code.ts";
import type { Plan } from "./stage-options.ts";
import type { Stops } from "./stage-stops.ts";

/** AWS service ids, as `AWS_ENDPOINT_URL_*` names them, to where the stage answers for them. */
export type Endpoints = Readonly<Record<string, string>>;

export type StageFunctions = {
  readonly lambda: Lambda;
  /** Makes the functions callable; before it, their endpoints were not known. */
  readonly connect: (endpoints: Endpoints, rewrite: (value: string) => string) => void;
};

/** SST writes its own variables into every function; product code reads none of them. */
const isOwn = ([name]: readonly [string, string]): boolean => !name.startsWith("SST_");

function environmentOf(fn: LambdaFunction, endpoints: Endpoints, rewrite: (value: string) => string): Record<string, string> {
  const given = Object.entries(fn.environment)
    .filter(isOwn)
    .map(([name, value]) => [name, rewrite(value)] as const);
  const urls = Object.entries(endpoints).map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url] as const);
  return { ...Object.fromEntries(given), ...Object.fromEntries(urls) };
}

function watchCode(built: Built, lambda: Lambda, { manifest, plan }: { readonly manifest: Manifest; readonly plan: Plan }) {
  return built.watch({
    onError: (message) => plan.note(message),
    onRebuilt: (handlers, milliseconds) => {
      const names = Object.values(manifest.functions)
        .filter((fn) => handlers.includes(fn.handler))
        .map((fn) => fn.name);
      lambda.reload(names);
      plan.note(`${names.length === 1 ? names[0] : `${names.length} functions`} rebuilt in ${Math.round(milliseconds)} ms`);
    },
  });
}

/** Bundles the functions and starts the Lambda service for them. */
export async function startFunctions(
  plan: Plan,
  manifest: Manifest,
  { stops, onLog }: { readonly stops: Stops; readonly onLog: (line: LogLine) => void },
): Promise<StageFunctions> {
  const { options, root, localDir } = plan;
  const handlers = Object.values(manifest.functions).map((fn) => fn.handler);
  const built = options.watch
    ? await buildFunctions({ root, handlers, outDir: path.join(plan.dataDir, "code") })
    : await sharedCode(root, handlers, path.join(localDir, "code"));
  for (const handler of built.missing) plan.note(`There is no source for ${handler}`);
  const guard = guardProcesses();
  const lambda = await startLambda({
    runtimeFile: built.runtimeFile,
    compileCacheDir: path.join(localDir, "compiled"),
    guard,
    onLog,
    ...(options.maxEnvironments === undefined ? {} : { maxEnvironments: options.maxEnvironments }),
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
    ...(options.savesMemory === undefined ? {} : { savesMemory: options.savesMemory }),
  });
  stops.add("process guard", guard.stop);
  stops.add("functions", lambda.stop);
  if (options.watch) stops.add("source watch", watchCode(built, lambda, { manifest, plan }).stop);
  const taskRoot = path.dirname(built.runtimeFile);
  return {
    lambda,
    connect: (endpoints, rewrite) => {
      for (const fn of Object.values(manifest.functions)) {
        const { name, arn, handler, timeoutSeconds, memoryMb } = fn;
        lambda.add({ name, arn, handler, timeoutSeconds, memoryMb, root: taskRoot, environment: environmentOf(fn, endpoints, rewrite) });
      }
    },
  };
}
