import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";
import { ExportState } from "./model.ts";

/** A copy of what is held on a person, asked for and made. */
const ExportRow = entity({
  model: { entity: "export", version: "1", service: SERVICE },
  attributes: {
    userId: { type: "string", required: true },
    exportId: { type: "string", required: true },
    state: { type: ["waiting", "ready"] as const, required: true },
    /** Where the file is; it goes after a week by itself. */
    key: { type: "string" },
    bytes: { type: "number" },
    askedAt: { type: "string", required: true },
    readyAt: { type: "string" },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["exportId"], casing: "none" },
    },
  },
} as const);

/** That somebody is to be forgotten, how far it has come, and in the end the proof of it: ids, counts and instants. */
const ErasureRow = entity({
  model: { entity: "erasure", version: "1", service: SERVICE },
  attributes: {
    userId: { type: "string", required: true },
    state: { type: ["asked", "done"] as const, required: true },
    /** The organisations that were the person's alone and end with them. */
    orgIds: { type: "list", items: { type: "string" }, required: true },
    /** How many rows of each kind were removed, and how many lost what they said of the person. */
    removed: { type: "any", required: true },
    blanked: { type: "any", required: true },
    files: { type: "number", required: true },
    askedAt: { type: "string", required: true },
    doneAt: { type: "string" },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    byState: {
      index: keys.queue.index,
      scope: "erasure",
      pk: { field: keys.queue.pk, composite: ["state"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["askedAt"], casing: "none" },
    },
  },
} as const);

const Export = z.object({
  userId: z.string(),
  exportId: z.string(),
  state: ExportState,
  key: z.string().optional(),
  bytes: z.number().optional(),
  askedAt: z.string(),
  readyAt: z.string().optional(),
});
export type Export = z.infer<typeof Export>;

const Counts = z.record(z.string(), z.number());
const Erasure = z.object({
  userId: z.string(),
  state: z.enum(["asked", "done"]),
  orgIds: z.array(z.string()),
  removed: Counts,
  blanked: Counts,
  files: z.number(),
  askedAt: z.string(),
  doneAt: z.string().optional(),
});
export type Erasure = z.infer<typeof Erasure>;

export async function findExport(userId: string, exportId: string): Promise<Export | undefined> {
  const { data } = await ExportRow.get({ userId, exportId }).go({ consistent: true });
  return data ? Export.parse(data) : undefined;
}

/** The exports of a person, newest first. */
export async function listExports(userId: string): Promise<readonly Export[]> {
  const { data } = await ExportRow.query.primary({ userId }).go({ limit: 20, order: "desc", consistent: true });
  return data.map((row) => Export.parse(row));
}

export const askWrite = (made: Pick<Export, "userId" | "exportId" | "askedAt">, ttl: number): TransactWriteItem =>
  creating(ExportRow.create({ ...made, state: "waiting", ttl }));

/** The file is there; refused when the person has been forgotten meanwhile. */
export const readyWrite = ({ userId, exportId }: Export, file: { readonly key: string; readonly bytes: number; readonly readyAt: string }) =>
  changing(ExportRow.patch({ userId, exportId }).set({ ...file, state: "ready" }));

export async function findErasure(userId: string): Promise<Erasure | undefined> {
  const { data } = await ErasureRow.get({ userId }).go({ consistent: true });
  return data ? Erasure.parse(data) : undefined;
}

/** One for each person, for ever. */
export const erasureWrite = (asked: Pick<Erasure, "userId" | "orgIds" | "askedAt">): TransactWriteItem =>
  creating(ErasureRow.create({ ...asked, orgIds: [...asked.orgIds], state: "asked", removed: {}, blanked: {}, files: 0 }));

/** Counts what goes in the transaction in which it goes. */
export function countWrite(userId: string, { removed, blanked, files }: Pick<Erasure, "removed" | "blanked" | "files">): TransactWriteItem {
  const counted = [
    ...Object.entries(removed).map(([kind, many]) => ({ map: "removed", kind, many })),
    ...Object.entries(blanked).map(([kind, many]) => ({ map: "blanked", kind, many })),
  ];
  const patch = changing(ErasureRow.patch({ userId }).add({ files }));
  const { Update } = patch;
  if (!Update) throw new Error("a patch is an update");
  const names = Object.fromEntries(counted.flatMap(({ map, kind }, at) => [[`#m${at}`, map] as const, [`#k${at}`, kind] as const]));
  const values = Object.fromEntries(counted.map(({ many }, at) => [`:c${at}`, { N: String(many) }]));
  const sets = counted.map((_, at) => `#m${at}.#k${at} = if_not_exists(#m${at}.#k${at}, :none) + :c${at}`);
  return {
    Update: {
      ...Update,
      UpdateExpression: sets.length > 0 ? withSets(Update.UpdateExpression ?? "", sets) : Update.UpdateExpression,
      ExpressionAttributeNames: { ...Update.ExpressionAttributeNames, ...names },
      ExpressionAttributeValues: { ...Update.ExpressionAttributeValues, ...values, ...(sets.length > 0 ? { ":none": { N: "0" } } : {}) },
    },
  };
}

/** ElectroDB writes a SET of its own, and an expression has one of them. */
const withSets = (expression: string, sets: readonly string[]): string =>
  /\bSET /.test(expression) ? expression.replace(/\bSET /, `SET ${sets.join(", ")}, `) : `SET ${sets.join(", ")} ${expression}`;

/** Ends an erasure; it is refused for one that has ended. */
export const doneWrite = ({ userId, askedAt }: Erasure, doneAt: string): TransactWriteItem =>
  changing(
    ErasureRow.patch({ userId })
      .set({ state: "done", doneAt })
      .composite({ askedAt })
      .where(({ state }, { eq }) => eq(state, "asked")),
  );
