import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { createInterface } from "node:readline";
import { accessKeyId, secretAccessKey } from "./credentials.ts";
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
  readonly savesMemory: boolean;
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
  return {
    errorType: String(read("errorType") ?? "Error"),
    errorMessage: String(read("errorMessage") ?? body),
    ...(Array.isArray(trace) ? { trace: trace.map(String) } : {}),
  };
}

function variables(fn: Runnable, host: EnvironmentHost, id: string): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    TZ: ":UTC",
    LANG: "en_US.UTF-8",
    AWS_REGION: host.region,
    AWS_DEFAULT_REGION: host.region,
    // The key id names the function, so every call to a stand-in can be traced to who made it.
    AWS_ACCESS_KEY_ID: accessKeyId(fn.name),
    AWS_SECRET_ACCESS_KEY: secretAccessKey(fn.name),
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
  const heap = `--max-old-space-size=${Math.max(64, Math.floor(fn.memoryMb * 0.9))}`;
  const flags = host.savesMemory ? [heap, "--max-semi-space-size=4", "--optimize-for-size"] : [heap];
  // Its own process group: Ctrl-C is for the stage, which then ends its environments in order.
  const child = spawn(process.execPath, [...flags, host.runtimeFile], {
    cwd: fn.root,
    env: variables(fn, host, id),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  host.guard.add(child);
  return child;
}

type State = {
  readonly fn: Runnable;
  readonly host: EnvironmentHost;
  readonly child: ChildProcess;
  pending: Pending | undefined;
  waiting: ServerResponse | undefined;
  initError: FunctionError | undefined;
  idleSince: number;
  isDead: boolean;
};

function settle(state: State, outcome: Outcome): void {
  const settled = state.pending;
  state.pending = undefined;
  state.idleSince = performance.now();
  if (!settled) return;
  clearTimeout(settled.timer);
  settled.settle(outcome);
}

function expire(state: State, limitMs: number, text: string): NodeJS.Timeout {
  const timer = setTimeout(() => {
    settle(state, failure("Sandbox.Timedout", text));
    state.child.kill("SIGKILL");
  }, limitMs);
  timer.unref();
  return timer;
}

function deliver(state: State, work: Pending, response: ServerResponse): void {
  const { fn } = state;
  clearTimeout(work.timer);
  work.isSent = true;
  state.waiting = undefined;
  const limitMs = fn.timeoutSeconds * 1000;
  work.timer = expire(state, limitMs, `RequestId: ${work.id} Error: Task timed out after ${fn.timeoutSeconds.toFixed(2)} seconds`);
  const now = Date.now();
  response
    .writeHead(200, {
      "content-type": "application/json",
      "lambda-runtime-aws-request-id": work.id,
      "lambda-runtime-deadline-ms": String(now + limitMs),
      "lambda-runtime-invoked-function-arn": fn.arn,
      "lambda-runtime-trace-id": `Root=1-${Math.floor(now / 1000).toString(16)}-${work.id.replaceAll("-", "").slice(0, 24)};Sampled=0`,
    })
    .end(work.body);
}

const canFreeze = process.platform !== "win32";

function onNext(state: State, response: ServerResponse): void {
  state.waiting = response;
  if (state.pending && !state.pending.isSent) deliver(state, state.pending, response);
  // As on Lambda, nothing runs between two events: a promise that nobody awaited stands still.
  else if (canFreeze) state.child.kill("SIGSTOP");
}

function onExit(state: State, code: number | null, signal: NodeJS.Signals | null): void {
  state.isDead = true;
  const how = signal === null ? `exit status ${code}` : `signal: ${signal}`;
  const { initError, pending } = state;
  settle(
    state,
    initError ? { ok: false, error: initError } : failure("Runtime.ExitError", `RequestId: ${pending?.id} Error: Runtime exited with error: ${how}`),
  );
}

function run(state: State, event: unknown): Promise<Outcome> {
  return new Promise((resolve) => {
    const requestId = randomUUID();
    if (state.isDead) return resolve(failure("Runtime.ExitError", `RequestId: ${requestId} Error: Runtime exited`));
    const timer = expire(state, initLimitMs, `RequestId: ${requestId} Error: Init timed out after ${initLimitMs / 1000} seconds`);
    const pending: Pending = { id: requestId, body: JSON.stringify(event), settle: resolve, timer, isSent: false };
    state.pending = pending;
    if (canFreeze) state.child.kill("SIGCONT");
    if (state.waiting) deliver(state, pending, state.waiting);
  });
}

function followOutput(state: State): void {
  const { fn, host, child } = state;
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      if (line !== "") host.onLog({ at: new Date().toISOString(), functionName: fn.name, requestId: state.pending?.id, line });
    });
  }
}

/** Starts a cold environment: a child process that asks the Runtime API for work, one event at a time. */
export function startEnvironment(fn: Runnable, host: EnvironmentHost): Environment {
  const id = randomUUID();
  const child = startChild(fn, host, id);
  const state: State = { fn, host, child, pending: undefined, waiting: undefined, initError: undefined, idleSince: performance.now(), isDead: false };
  host.api.register(id, {
    onNext: (response) => onNext(state, response),
    onResult: (kind, requestId, body) => {
      if (requestId !== state.pending?.id) return;
      settle(state, kind === "response" ? { ok: true, value: JSON.parse(body) } : { ok: false, error: parseError(body) });
    },
    onInitError: (body) => {
      state.initError = parseError(body);
    },
  });
  followOutput(state);
  child.once("error", (error) => settle(state, failure("Runtime.StartError", error.message)));
  const exited = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      host.api.forget(id);
      onExit(state, code, signal);
      resolve();
    });
  });
  return {
    functionName: fn.name,
    pid: child.pid,
    isBusy: () => state.pending !== undefined,
    idleSince: () => state.idleSince,
    exited,
    run: (event) => run(state, event),
    kill: () => void (state.isDead || child.kill("SIGKILL")),
  };
}
