import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** A request as the edge and the API hand it on. Header names are lower-case; `query` has no question mark. */
export type HttpRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly sourceIp: string;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
};

const empty = Buffer.alloc(0);

/** A JSON answer in AWS's own words, such as `{"message":"Not Found"}`. */
export function message(status: number, text: string, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return { status, headers: { "content-type": "application/json", ...headers }, body: Buffer.from(JSON.stringify({ message: text })) };
}

/** Reads the body up to `limit` bytes; undefined when there is more. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > limit) return undefined;
    chunks.push(bytes);
  }
  return chunks.length === 0 ? empty : Buffer.concat(chunks);
}

/** Repeated headers are joined by a comma, as both CloudFront and API Gateway do. */
export function flatten(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(",") : value;
  return flat;
}

/** Writes the answer; a HEAD request gets its headers only. */
export function send(response: ServerResponse, answer: HttpResponse, method = "GET"): void {
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, typeof value === "string" ? value : [...value]);
  response.statusCode = answer.status;
  if (answer.status !== 304 && answer.status !== 204) response.setHeader("content-length", answer.body.length);
  response.end(method === "HEAD" || answer.status === 304 ? undefined : answer.body);
}
