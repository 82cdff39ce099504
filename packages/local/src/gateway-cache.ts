import type { HttpResponse } from "./gateway-http.ts";
import type { Behaviour } from "./manifest.ts";

type Stored = { readonly response: HttpResponse; readonly etag: string | undefined; expiresAt: number; storedAt: number };

export type CacheAnswer = { readonly response: HttpResponse; readonly result: "Hit" | "Miss" | "RefreshHit" };

/** An edge cache in memory: keeps answers as long as their Cache-Control says, within the behaviour's limits. */
export type EdgeCache = {
  /** `fetch` asks the origin; with an ETag when an expired copy may still be good. */
  readonly get: (key: string, ttl: Behaviour["ttl"], fetch: (ifNoneMatch: string | undefined) => Promise<HttpResponse>) => Promise<CacheAnswer>;
  readonly clear: () => void;
};

const maxEntries = 2000;
const text = (value: string | readonly string[] | undefined): string => (typeof value === "string" ? value : "");

/** Seconds an answer may be kept: s-maxage before max-age, nothing for private, no-store and no-cache, within the policy's bounds. */
export function freshSeconds(response: HttpResponse, ttl: Behaviour["ttl"]): number {
  if (ttl.max === 0 || response.status !== 200) return 0;
  const control = text(response.headers["cache-control"]).toLowerCase();
  if (/\b(private|no-store|no-cache)\b/.test(control)) return ttl.min;
  const [, shared] = /\bs-maxage=(\d+)/.exec(control) ?? [];
  const [, own] = /\bmax-age=(\d+)/.exec(control) ?? [];
  const wanted = shared ?? own;
  return Math.min(ttl.max, Math.max(ttl.min, wanted === undefined ? ttl.default : Number(wanted)));
}

/** Creates an empty cache; `now` gives milliseconds and is a parameter for tests. */
export function createEdgeCache(now: () => number = () => performance.now()): EdgeCache {
  const entries = new Map<string, Stored>();
  const keep = (key: string, response: HttpResponse, ttl: Behaviour["ttl"]) => {
    const seconds = freshSeconds(response, ttl);
    entries.delete(key);
    if (seconds <= 0) return;
    const oldest = entries.size >= maxEntries ? entries.keys().next().value : undefined;
    if (oldest !== undefined) entries.delete(oldest);
    entries.set(key, { response, etag: text(response.headers["etag"]) || undefined, storedAt: now(), expiresAt: now() + seconds * 1000 });
  };
  const aged = ({ response, storedAt }: Stored): HttpResponse => ({
    ...response,
    headers: { ...response.headers, age: String(Math.floor((now() - storedAt) / 1000)) },
  });

  return {
    get: async (key, ttl, fetch) => {
      const stored = entries.get(key);
      if (stored && stored.expiresAt > now()) return { response: aged(stored), result: "Hit" };
      const fetched = await fetch(stored?.etag);
      if (stored && fetched.status === 304) {
        const renewed = { ...stored.response, headers: { ...stored.response.headers, ...fetched.headers } };
        keep(key, renewed, ttl);
        return { response: renewed, result: "RefreshHit" };
      }
      keep(key, fetched, ttl);
      return { response: fetched, result: "Miss" };
    },
    clear: () => entries.clear(),
  };
}
