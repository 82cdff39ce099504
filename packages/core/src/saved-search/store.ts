import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating, removing } from "../table/write.ts";
import { AskedText, MAX_SEARCHES } from "./model.ts";

/** A question that somebody keeps. Its place is its key, so that there are never more than places, whoever writes at once. */
const Row = entity({
  model: { entity: "saved-search", version: "1", service: SERVICE },
  attributes: {
    userId: { type: "string", required: true },
    place: { type: "number", required: true },
    searchId: { type: "string", required: true },
    name: { type: "string", required: true },
    asked: { type: "any", required: true },
    /** Whether its owner wants mail about what is new: `on` or `off`. */
    alerts: { type: "string", required: true },
    /** What was listed until then has been told. */
    since: { type: "string", required: true },
    dueAt: { type: "string", required: true },
    createdAt: { type: "string", required: true },
    version: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["place"], casing: "none" },
    },
    due: {
      index: keys.feed.index,
      scope: "saved-search",
      condition: (attributes: { alerts?: string }) => attributes.alerts === "on",
      pk: { field: keys.feed.pk, composite: ["alerts"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["dueAt"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  userId: z.string(),
  place: z.number(),
  searchId: z.string(),
  name: z.string(),
  asked: AskedText,
  alerts: z.enum(["on", "off"]),
  since: z.string(),
  dueAt: z.string(),
  createdAt: z.string(),
  version: z.number(),
});
export type Info = z.infer<typeof Stored>;

/** Everything that somebody keeps, in the order of its places; one request. */
export async function listOf(userId: string): Promise<readonly Info[]> {
  const { data } = await Row.query.primary({ userId }).go({ limit: MAX_SEARCHES, consistent: true });
  return data.map((row) => Stored.parse(row)).toSorted((a, b) => a.place - b.place);
}

/** Searches whose day has come, the longest ago first. */
export async function dueBefore(before: string, limit = 50): Promise<readonly Info[]> {
  const { data } = await Row.query.due({ alerts: "on" }).lte({ dueAt: before }).go({ limit });
  return data.map((row) => Stored.parse(row));
}

export const createWrite = (search: Omit<Info, "version">): TransactWriteItem => creating(Row.create({ ...search, version: 1 }));

export type Change = Partial<Pick<Info, "name" | "alerts" | "since" | "dueAt">>;

/** Changes a search from the version that was read. */
export const changeWrite = (before: Info, change: Change): TransactWriteItem =>
  changing(
    Row.patch({ userId: before.userId, place: before.place })
      .set({ alerts: before.alerts, dueAt: before.dueAt, ...change, version: before.version + 1 })
      .where(({ version, searchId }, { eq }) => `${eq(version, before.version)} AND ${eq(searchId, before.searchId)}`),
  );

export const removeWrite = ({ userId, place, searchId: id }: Info): TransactWriteItem =>
  removing(Row.remove({ userId, place }).where(({ searchId }, { eq }) => eq(searchId, id)));
