import type { EnvironmentHost, FunctionError, LogLine, Outcome, Runnable } from "./lambda-environment.ts";
import { acquire, createPool, reap, release, retireAll, stopPool } from "./lambda-pool.ts";
import { guardProcesses, type ProcessGuard, residentBytes } from "./process.ts";
import { startRuntimeApi } from "./runtime-api.ts";

export type { FunctionError, LogLine, Outcome, Runnable } from "./lambda-environment.ts";

export type Invocation = {
  readonly functionName: string;
  readonly event: unknown;
  readonly outcome: Outcome;
  readonly isCold: boolean;
  readonly milliseconds: number;
};

export type LambdaOptions = {
  /** The bundled `runtime.ts`. */
  readonly runtimeFile: string;
  readonly region?: string;
  /** Environments of all functions together; what comes on top waits, in order of arrival. */
  readonly maxEnvironments?: number;
  readonly maxPerFunction?: number;
  /** Milliseconds after which an idle (frozen) environment is ended. */
  readonly idleMs?: number;
  /** Whether environments hold little memory and pay for it with up to a third of their time; true when absent. */
  readonly savesMemory?: boolean;
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

const reportStatus = (error: FunctionError | undefined): string => {
  if (!error) return "success";
  return error.errorType === "Sandbox.Timedout" ? "timeout" : "error";
};

function report(
  functionName: string,
  outcome: Outcome,
  { isCold, milliseconds }: { readonly isCold: boolean; readonly milliseconds: number },
): LogLine {
  const error = outcome.ok ? undefined : outcome.error;
  const record = { status: reportStatus(error), durationMs: Math.round(milliseconds * 10) / 10, isCold, ...(error ? { error } : {}) };
  return { at: new Date().toISOString(), functionName, requestId: undefined, line: JSON.stringify({ type: "platform.report", record }) };
}

/** The local Lambda service: execution environments as child processes, reused, frozen when idle, ended when idle for long. */
export async function startLambda(options: LambdaOptions): Promise<Lambda> {
  const { maxEnvironments = 6, maxPerFunction = 2, idleMs = 30_000, savesMemory = true, onLog = () => undefined, region = "us-east-1" } = options;
  const guard = options.guard ?? guardProcesses();
  const api = await startRuntimeApi();
  const host: EnvironmentHost = {
    api,
    guard,
    runtimeFile: options.runtimeFile,
    region,
    compileCacheDir: options.compileCacheDir,
    savesMemory,
    onLog,
  };
  const pool = createPool({ maxEnvironments, maxPerFunction, idleMs }, host);
  let begun = 0;
  let active = 0;
  const reaper = setInterval(() => reap(pool), Math.min(idleMs, 5000));
  reaper.unref();
  return {
    add: (fn) => void pool.functions.set(fn.name, fn),
    names: () => [...pool.functions.keys()],
    invoke: async (functionName, event, { isNested = false } = {}) => {
      if (!pool.functions.has(functionName)) throw new Error(`Function not found: ${functionName}`);
      begun += 1;
      active += 1;
      const from = performance.now();
      const { environment, isCold } = await acquire(pool, functionName, isNested);
      const outcome = await environment.run(event);
      release(pool, environment);
      active -= 1;
      const milliseconds = performance.now() - from;
      onLog(report(functionName, outcome, { isCold, milliseconds }));
      options.onInvocation?.({ functionName, event, outcome, isCold, milliseconds });
      return outcome;
    },
    reload: (names) => retireAll(pool, names),
    crash: (name) => {
      for (const environment of pool.environments) if (environment.functionName === name) environment.kill();
    },
    active: () => active,
    begun: () => begun,
    residentBytes: async () => {
      const sizes = await Promise.all([...pool.environments].map(async ({ pid }) => (pid === undefined ? 0 : residentBytes(pid))));
      return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    },
    stop: async () => {
      clearInterval(reaper);
      await stopPool(pool);
      await api.stop();
      if (!options.guard) guard.stop();
    },
  };
}
