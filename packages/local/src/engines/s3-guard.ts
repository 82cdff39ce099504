import { randomUUID } from "node:crypto";
import { Agent, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import { BodyTooLarge, escapeMarkup, readBody, type Running, serveHttp } from "../stand-ins/wire.ts";
import { type Door, hidden, refuse, unauthorizedPost } from "./s3-access.ts";
import { type CorsRule, corsHeaders, preflight } from "./s3-cors.ts";
import { eventName, objectRecord, type S3Record } from "./s3-events.ts";
import { parsePostForm, refusePost, type S3Failure } from "./s3-post.ts";

export type { S3Access } from "./s3-access.ts";
export type { CorsRule } from "./s3-cors.ts";
export type { S3Record } from "./s3-events.ts";

/** A bucket and the origins that may use it from a browser. */
export interface BucketDescriptor {
  readonly name: string;
  readonly cors?: readonly CorsRule[] | undefined;
}

/** What the guard protects and whom it believes. */
export interface S3GuardOptions extends Door {
  /** The S3 engine behind the guard. */
  readonly target: string;
  readonly buckets: readonly BucketDescriptor[];
  /** Called after the engine stored or removed an object. */
  readonly onEvent?: ((record: S3Record) => void) | undefined;
  readonly port?: number | undefined;
}

interface Guard {
  readonly options: S3GuardOptions;
  /** The connections to the engine. */
  readonly agent: Agent;
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly bucket: string;
  readonly key: string;
  readonly cors: OutgoingHttpHeaders;
}

/** Starts the guard that gives the S3 engine what it lacks: signatures, expiry, POST policies, CORS, response overrides, `If-None-Match` and events. */
export async function startS3Guard(options: S3GuardOptions): Promise<Running> {
  const agent = new Agent({ keepAlive: true });
  const { port, stop } = await serveHttp((request, response) => handle({ options, agent }, request, response), options.port);
  return {
    endpoint: `http://localhost:${port}`,
    stop: async () => {
      agent.destroy();
      await stop();
    },
  };
}

async function handle(guard: Guard, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { options } = guard;
  const url = new URL(request.url ?? "/", "http://s3");
  const [bucket = "", ...rest] = url.pathname.slice(1).split("/");
  const rules = options.buckets.find(({ name }) => name === bucket)?.cors ?? [];
  const cors = corsHeaders(rules, request);
  const call: Call = { request, response, url, bucket, key: decodeURIComponent(rest.join("/")), cors };
  if (request.method === "OPTIONS") return answerPreflight(rules, call);
  if (isFormUpload(request)) return formUpload(guard, call);
  const refusal = (await refuse(options, call)) ?? unsupported(url) ?? (await alreadyThere(options, call));
  if (refusal) {
    fail(call, refusal);
    request.resume();
    return;
  }
  forward(guard, call);
}

function answerPreflight(rules: readonly CorsRule[], call: Call): void {
  const allowed = preflight(rules, call.request);
  if (allowed) call.response.writeHead(200, allowed).end();
  else fail(call, { status: 403, code: "AccessForbidden", message: "CORSResponse: This CORS request is not allowed." });
}

function isFormUpload(request: IncomingMessage): boolean {
  return request.method === "POST" && (request.headers["content-type"] ?? "").startsWith("multipart/form-data");
}

async function formUpload(guard: Guard, call: Call): Promise<void> {
  const { options } = guard;
  let body: Buffer;
  try {
    body = await readBody(call.request);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    fail(call, { status: 400, code: "EntityTooLarge", message: "Your proposed upload exceeds the maximum allowed size" });
    return;
  }
  const form = parsePostForm(body, call.request.headers["content-type"] ?? "");
  if (!form) {
    fail(call, { status: 400, code: "MalformedPOSTRequest", message: "The body of your POST request is not well-formed multipart/form-data." });
    return;
  }
  const failure =
    refusePost(form, { bucket: call.bucket, secretFor: options.secretFor }) ?? (await unauthorizedPost(options, call.bucket, form.fields));
  if (failure) fail(call, failure);
  else forward(guard, call, { body, key: form.fields["key"] ?? "", size: form.file.length });
}

const notEmulated = ["tagging", "acl", "cors", "notification", "policy", "versioning", "encryption", "website", "replication", "logging"];

/** The engine takes these for plain object writes (a tagging call would overwrite the object), so they are refused by name. */
function unsupported(url: URL): S3Failure | undefined {
  const found = notEmulated.find((name) => url.searchParams.has(name));
  return found === undefined ? undefined : { status: 501, code: "NotImplemented", message: `The local stage has no S3 ?${found}` };
}

async function alreadyThere(options: S3GuardOptions, { request, key, url }: Call): Promise<S3Failure | undefined> {
  if (request.method !== "PUT" || request.headers["if-none-match"] !== "*" || key === "") return undefined;
  const found = await fetch(`${options.target}${url.pathname}`, { method: "HEAD" });
  return found.ok ? { status: 412, code: "PreconditionFailed", message: "At least one of the pre-conditions you specified did not hold" } : undefined;
}

interface Upload {
  readonly body: Buffer;
  readonly key: string;
  readonly size: number;
}

function forward({ options, agent }: Guard, call: Call, upload?: Upload): void {
  const { request, response, url } = call;
  const target = new URL(options.target);
  const { expect: _expect, ...headers } = request.headers;
  const onward = httpRequest(
    { agent, host: target.hostname, port: target.port, method: request.method, path: request.url, headers: { ...headers, host: target.host } },
    (answer) => {
      const status = answer.statusCode ?? 502;
      const deliver = (failure?: S3Failure) => {
        if (failure) {
          answer.resume();
          return fail(call, failure);
        }
        response.writeHead(status, { ...answer.headers, ...call.cors, ...overrides(request, url, status) });
        answer.pipe(response);
      };
      answer.on("end", () => status < 300 && announce(options, call, { upload, etag: answer.headers.etag ?? "" }));
      if (status === 404) void hidden(options, call).then(deliver, (error: unknown) => onward.destroy(error instanceof Error ? error : undefined));
      else deliver();
    },
  );
  onward.on("error", (error) => fail(call, { status: 502, code: "InternalError", message: error.message }));
  if (upload) onward.end(upload.body);
  else request.pipe(onward);
}

const overridable = ["content-type", "content-disposition", "cache-control", "content-language", "content-encoding", "expires"];

function overrides(request: IncomingMessage, url: URL, status: number): OutgoingHttpHeaders {
  if (request.method !== "GET" || status >= 300) return {};
  return Object.fromEntries(
    overridable.flatMap((name) => (url.searchParams.has(`response-${name}`) ? [[name, url.searchParams.get(`response-${name}`) ?? ""]] : [])),
  );
}

/** The length of the body as the caller stated it, without the marks of a chunked one. */
function statedSize({ headers }: IncomingMessage): number {
  return Number(headers["x-amz-decoded-content-length"] ?? headers["content-length"] ?? 0);
}

type Stored = { readonly upload: Upload | undefined; readonly etag: string };

function announce({ onEvent }: S3GuardOptions, { request, url, bucket, key }: Call, { upload, etag }: Stored): void {
  const copied = request.headers["x-amz-copy-source"] !== undefined;
  const name = upload ? "ObjectCreated:Post" : eventName({ method: request.method ?? "", url, key, copied });
  if (name === undefined) return;
  onEvent?.(objectRecord({ name, bucket, key: upload?.key ?? key, size: upload?.size ?? statedSize(request), etag }));
}

function fail({ response, cors }: Call, { status, code, message }: S3Failure): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...cors, "content-type": "application/xml" });
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${escapeMarkup(message)}</Message><RequestId>${randomUUID()}</RequestId></Error>`,
  );
}
