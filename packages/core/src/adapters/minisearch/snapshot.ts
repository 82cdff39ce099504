import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { unavailable } from "../../kernel/error.ts";
import { clock } from "../../ports/clock.ts";
import type { ProductSearch } from "../../ports/product-search.ts";
import { Entry } from "../../search/model.ts";
import { type Engine, engine } from "./engine.ts";

/** One object that is always whole: a reader sees it as it was before a write or as it is after. */
export type SnapshotStore = {
  /** What is there; `same` when it is what the tag names, undefined when nothing is. */
  readonly read: (unless?: string) => Promise<{ readonly bytes: Uint8Array; readonly tag: string } | "same" | undefined>;
  readonly write: (bytes: Uint8Array) => Promise<void>;
};

/**
 * What an entry says and how: it is one more whenever that changes, a field that may be absent included, for a listing that was written
 * without it would be read as one that has nothing to say there.
 */
export const FORMAT = 4;

/** The first line says how the others are to be read; one of another release is no snapshot. */
const HEAD = JSON.stringify({ format: FORMAT });

/** How old what a container holds may be before it asks again: a change shows within five seconds of its event. */
const STALE_MS = 2_000;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

const today = (): string => clock.now().toISOString().slice(0, 10);
const lineOf = (entry: Entry): string => JSON.stringify(Entry.parse(entry));

/** The lines of a snapshot; undefined when it was written by a release that writes them in another way. */
async function linesIn(bytes: Uint8Array): Promise<string[] | undefined> {
  const [head, ...lines] = new TextDecoder().decode(await unpack(bytes).catch(() => new Uint8Array())).split("\n");
  return head === HEAD ? lines.filter((line) => line !== "") : undefined;
}

const idIn = (line: string): string => Entry.parse(JSON.parse(line)).page.productId;

type Holding = { readonly engine: Engine; tag: string | undefined; day: string; at: number };

/** Brings what is held up to what is stored. */
async function refresh(store: SnapshotStore, held: Holding): Promise<void> {
  const day = today();
  // A certificate ends with a day, whether or not anything was written since.
  const found = await store.read(held.day === day ? held.tag : undefined);
  if (found === undefined) held.engine.sync([], day);
  else if (found !== "same") {
    const lines = await linesIn(found.bytes);
    if (!lines) throw unavailable("search.rebuilding", "The catalogue is being put in order; try again in a minute");
    held.engine.sync(lines, day);
  }
  held.tag = found === "same" ? held.tag : found?.tag;
  held.day = day;
  held.at = clock.now().getTime();
}

/** The catalogue as one object that every container holds a copy of, searched by MiniSearch; for thousands of listings. */
export function snapshotSearch(store: SnapshotStore): ProductSearch {
  const held: Holding = { engine: engine(), tag: undefined, day: "", at: -Infinity };
  let turn: Promise<void> | undefined;
  const current = async (): Promise<Engine> => {
    if (clock.now().getTime() - held.at >= STALE_MS) {
      turn ??= refresh(store, held).finally(() => (turn = undefined));
      await turn;
    }
    return held.engine;
  };
  const kept = async (): Promise<string[] | "nothing" | undefined> => {
    const found = await store.read();
    return found === undefined || found === "same" ? "nothing" : linesIn(found.bytes);
  };
  const write = async (lines: readonly string[]) => store.write(await pack([HEAD, ...lines].join("\n")));
  return {
    find: async (wanted) => (await current()).find(wanted),
    get: async (slug) => (await current()).get(slug),
    some: async (productIds) => (await current()).some(productIds),
    replace: async (entries) => write(entries.map(lineOf)),
    set: async (productId, entry) => {
      const lines = await kept();
      if (lines === undefined || lines === "nothing") return false;
      const others = lines.filter((line) => !line.includes(productId) || idIn(line) !== productId);
      const next = entry ? [...others, lineOf(entry)] : others;
      if (next.join("\n") !== lines.join("\n")) await write(next);
      return true;
    },
    isReadable: async () => (await kept()) !== undefined,
  };
}
