import { existsSync, readFileSync, statSync } from "node:fs";
import { type Server, type ServerResponse, createServer } from "node:http";
import { extname, join } from "node:path";
import { runInThisContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { contentSecurityPolicy } from "../../../stacks/csp.ts";
import { pageRewrite } from "../../../stacks/page-rewrite.ts";

const web = join(import.meta.dirname, "../../../packages/web");
const dist = join(web, "dist");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".txt": "text/plain",
  ".json": "application/json",
};

type EdgeFunction = (event: { request: { uri: string } }) => { uri: string };

/** The edge's own rewrite, run as CloudFront would: from its text. */
const rewrite = (): EdgeFunction => runInThisContext(`(() => { ${pageRewrite()}; return handler; })()`);

export type Site = { readonly origin: string; readonly stop: () => Promise<void> };

/** What the site answers besides files: the API, `/config.json` and pictures; undefined where the request is for a file. */
export type Api = (method: string, url: URL) => Promise<{ readonly status: number; readonly type: string; readonly body: string }> | undefined;

export type SiteOptions = {
  /** Whether answers are packed as the edge packs them; to a browser without TLS that is gzip, while the edge has Brotli. */
  readonly packs?: boolean;
};

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer };

/** The edge leaves what is small or packed already as it is. */
const isWorthPacking = ({ headers, body }: Answer): boolean => body.length > 1_000 && !/woff2|image\/(?!svg)/.test(headers["content-type"] ?? "");

function send(response: ServerResponse, answer: Answer, packs: boolean): void {
  const isPacked = packs && isWorthPacking(answer);
  response
    .writeHead(answer.status, { ...answer.headers, ...(isPacked ? { "content-encoding": "gzip" } : {}) })
    .end(isPacked ? gzipSync(answer.body) : answer.body);
}

async function respond(response: ServerResponse, answer: ReturnType<Api>, packs: boolean): Promise<void> {
  const { status, type, body } = (await answer) ?? { status: 404, type: "text/plain", body: "" };
  send(response, { status, headers: { "content-type": type, "cache-control": "no-store" }, body }, packs);
}

/** Serves the built app as the edge does: its rewrite, its security policy; the API and `/config.json` are the test's. */
export async function openSite(api: Api = () => undefined, { packs = false }: SiteOptions = {}): Promise<Site> {
  const toFile = rewrite();
  const policy = contentSecurityPolicy({ cognito: "https://cognito-idp.us-east-1.amazonaws.com", files: "https://files.example" });
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://site");
    request.resume();
    const answer = api(request.method ?? "GET", url);
    if (answer) {
      void respond(response, answer, packs);
      return;
    }
    const { uri } = toFile({ request: { uri: url.pathname } });
    const file = join(dist, uri);
    if (!file.startsWith(dist) || !existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    const cache = uri.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    const headers = {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-security-policy": policy,
      "cache-control": cache,
    };
    send(response, { status: 200, headers, body: readFileSync(file) }, packs);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The site has no port");
  const stop = () => {
    const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  return { origin: `http://127.0.0.1:${address.port}`, stop };
}
