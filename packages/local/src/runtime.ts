import { existsSync } from "node:fs";
import http from "node:http";
import { flushCompileCache } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/*
 * The program inside an execution environment: next, handler, response or error, for ever, against the Runtime API
 * (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). It is bundled to one file and started by `lambda.ts`.
 */
type Handler = (event: unknown, context: unknown) => unknown;
type Answer = { readonly headers: http.IncomingHttpHeaders; readonly body: string };

const api = `http://${process.env["AWS_LAMBDA_RUNTIME_API"]}/2018-06-01/runtime`;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function call(method: "GET" | "POST", url: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      { method, agent, headers: body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString("utf8") }));
        response.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** The Node runtime's own error document. */
function describe(error: unknown): string {
  if (error instanceof Error) return JSON.stringify({ errorType: error.name, errorMessage: error.message, trace: (error.stack ?? "").split("\n") });
  return JSON.stringify({ errorType: typeof error, errorMessage: String(error), trace: [] });
}

async function load(): Promise<Handler> {
  const given = process.env["_HANDLER"] ?? "";
  const dot = given.lastIndexOf(".");
  const base = path.join(process.env["LAMBDA_TASK_ROOT"] ?? ".", given.slice(0, dot));
  const file = [".mjs", ".js"].map((extension) => base + extension).find((candidate) => existsSync(candidate));
  if (file === undefined) throw Object.assign(new Error(`Cannot find module '${base}'`), { name: "Runtime.ImportModuleError" });
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const handler = module[given.slice(dot + 1)];
  if (typeof handler !== "function") throw Object.assign(new Error(`${given} is undefined or not exported`), { name: "Runtime.HandlerNotFound" });
  return (event, context) => handler(event, context);
}

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? "") : (value ?? ""));

function contextOf(headers: http.IncomingHttpHeaders): unknown {
  const deadline = Number(first(headers["lambda-runtime-deadline-ms"]));
  return {
    awsRequestId: first(headers["lambda-runtime-aws-request-id"]),
    invokedFunctionArn: first(headers["lambda-runtime-invoked-function-arn"]),
    functionName: process.env["AWS_LAMBDA_FUNCTION_NAME"],
    functionVersion: process.env["AWS_LAMBDA_FUNCTION_VERSION"],
    memoryLimitInMB: process.env["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"],
    logGroupName: process.env["AWS_LAMBDA_LOG_GROUP_NAME"],
    logStreamName: process.env["AWS_LAMBDA_LOG_STREAM_NAME"],
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
}

// Environments are killed, not ended, so what was compiled is saved once here for the next cold start.
let isCached = false;

async function serve(handler: Handler): Promise<void> {
  for (;;) {
    const { headers, body } = await call("GET", `${api}/invocation/next`);
    const id = first(headers["lambda-runtime-aws-request-id"]);
    process.env["_X_AMZN_TRACE_ID"] = first(headers["lambda-runtime-trace-id"]);
    const outcome = await Promise.resolve()
      .then(() => handler(JSON.parse(body), contextOf(headers)))
      .then(
        (result) => ({ kind: "response", body: JSON.stringify(result) ?? "null" }),
        (error: unknown) => ({ kind: "error", body: describe(error) }),
      );
    await call("POST", `${api}/invocation/${id}/${outcome.kind}`, outcome.body);
    if (!isCached) flushCompileCache();
    isCached = true;
  }
}

const crash = (error: unknown) => {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(129);
};
process.on("uncaughtException", crash);
process.on("unhandledRejection", crash);

const handler = await load().catch(async (error: unknown) => {
  await call("POST", `${api}/init/error`, describe(error)).catch(() => undefined);
  process.exit(1);
});
// The stage is gone when its Runtime API does not answer: nothing is left to work for.
await serve(handler).catch(() => process.exit(0));
