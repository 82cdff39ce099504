import { Archive } from "../ports/archive.ts";
import { genesis, canonical } from "./chain.ts";
import * as store from "./store.ts";

export type Exported = { readonly day: string; readonly entries: number; readonly link: string; readonly isNew: boolean };

/**
 * Writes a day's entries and the end of its chain to locked storage. Its name says how far the chain had come, so that an export that is
 * repeated writes the same file, and one after a late entry another beside it. A day without entries leaves none.
 */
export async function exportDay(day: string): Promise<Exported> {
  const head = await store.findHead(day);
  const { entries, link } = head ?? { entries: 0, link: genesis(day) };
  const name = `${day}/head.json`;
  const summary = canonical({ day, entries, link });
  if (entries === 0 || (await Archive.use().get(name)) === summary) return { day, entries, link, isNew: false };
  const all = (await store.entriesOf(day)).filter(({ position }) => position <= entries).toSorted((a, b) => a.position - b.position);
  const lines = all.map((entry) => canonical(entry)).join("\n");
  await Archive.use().put({ key: `${day}/${entries}-${link.slice(0, 16)}.jsonl`, type: "application/x-ndjson", text: `${lines}\n` });
  // The head comes last: while it is there, so are its entries. Every version of it is locked for its time.
  await Archive.use().put({ key: name, type: "application/json", text: summary });
  return { day, entries, link, isNew: true };
}
