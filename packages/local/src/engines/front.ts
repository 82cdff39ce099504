import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { FaultBook, FaultyService, ServiceFault } from "../faults.ts";
import type { Refused } from "../permissions/index.ts";
import { accessKeyOf, readBody, type Running, serveHttp, wasStale } from "../stand-ins/wire.ts";

/** A call on its way to a service. */
export type FrontCall = { readonly accessKeyId: string | undefined; readonly operation: string; readonly body: Buffer };

export type FrontOptions = {
  readonly service: FaultyService;
  /** What really answers. */
  readonly target: string;
  /** In whose name all calls are passed on; each in its own when absent. */
  readonly authorization?: string | undefined;
  /** The answer to a caller who may not do this; the service never hears of the call. */
  readonly refuse?: (call: FrontCall) => Promise<Refused | undefined>;
  /** Who does what to calls on order. */
  readonly faults?: Faults;
  /** Told of every call that was passed on, when it has been answered. */
  readonly onPassed?: (operation: string) => void;
};

type Faults = {
  readonly book: Pick<FaultBook, "takeService">;
  /** The function behind an access key id. */
  readonly callerOf: (accessKeyId: string | undefined) => string;
  /** Ends the process of this function. */
  readonly crash: (functionName: string) => void;
};

const objectVerbs: Readonly<Record<string, string>> = {
  GET: "GetObject",
  HEAD: "HeadObject",
  PUT: "PutObject",
  DELETE: "DeleteObject",
  POST: "PostObject",
};

/** The operation by the protocol's own sign: a target header, an action of the query protocol, or the verb on an object. */
function operationOf(service: FaultyService, request: IncomingMessage, body: Buffer): string {
  const target = String(request.headers["x-amz-target"] ?? "");
  if (target !== "") return target.split(".").at(-1) ?? target;
  if (service === "S3") return objectVerbs[request.method ?? ""] ?? "unknown";
  return new URLSearchParams(body.toString("latin1").slice(0, 4_000)).get("Action") ?? "unknown";
}

type Refusal = { readonly status: number; readonly type: string; readonly body: string };

const refusals: Readonly<
  Record<"throttle" | "unavailable", { readonly status: number; readonly json: string; readonly query: string; readonly object: string }>
> = {
  throttle: { status: 400, json: "ThrottlingException", query: "Throttling", object: "SlowDown" },
  unavailable: { status: 503, json: "InternalServerError", query: "ServiceUnavailable", object: "ServiceUnavailable" },
};

/** The refusal as the service's own protocol writes it. */
function faultOf(service: FaultyService, kind: "throttle" | "unavailable"): Refusal {
  const { status, json, query, object } = refusals[kind];
  const message = kind === "throttle" ? "Rate exceeded" : "The service is not available";
  if (service === "S3")
    return {
      status: 503,
      type: "application/xml",
      body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${object}</Code><Message>${message}</Message></Error>`,
    };
  if (service === "SES")
    return {
      status,
      type: "text/xml",
      body: `<ErrorResponse><Error><Type>Sender</Type><Code>${query}</Code><Message>${message}</Message></Error><RequestId>fault</RequestId></ErrorResponse>`,
    };
  const prefix = service === "DYNAMODB" ? "com.amazonaws.dynamodb.v20120810" : "com.amazonaws.coral.availability";
  return { status, type: "application/x-amz-json-1.0", body: JSON.stringify({ __type: `${prefix}#${json}`, message }) };
}

type Answer = { readonly status: number; readonly headers: IncomingMessage["headers"]; readonly body: Buffer };

type Onward = {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
};

/** Passes the call on with its own host header, which its signature covers. */
function forward(target: URL, agent: Agent, call: Onward): Promise<Answer> {
  const { method, path, headers } = call;
  return new Promise((resolve, reject) => {
    const onward = httpRequest({ agent, host: target.hostname, port: target.port, method, path, headers }, (answer) => {
      readBody(answer, 64 * 1024 * 1024).then((body) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body }), reject);
    });
    onward.on("error", (error) => (wasStale(onward, error) ? resolve(forward(target, agent, call)) : reject(error)));
    onward.end(call.body);
  });
}

const isRefusal = (kind: ServiceFault["kind"]): kind is "throttle" | "unavailable" => kind === "throttle" || kind === "unavailable";

function answer(response: ServerResponse, { status, headers, body }: Answer, isHead: boolean): void {
  const { "transfer-encoding": _chunked, connection: _connection, "keep-alive": _keepAlive, ...own } = headers;
  response.writeHead(status, isHead ? own : { ...own, "content-length": body.length }).end(body);
}

type Passing = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly call: FrontCall;
  readonly pass: () => Promise<Answer>;
};

/** Does to the call what was ordered; undefined when its caller shall get no answer, or has got one. */
async function suffer({ service, faults }: FrontOptions, { response, call, pass }: Passing): Promise<Answer | undefined> {
  if (!faults) return pass();
  const caller = faults.callerOf(call.accessKeyId);
  const fault = faults.book.takeService({ service, operation: call.operation, caller });
  if (!fault) return pass();
  if (isRefusal(fault.kind)) {
    const { status, type, body } = faultOf(service, fault.kind);
    response.writeHead(status, { "content-type": type }).end(body);
    return undefined;
  }
  if (fault.kind === "crash-before") {
    faults.crash(caller);
    response.destroy();
    return undefined;
  }
  if (fault.kind === "latency") await sleep(fault.ms ?? 1_000);
  const answered = await pass();
  if (fault.kind === "crash-after") faults.crash(caller);
  if (fault.kind !== "crash-after" && fault.kind !== "lost") return answered;
  response.destroy();
  return undefined;
}

/** Stands between the functions and one service: refuses what they may not do, and does to their calls what was ordered. */
export async function startFront(options: FrontOptions): Promise<Running> {
  const agent = new Agent({ keepAlive: true });
  const target = new URL(options.target);
  const { port, stop } = await serveHttp(async (request, response) => {
    const body = await readBody(request, 64 * 1024 * 1024);
    const accessKeyId = accessKeyOf(request.headers.authorization);
    const call = { accessKeyId, operation: operationOf(options.service, request, body), body };
    const refused = await options.refuse?.(call);
    if (refused) {
      response.writeHead(refused.status, { ...refused.headers }).end(refused.body);
      return;
    }
    const headers = options.authorization === undefined ? request.headers : { ...request.headers, authorization: options.authorization };
    const onward = { method: request.method, path: request.url, headers, body };
    const pass = () => forward(target, agent, onward).finally(() => options.onPassed?.(call.operation));
    const answered = await suffer(options, { request, response, call, pass });
    if (answered) answer(response, answered, request.method === "HEAD");
  });
  return {
    endpoint: `http://${target.hostname}:${port}`,
    stop: async () => {
      agent.destroy();
      await stop();
    },
  };
}
