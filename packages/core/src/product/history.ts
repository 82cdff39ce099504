import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Actor } from "../kernel/actor.ts";
import { newId } from "../kernel/id.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { creating } from "../table/write.ts";
import { HistoryEntry } from "./view.ts";

/** What was decided about a listing and why, with what then differed from what was live; beside the log, which holds no words. */
const Row = entity({
  model: { entity: "product-log", version: "1", service: SERVICE },
  attributes: {
    subjectId: { type: "string", required: true },
    entryId: { type: "string", required: true },
    at: { type: "string", required: true },
    what: { type: "string", required: true },
    by: { type: "string", required: true },
    status: { type: "string" },
    reason: { type: "string" },
    until: { type: "string" },
    changes: { type: "any" },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["subjectId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["entryId"], casing: "none" },
    },
  },
} as const);

/** Who did it is a side, never a person: the audit has the person. */
export const sideOf = ({ type }: Actor): HistoryEntry["by"] => (type === "admin" ? "platform" : type === "member" ? "supplier" : "system");

const present = ({ at, what, by, status, reason, until, changes }: HistoryEntry) => ({
  at,
  what,
  by,
  ...(status ? { status } : {}),
  ...(reason ? { reason } : {}),
  ...(until ? { until } : {}),
  ...(changes ? { changes } : {}),
});

export const entryWrite = (subjectId: string, entry: HistoryEntry): TransactWriteItem =>
  creating(Row.create({ ...present(entry), subjectId, entryId: newId("entry") }));

/** The last fifty things that happened to a listing, newest first. */
export async function entriesOf(subjectId: string): Promise<HistoryEntry[]> {
  const { data } = await Row.query.primary({ subjectId }).go({ limit: 50, order: "desc" });
  return data.map(({ subjectId: _subject, entryId: _entry, ...entry }) => HistoryEntry.parse(entry));
}
