import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { GarmentType } from "../garment/model.ts";
import type { Page, PageQuery } from "../kernel/page.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating, removing } from "../table/write.ts";
import { Origin } from "./model.ts";

const DesignRow = entity({
  model: { entity: "design", version: "1", service: SERVICE },
  attributes: {
    designId: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    origin: { type: Origin.options, required: true },
    description: { type: "string" },
    garmentType: { type: GarmentType.options },
    palette: { type: "any", required: true },
    uploadId: { type: "string", required: true },
    /** Where the picture is in private storage. */
    key: { type: "string", required: true },
    width: { type: "number", required: true },
    height: { type: "number", required: true },
    jobId: { type: "string" },
    /** Quotes that show it. */
    uses: { type: "number", required: true },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["designId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    byOwner: {
      index: keys.byOwner.index,
      scope: "design",
      pk: { field: keys.byOwner.pk, composite: ["ownerId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["createdAt"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  designId: z.string(),
  ownerId: z.string(),
  origin: Origin,
  description: z.string().optional(),
  garmentType: GarmentType.optional(),
  palette: z.array(z.string()),
  uploadId: z.string(),
  key: z.string(),
  width: z.number(),
  height: z.number(),
  jobId: z.string().optional(),
  uses: z.number(),
  createdAt: z.string(),
});
export type Info = z.infer<typeof Stored>;

export async function find(designId: string): Promise<Info | undefined> {
  const { data } = await DesignRow.get({ designId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

export const createWrite = ({ description, garmentType, jobId, ...design }: Info): TransactWriteItem =>
  creating(
    DesignRow.create({
      ...design,
      ...(description === undefined ? {} : { description }),
      ...(garmentType === undefined ? {} : { garmentType }),
      ...(jobId === undefined ? {} : { jobId }),
    }),
  );

/** One quote more, or one fewer, shows a design of this owner; refused when it has gone. */
export const useWrite = ({ designId, ownerId, uses }: Pick<Info, "designId" | "ownerId" | "uses">, by: 1 | -1): TransactWriteItem =>
  changing(
    DesignRow.patch({ designId })
      .set({ uses: uses + by })
      .where((row, { eq }) => `${eq(row.ownerId, ownerId)} AND ${eq(row.uses, uses)}`),
  );

/** The design goes, while no quote shows it. */
export const removeWrite = ({ designId }: Info): TransactWriteItem =>
  removing(DesignRow.remove({ designId }).where(({ uses }, { eq }) => eq(uses, 0)));

/** The designs of an owner, newest first. */
export async function listOf(ownerId: string, page: PageQuery): Promise<Page<Info>> {
  const { data, cursor } = await DesignRow.query.byOwner({ ownerId }).go({ limit: page.limit, cursor: page.cursor ?? null, order: "desc" });
  return { items: data.map((row) => Stored.parse(row)), ...(cursor ? { nextCursor: cursor } : {}) };
}
