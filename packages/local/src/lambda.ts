import { type Environment, type EnvironmentHost, type FunctionError, type LogLine, type Outcome, type Runnable, startEnvironment } from "./lambda-environment.ts";
import { guardProcesses, type ProcessGuard, residentBytes } from "./process.ts";
import { startRuntimeApi } from "./runtime-api.ts";

export { accessKeyId } from "./lambda-environment.ts";
export type { FunctionError, LogLine, Outcome, Runnable } from "./lambda-environment.ts";

export type Invocation = { readonly functionName: string; readonly event: unknown; readonly outcome: Outcome; readonly isCold: boolean; readonly milliseconds: number };

export type LambdaOptions = {
  /** The bundled `runtime.ts`. */
  readonly runtimeFile: string;
  readonly region?: string;
  /** Environments of all functions together; what comes on top waits, in order of arrival. */
  readonly maxEnvironments?: number;
  readonly maxPerFunction?: number;
  /** Milliseconds after which an idle (frozen) environment is ended. */
  readonly idleMs?: number;
  readonly compileCacheDir?: string;
  readonly guard?: ProcessGuard;
  readonly onLog?: (line: LogLine) => void;
  readonly onInvocation?: (invocation: Invocation) => void;
};

export type InvokeOptions = {
  /** Set when a function waits for this call (a Cognito trigger, say): it may exceed the cap, or both would wait for ever. */
  readonly isNested?: boolean;
};

export type Lambda = {
  readonly add: (fn: Runnable) => void;
  readonly names: () => readonly string[];
  /** Runs the function; errors of the function are an outcome, an unknown name throws. */
  readonly invoke: (name: string, event: unknown, options?: InvokeOptions) => Promise<Outcome>;
  /** Ends environments of these functions (all, when none is named) as soon as they are idle: new code from the next event on. */
  readonly reload: (names?: readonly string[]) => void;
  /** Kills whatever the function is doing, as an out-of-memory would. */
  readonly crash: (name: string) => void;
  /** Invocations running or waiting. */
  readonly active: () => number;
  /** Invocations begun since the start. */
  readonly begun: () => number;
  readonly residentBytes: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

type Waiter = { readonly name: string; readonly isNested: boolean; readonly give: (environment: Environment, isCold: boolean) => void };

const reportStatus = (error: FunctionError | undefined): string => {
  if (!error) return "success";
  return error.errorType === "Sandbox.Timedout" ? "timeout" : "error";
};

/** The local Lambda service: execution environments as child processes, reused, frozen when idle, ended when idle for long. */
export async function startLambda(options: LambdaOptions): Promise<Lambda> {
  const { maxEnvironments = 6, maxPerFunction = 3, idleMs = 30_000, onLog = () => undefined } = options;
  const guard = options.guard ?? guardProcesses();
  const api = await startRuntimeApi();
  const host: EnvironmentHost = { api, guard, runtimeFile: options.runtimeFile, region: options.region ?? "us-east-1", compileCacheDir: options.compileCacheDir, onLog };
  const functions = new Map<string, Runnable>();
  const environments = new Set<Environment>();
  const taken = new Set<Environment>();
  const retired = new Set<Environment>();
  const waiters: Waiter[] = [];
  let begun = 0;
  let active = 0;
  let isStopped = false;

  const free = () => [...environments].filter((environment) => !taken.has(environment) && !retired.has(environment));
  const end = (environment: Environment) => {
    retired.add(environment);
    environment.kill();
  };
  const start = (name: string): Environment => {
    const fn = functions.get(name);
    if (!fn) throw new Error(`Function not found: ${name}`);
    const environment = startEnvironment(fn, host);
    environments.add(environment);
    void environment.exited.then(() => {
      environments.delete(environment);
      taken.delete(environment);
      retired.delete(environment);
      serveWaiters();
    });
    return environment;
  };
  const findOrStart = (waiter: Waiter): { environment: Environment; isCold: boolean } | undefined => {
    const idle = free().toSorted((a, b) => b.idleSince() - a.idleSince());
    const warm = idle.find((environment) => environment.functionName === waiter.name);
    if (warm) return { environment: warm, isCold: false };
    const live = [...environments].filter((environment) => !retired.has(environment));
    if (!waiter.isNested) {
      if (live.filter((environment) => environment.functionName === waiter.name).length >= maxPerFunction) return undefined;
      if (live.length >= maxEnvironments) {
        const oldest = idle.at(-1);
        if (!oldest) return undefined;
        end(oldest);
      }
    }
    return { environment: start(waiter.name), isCold: true };
  };
  const serveWaiters = () => {
    if (isStopped) return;
    for (const waiter of [...waiters]) {
      const found = findOrStart(waiter);
      if (!found) continue;
      waiters.splice(waiters.indexOf(waiter), 1);
      taken.add(found.environment);
      waiter.give(found.environment, found.isCold);
    }
  };
  const release = (environment: Environment) => {
    taken.delete(environment);
    if (retired.has(environment)) environment.kill();
    serveWaiters();
  };

  const reaper = setInterval(() => {
    const limit = performance.now() - idleMs;
    for (const environment of free()) if (environment.idleSince() < limit) end(environment);
  }, Math.min(idleMs, 5000));
  reaper.unref();

  const invoke: Lambda["invoke"] = async (name, event, { isNested = false } = {}) => {
    if (!functions.has(name)) throw new Error(`Function not found: ${name}`);
    begun += 1;
    active += 1;
    const from = performance.now();
    const [environment, isCold] = await new Promise<readonly [Environment, boolean]>((resolve) => {
      waiters.push({ name, isNested, give: (found, cold) => resolve([found, cold]) });
      serveWaiters();
    });
    const outcome = await environment.run(event);
    release(environment);
    active -= 1;
    const milliseconds = performance.now() - from;
    const error = outcome.ok ? undefined : outcome.error;
    const report = { type: "platform.report", record: { status: reportStatus(error), durationMs: Math.round(milliseconds * 10) / 10, isCold, ...(error ? { error } : {}) } };
    onLog({ at: new Date().toISOString(), functionName: name, requestId: undefined, line: JSON.stringify(report) });
    options.onInvocation?.({ functionName: name, event, outcome, isCold, milliseconds });
    return outcome;
  };

  return {
    add: (fn) => void functions.set(fn.name, fn),
    names: () => [...functions.keys()],
    invoke,
    reload: (names) => {
      for (const environment of environments) {
        if (names && !names.includes(environment.functionName)) continue;
        retired.add(environment);
        if (!taken.has(environment)) environment.kill();
      }
    },
    crash: (name) => {
      for (const environment of environments) if (environment.functionName === name) environment.kill();
    },
    active: () => active,
    begun: () => begun,
    residentBytes: async () => {
      const sizes = await Promise.all([...environments].map((environment) => (environment.pid === undefined ? 0 : residentBytes(environment.pid))));
      return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    },
    stop: async () => {
      isStopped = true;
      clearInterval(reaper);
      const ending = [...environments].map((environment) => {
        environment.kill();
        return environment.exited;
      });
      await Promise.all(ending);
      await api.stop();
      if (!options.guard) guard.stop();
    },
  };
}
