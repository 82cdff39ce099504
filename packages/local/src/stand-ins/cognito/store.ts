import { join } from "node:path";
import { followState, readState, type StateFile } from "../state-file.ts";
import { isRecord } from "../wire.ts";
import type { DataStore } from "./library.ts";

/** Documents in memory that are followed by one JSON file each. */
export interface Stores {
  open(id: string, defaults: Record<string, unknown>): DataStore;
  flush(): Promise<void>;
}

/** Opens documents under a folder, or in memory only without one. It replaces cognito-local's own store, which fails on a pool without groups. */
export function openStores(dataDir: string | undefined): Stores {
  const files: StateFile[] = [];
  return {
    open: (id, defaults) => {
      const path = dataDir === undefined ? undefined : join(dataDir, `${id}.json`);
      const root = readState(path, revive, { ...defaults });
      const file = followState(path, () => root);
      files.push(file);
      return documentStore(root, () => file.changed());
    },
    flush: async () => {
      for (const file of files) await file.flush();
    },
  };
}

function documentStore(root: Record<string, unknown>, changed: () => void): DataStore {
  const pathOf = (key: string | readonly string[]): readonly string[] => (typeof key === "string" ? [key] : key);
  const parentOf = (path: readonly string[]): Record<string, unknown> => {
    let at = root;
    for (const step of path.slice(0, -1)) {
      const next = at[step];
      const child = isRecord(next) ? next : {};
      at[step] = child;
      at = child;
    }
    return at;
  };
  return {
    getRoot: () => Promise.resolve(root),
    get: (_context, key, fallback) =>
      Promise.resolve(pathOf(key).reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), root) ?? fallback ?? null),
    set: (_context, key, value) => {
      const path = pathOf(key);
      parentOf(path)[path.at(-1) ?? ""] = value;
      changed();
      return Promise.resolve();
    },
    delete: (_context, key) => {
      const path = pathOf(key);
      delete parentOf(path)[path.at(-1) ?? ""];
      changed();
      return Promise.resolve();
    },
  };
}

/** JSON has no dates; cognito-local names every date field `…Date` and expects Date objects. */
function revive(value: unknown): Record<string, unknown> {
  const walk = (at: unknown, key: string): unknown => {
    if (key.endsWith("Date") && typeof at === "string") return new Date(at);
    if (Array.isArray(at)) return at.map((item) => walk(item, ""));
    if (isRecord(at)) return Object.fromEntries(Object.entries(at).map(([name, child]) => [name, walk(child, name)]));
    return at;
  };
  const revived = walk(value, "");
  return isRecord(revived) ? revived : {};
}
