import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { FaultBook, FaultyService, ServiceFault } from "../faults.ts";
import { accessKeyOf, readBody, type Running, serveHttp } from "../stand-ins/wire.ts";

export type FaultProxyOptions = {
  readonly service: FaultyService;
  /** What really answers. */
  readonly target: string;
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
function operationOf({ service }: FaultProxyOptions, request: IncomingMessage, body: Buffer): string {
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
function refusalOf(service: FaultyService, kind: "throttle" | "unavailable"): Refusal {
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

/** Passes the call on with its own host header, which its signature covers. */
function forward(target: URL, agent: Agent, call: { readonly request: IncomingMessage; readonly body: Buffer }): Promise<Answer> {
  const { method, url, headers } = call.request;
  return new Promise((resolve, reject) => {
    const onward = httpRequest({ agent, host: target.hostname, port: target.port, method, path: url, headers }, (answer) => {
      readBody(answer, 64 * 1024 * 1024).then((body) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body }), reject);
    });
    onward.on("error", reject);
    onward.end(call.body);
  });
}

const isRefusal = (kind: ServiceFault["kind"] | undefined): kind is "throttle" | "unavailable" => kind === "throttle" || kind === "unavailable";

function answer(response: ServerResponse, { status, headers, body }: Answer, isHead: boolean): void {
  const { "transfer-encoding": _chunked, connection: _connection, "keep-alive": _keepAlive, ...own } = headers;
  response.writeHead(status, isHead ? own : { ...own, "content-length": body.length }).end(body);
}

/** Stands between the functions and one service, and does to their calls what was ordered. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<Running> {
  const agent = new Agent({ keepAlive: true });
  const target = new URL(options.target);
  const { port, stop } = await serveHttp(async (request, response) => {
    const body = await readBody(request, 64 * 1024 * 1024);
    const caller = options.callerOf(accessKeyOf(request.headers.authorization));
    const fault = options.book.takeService({ service: options.service, operation: operationOf(options, request, body), caller });
    if (isRefusal(fault?.kind)) {
      const { status, type, body: text } = refusalOf(options.service, fault.kind);
      return void response.writeHead(status, { "content-type": type }).end(text);
    }
    if (fault?.kind === "crash-before") {
      options.crash(caller);
      return void response.destroy();
    }
    if (fault?.kind === "latency") await sleep(fault.ms ?? 1_000);
    const answered = await forward(target, agent, { request, body });
    if (fault?.kind === "crash-after") options.crash(caller);
    if (fault?.kind === "crash-after" || fault?.kind === "lost") return void response.destroy();
    answer(response, answered, request.method === "HEAD");
  });
  return {
    endpoint: `http://${target.hostname}:${port}`,
    stop: async () => {
      agent.destroy();
      await stop();
    },
  };
}
