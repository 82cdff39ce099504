import http, { type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Api, bodyLimit } from "./gateway-api.ts";
import { createEdge, type EdgeHandler, type EdgeOptions } from "./gateway-edge.ts";
import { flatten, type HttpRequest, type HttpResponse, message, readBody, send } from "./gateway-http.ts";
import type { Edge } from "./manifest.ts";

export { createApi } from "./gateway-api.ts";
export type { HttpRequest, HttpResponse } from "./gateway-http.ts";

/** Answers a request itself and says so, or leaves it to the next. */
export type Middleware = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;

export type GatewayOptions = {
  readonly edge: Edge;
  readonly api: Api;
  /** Objects of a bucket by name and key. */
  readonly readObject: (bucket: string, request: HttpRequest) => Promise<HttpResponse>;
  readonly resolveSecret: EdgeOptions["resolveSecret"];
  readonly adapt?: EdgeOptions["adapt"];
  /** Asked first: the stage's own pages, and the web application when a development server makes it. */
  readonly middlewares?: readonly Middleware[];
  readonly port?: number;
  /** A server that was made (and perhaps listens) already. */
  readonly server?: Server;
};

export type Gateway = {
  /** The one origin of the stage, `http://localhost:PORT`. */
  readonly url: string;
  /** The API without the edge in front, as a stranger who found its address would call it. */
  readonly apiUrl: string;
  readonly clearCache: () => void;
  readonly stop: () => Promise<void>;
};

const plainIp = (address: string | undefined): string => (address ?? "127.0.0.1").replace("::ffff:", "");

async function toRequest(incoming: IncomingMessage): Promise<HttpRequest | undefined> {
  const body = await readBody(incoming, bodyLimit);
  if (body === undefined) return undefined;
  const [path = "/", query = ""] = (incoming.url ?? "/").split(/\?(.*)/s);
  return {
    method: incoming.method ?? "GET",
    path,
    query,
    headers: flatten(incoming.headers),
    body,
    sourceIp: plainIp(incoming.socket.remoteAddress),
  };
}

const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      // A TCP server that listens has an address with a port.
      const { port: bound } = server.address() as AddressInfo;
      resolve(bound);
    });
  });
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

function answerWith(respond: (request: HttpRequest, incoming: IncomingMessage) => Promise<HttpResponse>) {
  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await toRequest(incoming);
    if (!request) return send(response, message(413, "Request Entity Too Large", { connection: "close" }));
    if (!isDecodable(request.path)) return send(response, message(400, "Bad Request"));
    return send(response, await respond(request, incoming), request.method);
  };
}

const failed = (response: ServerResponse) => (error: unknown) => {
  console.error(error);
  if (!response.headersSent) send(response, message(500, "Internal Server Error"));
  else response.destroy();
};

/** Starts the stage's one origin (and, on a port of its own, the API without the edge). */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { api, readObject, middlewares = [] } = options;
  const edge: EdgeHandler = createEdge({
    edge: options.edge,
    resolveSecret: options.resolveSecret,
    ...(options.adapt ? { adapt: options.adapt } : {}),
    fetch: async (request, { origin }) => {
      if (origin.kind === "api") return api(request);
      if (origin.kind === "bucket") return readObject(origin.target, request);
      return message(502, `The local stage has no origin ${origin.target}`);
    },
  });
  const viewer = answerWith((request, { socket }) => edge(request, `${plainIp(socket.remoteAddress)}:${socket.remotePort}`));
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const middleware of middlewares) if (await middleware(incoming, response)) return;
    await viewer(incoming, response);
  };
  const server = options.server ?? http.createServer();
  server.on("request", (incoming: IncomingMessage, response: ServerResponse) => void handle(incoming, response).catch(failed(response)));
  const direct = answerWith((request) => api(request));
  const apiServer = http.createServer((incoming, response) => void direct(incoming, response).catch(failed(response)));
  const [port, apiPort] = await Promise.all([listen(server, options.port ?? 0), listen(apiServer, 0)]);
  return {
    url: `http://localhost:${port}`,
    apiUrl: `http://127.0.0.1:${apiPort}`,
    clearCache: edge.clearCache,
    stop: async () => {
      await Promise.all([close(server), close(apiServer)]);
    },
  };
}
