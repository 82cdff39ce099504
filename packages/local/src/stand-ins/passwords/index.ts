import { createHash, randomBytes } from "node:crypto";
import { type ListenOptions, type Running, serveHttp } from "../wire.ts";
import { leaked } from "./leaked.ts";

/** The real one answers with at least so many lines, the last of them padding, when it is asked to. */
const PADDED_LINES = 800;
const SUFFIX = 35;

const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex").toUpperCase();

type Leaks = ReadonlyMap<string, readonly string[]>;

function rangesOf(passwords: readonly string[]): Leaks {
  const ranges = new Map<string, string[]>();
  for (const [index, password] of passwords.entries()) {
    const hash = sha1(password);
    const lines = ranges.get(hash.slice(0, 5)) ?? [];
    lines.push(`${hash.slice(5)}:${1_000 * (passwords.length - index)}`);
    ranges.set(hash.slice(0, 5), lines);
  }
  return ranges;
}

const padding = (): string => `${randomBytes(18).toString("hex").slice(0, SUFFIX).toUpperCase()}:0`;

/** The range service of Have I Been Pwned on its wire: `GET /range/{5 hex}`, lines of `SUFFIX:COUNT`, padded when asked. */
export interface Passwords extends Running {
  /** Answers the next so many requests with an error. */
  failNext(times: number): void;
}

/** Starts the range service; its leaks are few and well known. */
export async function startPasswords(options: ListenOptions = {}): Promise<Passwords> {
  const ranges = rangesOf(leaked);
  let failing = 0;
  const { port, stop } = await serveHttp((request, response) => {
    if (failing > 0) {
      failing -= 1;
      response.writeHead(503).end();
      return;
    }
    const [, prefix] = /^\/range\/([0-9a-f]{5})$/i.exec((request.url ?? "").split("?")[0] ?? "") ?? [];
    if (prefix === undefined) {
      response.writeHead(400, { "content-type": "text/plain" }).end("The hash prefix was not in a valid format");
      return;
    }
    const lines = ranges.get(prefix.toUpperCase()) ?? [];
    const wanted = request.headers["add-padding"] === "true" ? Math.max(0, PADDED_LINES - lines.length) : 0;
    const all = [...lines, ...Array.from({ length: wanted }, padding)].toSorted();
    response.writeHead(200, { "content-type": "text/plain", "cache-control": "public, max-age=2678400" }).end(all.join("\r\n"));
  }, options.port);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    failNext: (times) => {
      failing = times;
    },
    stop,
  };
}
