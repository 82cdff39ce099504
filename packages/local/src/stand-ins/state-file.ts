import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** A JSON document on disk that follows a value in memory. */
export interface StateFile {
  /** Says that the value changed; the write follows within 50 ms, several changes share one. */
  changed(): void;
  /** Writes what is outstanding at once. */
  flush(): Promise<void>;
}

const WRITE_AFTER_MS = 50;

/** Reads a JSON file, or gives the fallback when it does not exist; a broken file is an error that names it. */
export function readState<T>(path: string | undefined, parse: (value: unknown) => T, fallback: T): T {
  if (path === undefined) return fallback;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return fallback;
  }
  try {
    return parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path} cannot be read; delete it to start afresh`, { cause });
  }
}

/** Follows a value: each write goes to a temporary file first, so a kill leaves the old or the new document, never half of one. */
export function followState(path: string | undefined, current: () => unknown): StateFile {
  if (path === undefined) return { changed: () => {}, flush: () => Promise.resolve() };
  mkdirSync(dirname(path), { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    timer = undefined;
    writing = writing.then(() => replace(path, JSON.stringify(current())));
    return writing;
  };
  return {
    changed: () => {
      timer ??= setTimeout(() => void write(), WRITE_AFTER_MS);
    },
    flush: () => {
      if (timer === undefined) return writing;
      clearTimeout(timer);
      return write();
    },
  };
}

async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.tmp`, text);
  await rename(`${path}.tmp`, path);
}

/** Writes a file that must exist before the caller goes on, whole or not at all. */
export function writeWhole(path: string, text: string, mode = 0o600): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.tmp`, text, { mode });
  renameSync(`${path}.tmp`, path);
}
