import { setTimeout as sleep } from "node:timers/promises";
import { unavailable } from "../kernel/error.ts";
import { send } from "../table/commit.ts";
import { genesis, sealAfter } from "./chain.ts";
import { dayOf, entryWrite, headWrite, type Placed, readHead } from "./store.ts";

/** What one transaction seals; with the head it stays under the hundred items a transaction may have. */
const AT_ONCE = 90;
const TRIES = 12;

type Sealing = { readonly day: string; readonly placed: readonly Placed[]; readonly now: Date };

/**
 * Appends to the chain of one day what is not in it yet. The head moves only from the link that was read, so that of two sealers at
 * once one starts over behind the other; a batch that comes again finds its entries there and does nothing.
 */
async function sealDay({ day, placed, now }: Sealing, attempt = 1): Promise<readonly Placed[]> {
  const { head, fresh } = await readHead(day, placed);
  if (fresh.length === 0) return [];
  const before = head ?? { entries: 0, link: genesis(day) };
  const sealed = sealAfter(before, fresh, now.toISOString());
  const last = sealed.at(-1) ?? before;
  const after = { entries: before.entries + sealed.length, link: last.link, updatedAt: now.toISOString() };
  const entries = fresh.flatMap((one, index) => {
    const seal = sealed[index];
    return seal === undefined ? [] : [entryWrite(one, seal)];
  });
  const refused = await send([headWrite(day, head, after), ...entries]);
  if (refused === undefined) return fresh;
  if (attempt === TRIES) throw unavailable("table.contended", "Too many seals at once; try again in a moment");
  await sleep(10 * attempt + ((attempt * 13) % 17));
  return sealDay({ day, placed, now }, attempt + 1);
}

/** One of each: a batch may hold the same event twice. */
const distinct = (placed: readonly Placed[]): readonly Placed[] => [
  ...new Map(placed.map((one) => [`${one.placedAt} ${one.kind} ${one.content.eventId}`, one])).values(),
];

/** Seals each event in the chain of its own day, in whatever order and however often they come; gives those that were new. */
export async function seal(placed: readonly Placed[], now: Date): Promise<readonly Placed[]> {
  const fresh: Placed[] = [];
  for (const [day, all] of Map.groupBy(distinct(placed), dayOf)) {
    for (let at = 0; at < all.length; at += AT_ONCE) fresh.push(...(await sealDay({ day, placed: all.slice(at, at + AT_ONCE), now })));
  }
  return fresh;
}
