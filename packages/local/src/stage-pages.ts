import type { IncomingMessage, ServerResponse } from "node:http";
import type { Middleware } from "./gateway.ts";
import type { HttpRequest, HttpResponse } from "./gateway-http.ts";

/** Pages of the stage by exact path: text of a type, or an address to go to. */
export type StagePage = { readonly type: string; readonly body: () => string | Promise<string> } | { readonly location: string };

async function show(response: ServerResponse, { type, body }: Extract<StagePage, { readonly type: string }>): Promise<void> {
  try {
    const text = await body();
    response.writeHead(200, { "content-type": type, "cache-control": "no-cache" }).end(text);
  } catch (error) {
    response.writeHead(500, { "content-type": "text/plain" }).end(error instanceof Error ? error.message : "error");
  }
}

/** Serves the stage's own pages before anything of the product is asked. */
export function stagePages(pages: Readonly<Record<string, StagePage>>): Middleware {
  return (request: IncomingMessage, response: ServerResponse) => {
    const page = pages[(request.url ?? "/").split("?")[0] ?? "/"];
    if (!page || (request.method !== "GET" && request.method !== "HEAD")) return false;
    if ("location" in page) response.writeHead(302, { location: page.location }).end();
    else void show(response, page);
    return true;
  };
}

const passed = ["content-type", "cache-control", "etag", "last-modified", "content-disposition", "content-encoding"];

/** Reads objects for the edge, which is let into its buckets; what is not there is forbidden, as AWS answers it. */
export const readBucket =
  (s3: string) =>
  async (bucket: string, { path, method }: HttpRequest): Promise<HttpResponse> => {
    const answer = await fetch(`${s3}/${bucket}${path}`, { method: method === "HEAD" ? "HEAD" : "GET" });
    const body = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok)
      return { status: 403, headers: { "content-type": "application/xml" }, body: Buffer.from("<Error><Code>AccessDenied</Code></Error>") };
    const headers = Object.fromEntries(passed.flatMap((name) => (answer.headers.get(name) === null ? [] : [[name, answer.headers.get(name) ?? ""]])));
    return { status: 200, headers, body };
  };
