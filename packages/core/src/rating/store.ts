import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Page, PageQuery } from "../kernel/page.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";
import { Scores, State } from "./model.ts";

/** One rating of one order: its key has no room for a second. */
export const RatingRow = entity({
  model: { entity: "rating", version: "1", service: SERVICE },
  attributes: {
    supplierId: { type: "string", required: true },
    orderId: { type: "string", required: true },
    /** The buyer's organisation. */
    ownerId: { type: "string", required: true },
    scores: { type: "any", required: true },
    words: { type: "string" },
    reply: { type: "string" },
    repliedAt: { type: "string" },
    state: { type: State.options, required: true },
    createdAt: { type: "string", required: true },
    version: { type: "number", required: true },
    isDemo: { type: "boolean" },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["supplierId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["orderId"], casing: "none" },
    },
    byOwner: {
      index: keys.byOwner.index,
      scope: "rating",
      pk: { field: keys.byOwner.pk, composite: ["ownerId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["createdAt"], casing: "none" },
    },
    byState: {
      index: keys.queue.index,
      scope: "rating",
      pk: { field: keys.queue.pk, composite: ["state"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["createdAt"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  supplierId: z.string(),
  orderId: z.string(),
  ownerId: z.string(),
  scores: Scores,
  words: z.string().optional(),
  reply: z.string().optional(),
  repliedAt: z.string().optional(),
  state: State,
  createdAt: z.string(),
  version: z.number(),
});
export type Info = z.infer<typeof Stored>;

type Key = { readonly supplierId: string; readonly orderId: string };

export async function find({ supplierId, orderId }: Key): Promise<Info | undefined> {
  const { data } = await RatingRow.get({ supplierId, orderId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

export const createWrite = ({ words, ...rating }: Omit<Info, "reply" | "repliedAt"> & { readonly isDemo?: true }): TransactWriteItem =>
  creating(RatingRow.create({ ...rating, ...(words === undefined ? {} : { words }) }));

/** What may be changed of a rating: where its words stand, and the answer it has not had yet. */
export type Change = { readonly state: State } | { readonly reply: string; readonly repliedAt: string };

/** Changes the words' state or adds the reply, from the version that was read. */
export const changeWrite = (before: Info, change: Change): TransactWriteItem =>
  changing(
    RatingRow.patch({ supplierId: before.supplierId, orderId: before.orderId })
      .set({ state: before.state, ...change, createdAt: before.createdAt, version: before.version + 1 })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );

const pageOf = (data: readonly unknown[], cursor: string | null): Page<Info> => ({
  items: data.map((row) => Stored.parse(row)),
  ...(cursor ? { nextCursor: cursor } : {}),
});

/** Ratings of one supplier, those of the newest orders first. */
export async function listOf(
  supplierId: string,
  { limit, cursor = null }: { limit: number; cursor?: string | null | undefined },
): Promise<Page<Info>> {
  const { data, cursor: next } = await RatingRow.query.primary({ supplierId }).go({ limit, cursor, order: "desc" });
  return pageOf(data, next);
}

/** Ratings whose words stand so, longest waiting first. */
export async function listByState(state: State, page: PageQuery): Promise<Page<Info>> {
  const { data, cursor } = await RatingRow.query.byState({ state }).go({ limit: page.limit, cursor: page.cursor ?? null });
  return pageOf(data, cursor);
}
