import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Page, PageQuery } from "../kernel/page.ts";
import { EventRow } from "../table/event-row.ts";
import { readTogether } from "../table/together.ts";
import { changing, creating } from "../table/write.ts";
import type { Content, Sealed, Unsealed } from "./chain.ts";
import type { Entry, Head } from "./check.ts";
import { AuditEntryRow, AuditHeadRow } from "./entities.ts";
import { Actor, Changes, type EntryView } from "./model.ts";

/** An event as its row says it, without its keys and its place in the outbox. */
export const ContentSchema = z.object({
  eventId: z.string(),
  subjectId: z.string(),
  type: z.string(),
  actor: Actor,
  data: z.record(z.string(), z.unknown()),
  requestId: z.string(),
  at: z.string(),
  source: z.string().optional(),
  changes: Changes.optional(),
  ttl: z.number().optional(),
});

const Stored = z.object({
  day: z.string(),
  placedAt: z.string(),
  kind: z.enum(["event", "expiry"]),
  content: ContentSchema,
  position: z.number(),
  sealedAt: z.string(),
  hash: z.string(),
  link: z.string(),
});

const StoredHead = z.object({ entries: z.number(), link: z.string() });

/** Something to be sealed, with its place: the day of its chain and the moment it is listed at. */
export type Placed = Unsealed & { readonly placedAt: string };

export const dayOf = ({ placedAt }: Pick<Placed, "placedAt">): string => placedAt.slice(0, 10);

const keyOf = ({ placedAt, content }: Placed) => ({ day: placedAt.slice(0, 10), placedAt, eventId: content.eventId });

/** The end of a day's chain, and which of these have been sealed in it before; one consistent request for up to 99. */
export async function readHead(
  day: string,
  placed: readonly Placed[],
): Promise<{ readonly head: Head | undefined; readonly fresh: readonly Placed[] }> {
  const gets = [AuditHeadRow.get({ day }), ...placed.map((one) => AuditEntryRow.get(keyOf(one)))];
  const [head, ...entries] = await readTogether(gets, { isStrong: true });
  return { head: head === undefined ? undefined : StoredHead.parse(head), fresh: placed.filter((_, index) => entries[index] === undefined) };
}

/** Moves the end of the chain on from where it was read. */
export function headWrite(day: string, before: Head | undefined, after: Head & { readonly updatedAt: string }): TransactWriteItem {
  if (before === undefined) return creating(AuditHeadRow.create({ day, ...after }));
  return changing(
    AuditHeadRow.patch({ day })
      .set(after)
      .where(({ link }, { eq }) => eq(link, before.link)),
  );
}

export function entryWrite(placed: Placed, sealed: Sealed): TransactWriteItem {
  const { content } = placed;
  return creating(
    AuditEntryRow.create({ ...keyOf(placed), ...sealed, action: content.type, actorId: content.actor.id, subjectId: content.subjectId, content }),
  );
}

const entryOf = (row: unknown): Entry => {
  const { kind, content, position, sealedAt, hash, link } = Stored.parse(row);
  return { kind, content, position, sealedAt, hash, link };
};

/** Where a day's chain ends. */
export async function findHead(day: string): Promise<Head | undefined> {
  const { data } = await AuditHeadRow.get({ day }).go({ consistent: true });
  return data ? StoredHead.parse(data) : undefined;
}

/** Every entry of a day, read consistently, a page of the table after another. */
export async function entriesOf(day: string): Promise<readonly Entry[]> {
  const { data } = await AuditEntryRow.query.primary({ day }).go({ pages: "all", consistent: true });
  return data.map(entryOf);
}

const ROWS_AT_ONCE = 100;

/** The rows of these entries' events, as they are now; those that are gone are left out. */
export async function rowsFor(entries: readonly Entry[]): Promise<ReadonlyMap<string, Content>> {
  const events = entries.filter(({ kind }) => kind === "event").map(({ content }) => content);
  const rows = new Map<string, Content>();
  for (let at = 0; at < events.length; at += ROWS_AT_ONCE) {
    const gets = events.slice(at, at + ROWS_AT_ONCE).map(({ subjectId, eventId }) => EventRow.get({ subjectId, eventId }));
    for (const row of await readTogether(gets, { isStrong: true })) {
      if (row === undefined) continue;
      const content = ContentSchema.parse(row);
      rows.set(content.eventId, content);
    }
  }
  return rows;
}

/** What rows of events say, by event id. */
export const contentsOf = (rows: readonly unknown[]): ReadonlyMap<string, Content> =>
  new Map(rows.map((row) => ContentSchema.parse(row)).map((content) => [content.eventId, content]));

export type Filter = {
  readonly day?: string | undefined;
  readonly actorId?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly action?: string | undefined;
};

const factOf = (value: unknown): string | number | boolean | null =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null ? value : JSON.stringify(value);

const viewOf = (row: unknown): EntryView => {
  const { kind, content, position, sealedAt } = Stored.parse(row);
  const { type, ttl: _ttl, data, ...said } = content;
  return {
    kind,
    action: type,
    position,
    sealedAt,
    ...said,
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, factOf(value)])),
  };
};

/** The end of a day in the order of instants: behind every moment of it. */
const endOf = (day: string): string => `${day}T24`;

/** The index that holds the fewest entries for these filters: a record's own log, an actor's, an action's, or the day. */
function queryOf({ day, actorId, subjectId, action }: Filter & { readonly day: string }, isWholeTime: boolean) {
  const { byActor, bySubject, byAction, primary } = AuditEntryRow.query;
  const between = [{ placedAt: day }, { placedAt: endOf(day) }] as const;
  if (subjectId !== undefined) return isWholeTime ? bySubject({ subjectId }) : bySubject({ subjectId }).between(...between);
  if (actorId !== undefined) return isWholeTime ? byActor({ actorId }) : byActor({ actorId }).between(...between);
  if (action !== undefined) return isWholeTime ? byAction({ action }) : byAction({ action }).between(...between);
  return primary({ day });
}

/** Entries that fit every filter, newest first: one query on the index of one of them; the others are looked for in what it gives. */
export async function list(filter: Filter, today: string, page: PageQuery): Promise<Page<EntryView>> {
  const whole = filter.day === undefined;
  const query = queryOf({ ...filter, day: filter.day ?? today }, whole);
  const rest = { actorId: filter.actorId, action: filter.action };
  const { data, cursor } = await query
    .where((row, { eq }) =>
      Object.entries(rest)
        .flatMap(([name, value]) => (value === undefined ? [] : [eq(name === "actorId" ? row.actorId : row.action, value)]))
        .join(" AND "),
    )
    .go({ limit: page.limit, cursor: page.cursor ?? null, order: "desc" });
  return { items: data.map(viewOf), ...(cursor ? { nextCursor: cursor } : {}) };
}
