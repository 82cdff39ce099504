import { createServer } from "node:http";
import { createServer as createHttp2 } from "node:http2";
import { createServer as createTcp, type Socket } from "node:net";
import { bind, readBody } from "../wire.ts";

/** A request, whichever protocol it came by. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
  /** Who signed it, by the header of SigV4. */
  readonly authorization: string | undefined;
}

/** An answer; undefined leaves the caller waiting until it gives up. */
export type Response = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string } | undefined;

interface Incoming extends AsyncIterable<Buffer> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly authorization?: string | undefined };
}

interface Outgoing {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string): unknown;
}

/** Serves HTTP/1.1 and HTTP/2 without TLS on one port: the SDK's Bedrock client opens with the HTTP/2 preface, everything else does not. */
export async function serveBoth(handler: (request: Request) => Promise<Response>, port?: number): Promise<{ port: number; stop(): Promise<void> }> {
  const answer = async (incoming: Incoming, outgoing: Outgoing): Promise<void> => {
    const body = await readBody(incoming, 32 * 1_024 * 1_024);
    const response = await handler({
      method: incoming.method ?? "GET",
      path: incoming.url ?? "/",
      body,
      authorization: incoming.headers.authorization,
    });
    if (!response) return;
    outgoing.writeHead(response.status, { ...response.headers });
    outgoing.end(response.body);
  };
  const http1 = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  const http2 = createHttp2((request, response) => void answer(request, response).catch(() => response.stream.close()));
  const open = new Set<Socket>();
  const server = createTcp((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
    socket.once("readable", () => {
      const start: Buffer | null = socket.read();
      if (!start) return;
      socket.unshift(start);
      (start.subarray(0, 3).toString() === "PRI" ? http2 : http1).emit("connection", socket);
    });
  });
  return {
    port: await bind(server, port),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
