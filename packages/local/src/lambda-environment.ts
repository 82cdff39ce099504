import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { createInterface } from "node:readline";
import type { ProcessGuard } from "./process.ts";
import type { RuntimeApi } from "./runtime-api.ts";

export type FunctionError = { readonly errorType: string; readonly errorMessage: string; readonly trace?: readonly string[] };
export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: FunctionError };

export type LogLine = { readonly at: string; readonly functionName: string; readonly requestId: string | undefined; readonly line: string };

/** One function as an environment needs it: code on disk, variables, limits. */
export type Runnable = {
  readonly name: string;
  readonly arn: string;
  /** Directory that stands for /var/task. */
  readonly root: string;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
};

export type EnvironmentHost = {
  readonly api: RuntimeApi;
  readonly guard: ProcessGuard;
  readonly runtimeFile: string;
  readonly region: string;
  /** Where compiled code is kept between cold starts; undefined: nowhere. */
  readonly compileCacheDir: string | undefined;
  readonly onLog: (line: LogLine) => void;
};

export type Environment = {
  readonly functionName: string;
  readonly pid: number | undefined;
  readonly isBusy: () => boolean;
  readonly idleSince: () => number;
  /** Runs one event; the caller makes sure that none is running. */
  readonly run: (event: unknown) => Promise<Outcome>;
  readonly kill: () => void;
  readonly exited: Promise<void>;
};

type Pending = {
  readonly id: string;
  readonly body: string;
  readonly settle: (outcome: Outcome) => void;
  timer: NodeJS.Timeout | undefined;
  isSent: boolean;
};

/** Lambda gives a function 10 s to load; a busy laptop gets three times that. */
const initLimitMs = 30_000;

const failure = (errorType: string, errorMessage: string): Outcome => ({ ok: false, error: { errorType, errorMessage } });

function parseError(body: string): FunctionError {
  const parsed: unknown = JSON.parse(body);
  const read = (key: string): unknown => (typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, key) : undefined);
  const trace = read("trace");
  return { errorType: String(read("errorType") ?? "Error"), errorMessage: String(read("errorMessage") ?? body), ...(Array.isArray(trace) ? { trace: trace.map(String) } : {}) };
}

/** The access key id of a function: its name without what the table engine refuses in a key id. */
export const accessKeyId = (functionName: string): string => functionName.replaceAll(/[^A-Za-z0-9]/g, "");

function variables(fn: Runnable, host: EnvironmentHost, id: string): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    TZ: ":UTC",
    LANG: "en_US.UTF-8",
    AWS_REGION: host.region,
    AWS_DEFAULT_REGION: host.region,
    // The key id names the function, so every call to a stand-in can be traced to who made it.
    AWS_ACCESS_KEY_ID: accessKeyId(fn.name),
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x",
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: id,
    AWS_LAMBDA_LOG_FORMAT: "JSON",
    AWS_LAMBDA_RUNTIME_API: host.api.address(id),
    LAMBDA_TASK_ROOT: fn.root,
    _HANDLER: fn.handler,
    NODE_NO_WARNINGS: "1",
    ...(host.compileCacheDir === undefined ? {} : { NODE_COMPILE_CACHE: host.compileCacheDir }),
    ...fn.environment,
  };
}

function startChild(fn: Runnable, host: EnvironmentHost, id: string): ChildProcess {
  // Lambda leaves the heap what the runtime itself does not need, about nine tenths.
  const flags = [`--max-old-space-size=${Math.max(64, Math.floor(fn.memoryMb * 0.9))}`, "--max-semi-space-size=4", "--optimize-for-size"];
  // Its own process group: Ctrl-C is for the stage, which then ends its environments in order.
  const child = spawn(process.execPath, [...flags, host.runtimeFile], { cwd: fn.root, env: variables(fn, host, id), stdio: ["ignore", "pipe", "pipe"], detached: true });
  host.guard.add(child);
  return child;
}

/** Starts a cold environment: a child process that asks the Runtime API for work, one event at a time. */
export function startEnvironment(fn: Runnable, host: EnvironmentHost): Environment {
  const id = randomUUID();
  let pending: Pending | undefined;
  let waiting: ServerResponse | undefined;
  let initError: FunctionError | undefined;
  let idleSince = performance.now();
  let isDead = false;
  const log = (line: string, requestId = pending?.id) => host.onLog({ at: new Date().toISOString(), functionName: fn.name, requestId, line });

  const settle = (outcome: Outcome) => {
    const settled = pending;
    pending = undefined;
    idleSince = performance.now();
    if (!settled) return;
    clearTimeout(settled.timer);
    settled.settle(outcome);
  };
  const expire = (limitMs: number, message: () => string) => {
    const timer = setTimeout(() => {
      settle(failure("Sandbox.Timedout", message()));
      child.kill("SIGKILL");
    }, limitMs);
    timer.unref();
    return timer;
  };
  const deliver = (work: Pending, response: ServerResponse) => {
    clearTimeout(work.timer);
    work.isSent = true;
    waiting = undefined;
    const limitMs = fn.timeoutSeconds * 1000;
    work.timer = expire(limitMs, () => `RequestId: ${work.id} Error: Task timed out after ${fn.timeoutSeconds.toFixed(2)} seconds`);
    response
      .writeHead(200, {
        "content-type": "application/json",
        "lambda-runtime-aws-request-id": work.id,
        "lambda-runtime-deadline-ms": String(Date.now() + limitMs),
        "lambda-runtime-invoked-function-arn": fn.arn,
        "lambda-runtime-trace-id": `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${work.id.replaceAll("-", "").slice(0, 24)};Sampled=0`,
      })
      .end(work.body);
  };

  host.api.register(id, {
    onNext: (response) => {
      waiting = response;
      if (pending && !pending.isSent) deliver(pending, response);
      // As on Lambda, nothing runs between two events: a promise that nobody awaited stands still.
      else if (process.platform !== "win32") child.kill("SIGSTOP");
    },
    onResult: (kind, requestId, body) => {
      if (requestId !== pending?.id) return;
      settle(kind === "response" ? { ok: true, value: JSON.parse(body) } : { ok: false, error: parseError(body) });
    },
    onInitError: (body) => {
      initError = parseError(body);
    },
  });

  const child = startChild(fn, host, id);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on("line", (line) => line && log(line));
  }
  const exited = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      isDead = true;
      host.api.forget(id);
      const how = signal === null ? `exit status ${code}` : `signal: ${signal}`;
      settle(initError ? { ok: false, error: initError } : failure("Runtime.ExitError", `RequestId: ${pending?.id} Error: Runtime exited with error: ${how}`));
      resolve();
    });
    child.once("error", (error) => settle(failure("Runtime.StartError", error.message)));
  });

  return {
    functionName: fn.name,
    pid: child.pid,
    isBusy: () => pending !== undefined,
    idleSince: () => idleSince,
    exited,
    run: (event) =>
      new Promise<Outcome>((resolve) => {
        const requestId = randomUUID();
        if (isDead) return resolve(failure("Runtime.ExitError", `RequestId: ${requestId} Error: Runtime exited`));
        const timer = expire(initLimitMs, () => `RequestId: ${requestId} Error: Init timed out after ${initLimitMs / 1000} seconds`);
        pending = { id: requestId, body: JSON.stringify(event), settle: resolve, timer, isSent: false };
        if (process.platform !== "win32") child.kill("SIGCONT");
        if (waiting) deliver(pending, waiting);
      }),
    kill: () => {
      if (!isDead) child.kill("SIGKILL");
    },
  };
}
