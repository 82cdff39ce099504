import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Server as NetServer } from "node:net";

/** What every engine and stand-in returns: where it answers and how it ends. */
export interface Running {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Where to listen: always loopback, a free port unless one is named. */
export interface ListenOptions {
  readonly port?: number | undefined;
}

/** Binds a server to 127.0.0.1 and returns the port it got. */
export function bind(server: NetServer, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve(portOf(server));
    });
  });
}

function portOf(server: NetServer): number {
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The server is not listening on TCP");
  return address.port;
}

/** Closes a server together with its idle and busy keep-alive sockets, which `close` alone would wait for. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts an HTTP server on loopback; a handler that throws answers 500 instead of hanging the caller. */
export async function serveHttp(
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void,
  port?: number,
): Promise<{ port: number; stop(): Promise<void> }> {
  const listener: RequestListener = (request, response) => {
    Promise.resolve()
      .then(() => handler(request, response))
      .catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
        response.end(error instanceof Error ? error.message : "error");
      });
  };
  const server = createServer(listener);
  const bound = await bind(server, port);
  return { port: bound, stop: () => close(server) };
}

/** Thrown by `readBody` when the caller sends more than the limit. */
export class BodyTooLarge extends Error {}

/** Reads a whole request body, at most `limit` bytes (default 12 MiB). */
export async function readBody(request: AsyncIterable<Buffer | string>, limit = 12 * 1024 * 1024): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > limit) throw new BodyTooLarge(`The body is larger than ${limit} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Whether a parsed JSON value is an object whose fields may be read by name. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses JSON into a record; anything else is undefined. */
export function parseRecord(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a kept connection was closed by the other side just as it was used again: then nothing was heard of the request. */
export const wasStale = (request: { readonly reusedSocket: boolean }, error: Error): boolean =>
  request.reusedSocket && "code" in error && error.code === "ECONNRESET";

/** Escapes text for HTML and XML content and attributes. */
export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

/** The access key id a SigV4 header names, or undefined when the request is unsigned. */
export function accessKeyOf(authorization: string | undefined): string | undefined {
  return /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\//.exec(authorization ?? "")?.[1];
}
