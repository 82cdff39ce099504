import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import path from "node:path";
import type { Middleware } from "./gateway.ts";
import { type HttpRequest, type HttpResponse, message } from "./gateway-http.ts";
import type { Behaviour, Edge } from "./manifest.ts";

export type WebMode = "dev" | "dist" | "none";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

const script = (src: string): string => `<script src="${src}" defer></script>`;

/** Puts the stage's own scripts first, so that what they stand in for is there when the application asks. */
export const inject = (html: string, scripts: readonly string[]): string =>
  html.replace(/<head[^>]*>/i, (head) => `${head}${scripts.map(script).join("")}`);

/** Answers for the web bucket from the built application: hashed assets for ever, pages looked at each time. */
export function readDist(dist: string, scripts: readonly string[]): (request: HttpRequest) => HttpResponse {
  return ({ path: wanted }) => {
    const file = path.join(dist, path.normalize(decodeURIComponent(wanted)));
    const isInside = file.startsWith(dist + path.sep);
    // As with a private bucket: what is not there is forbidden, not missing.
    if (!isInside || !statSync(file, { throwIfNoEntry: false })?.isFile())
      return {
        ...message(403, "Forbidden"),
        headers: { "content-type": "application/xml" },
        body: Buffer.from("<Error><Code>AccessDenied</Code></Error>"),
      };
    const raw = readFileSync(file);
    const extension = path.extname(file);
    const body = extension === ".html" ? Buffer.from(inject(raw.toString("utf8"), scripts)) : raw;
    return {
      status: 200,
      headers: {
        "content-type": types[extension] ?? "application/octet-stream",
        "cache-control": wanted.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache",
        etag: `"${createHash("md5").update(body).digest("hex")}"`,
      },
      body,
    };
  };
}

export type DevServer = { readonly middleware: Middleware; readonly stop: () => Promise<void> };
export type DevOptions = {
  readonly root: string;
  readonly server: Server;
  readonly edge: Edge;
  readonly scripts: readonly string[];
  readonly headers: (behaviour: Behaviour) => Readonly<Record<string, string>>;
};

/** Hot reload runs inline scripts and a socket; everything else of the policy stays. */
const relaxed = (policy: string): string =>
  policy.replace(/script-src ([^;]*)/, "script-src $1 'unsafe-inline'").replace(/connect-src ([^;]*)/, "connect-src $1 ws://localhost:*");

/** The web application from its sources, with live reload, on the stage's own origin. */
export async function startDevServer({ root, server, edge, scripts, headers }: DevOptions): Promise<DevServer> {
  const { createServer } = await import("vite");
  const webRoot = path.join(root, "packages/web");
  const vite = await createServer({
    root: webRoot,
    configFile: path.join(webRoot, "vite.config.ts"),
    appType: "spa",
    logLevel: "warn",
    clearScreen: false,
    server: { middlewareMode: true, ws: { server } },
    plugins: [{ name: "stage-scripts", transformIndexHtml: { order: "pre", handler: (html: string) => inject(html, scripts) } }],
  });
  const page = edge.behaviours.at(-1);
  const others = edge.behaviours.slice(0, -1).map((behaviour) => behaviour.pattern.replace(/\*$/, ""));
  return {
    stop: () => vite.close(),
    middleware: (request: IncomingMessage, response: ServerResponse) => {
      const wanted = (request.url ?? "/").split("?")[0] ?? "/";
      if (others.some((prefix) => wanted.startsWith(prefix))) return false;
      for (const [name, value] of Object.entries(page ? headers(page) : {}))
        response.setHeader(name, name === "content-security-policy" ? relaxed(value) : value);
      vite.middlewares(request, response, () => {
        response.statusCode = 404;
        response.end();
      });
      return true;
    },
  };
}

/** Where the built application is; throws when it was not built. */
export function distOf(root: string): string {
  const dist = path.join(root, "packages/web/dist");
  if (!existsSync(path.join(dist, "index.html"))) throw new Error("The web application is not built; run: npm run build --workspace @sleekapp/web");
  return dist;
}
