import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Actor } from "../kernel/actor.ts";
import { newId } from "../kernel/id.ts";
import { creating } from "../table/write.ts";
import { ProductLogRow } from "./entities.ts";
import { HistoryEntry } from "./view.ts";

/** Who did it is a side, never a person: the audit has the person. */
export const sideOf = ({ type }: Actor): HistoryEntry["by"] => (type === "admin" ? "platform" : type === "member" ? "supplier" : "system");

const present = ({ at, what, by, status, reason, until, feeBps, changes }: HistoryEntry) => ({
  at,
  what,
  by,
  ...(status ? { status } : {}),
  ...(reason ? { reason } : {}),
  ...(until ? { until } : {}),
  ...(feeBps === undefined ? {} : { feeBps }),
  ...(changes ? { changes } : {}),
});

export const entryWrite = (subjectId: string, entry: HistoryEntry): TransactWriteItem =>
  creating(ProductLogRow.create({ ...present(entry), subjectId, entryId: newId("entry") }));

/** The last fifty things that happened to a listing, newest first. */
export async function entriesOf(subjectId: string): Promise<HistoryEntry[]> {
  const { data } = await ProductLogRow.query.primary({ subjectId }).go({ limit: 50, order: "desc" });
  return data.map(({ subjectId: _subject, entryId: _entry, ...entry }) => HistoryEntry.parse(entry));
}
