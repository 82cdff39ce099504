import http from "node:http";
import type { AddressInfo } from "node:net";

/** What an environment does with the calls of its runtime. */
export type RuntimeEvents = {
  readonly onNext: (response: http.ServerResponse) => void;
  readonly onResult: (kind: "response" | "error", requestId: string, body: string) => void;
  readonly onInitError: (body: string) => void;
};

export type RuntimeApi = {
  /** Value of AWS_LAMBDA_RUNTIME_API for the environment with this id. */
  readonly address: (environmentId: string) => string;
  readonly register: (environmentId: string, events: RuntimeEvents) => void;
  readonly forget: (environmentId: string) => void;
  readonly stop: () => Promise<void>;
};

const path = /^\/([\w-]+)\/2018-06-01\/runtime\/(?:invocation\/(?:(next)|([^/]+)\/(response|error))|(init\/error))$/;

function readBody(request: http.IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.on("error", reject);
  });
}

/** Serves the Lambda Runtime API to all environments of a stage; the first path segment tells them apart. */
export async function startRuntimeApi(): Promise<RuntimeApi> {
  const environments = new Map<string, RuntimeEvents>();
  const handle = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const [, id = "", next, requestId = "", kind] = path.exec(request.url ?? "") ?? [];
    const events = environments.get(id);
    if (!events) return void response.writeHead(410).end();
    if (next) return events.onNext(response);
    const body = await readBody(request);
    response.writeHead(202, { "content-type": "application/json" }).end('{"status":"OK"}');
    if (kind === "response" || kind === "error") events.onResult(kind, requestId, body);
    else events.onInitError(body);
  };
  const server = http.createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    address: (id) => `127.0.0.1:${port}/${id}`,
    register: (id, events) => environments.set(id, events),
    forget: (id) => environments.delete(id),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
