import * as z from "zod";
import type { Page, PageQuery } from "../kernel/page.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { Kind, type SecurityEvent, Severity } from "./model.ts";

/** What one caller did of one kind in one hour. There is one row for it however often it happens, and it goes by itself. */
const SecurityEventRow = entity({
  model: { entity: "security-event", version: "1", service: SERVICE },
  attributes: {
    kind: { type: "string", required: true },
    who: { type: "string", required: true },
    window: { type: "string", required: true },
    what: { type: "string", required: true },
    severity: { type: "string" },
    rank: { type: "number" },
    count: { type: "number", required: true },
    day: { type: "string", required: true },
    firstAt: { type: "string", required: true },
    lastAt: { type: "string", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["kind", "who"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["window"], casing: "none" },
    },
    bySeverity: {
      index: keys.queue.index,
      scope: "security",
      pk: { field: keys.queue.pk, composite: ["severity"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["firstAt"], casing: "none" },
    },
    byDay: {
      index: keys.feed.index,
      scope: "security",
      pk: { field: keys.feed.pk, composite: ["day"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["firstAt"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  kind: Kind,
  who: z.string(),
  what: z.string(),
  severity: Severity.default("info"),
  count: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
});

const eventOf = (row: unknown): SecurityEvent => Stored.parse(row);

/** What happened on a day, or ever with one severity, newest first; one query. */
export async function list(
  filter: { readonly day: string; readonly severity?: Severity | undefined },
  page: PageQuery,
): Promise<Page<SecurityEvent>> {
  const { severity, day } = filter;
  const query = severity === undefined ? SecurityEventRow.query.byDay({ day }) : SecurityEventRow.query.bySeverity({ severity });
  const { data, cursor } = await query.go({ limit: page.limit, cursor: page.cursor ?? null, order: "desc" });
  return { items: data.map(eventOf), ...(cursor ? { nextCursor: cursor } : {}) };
}
