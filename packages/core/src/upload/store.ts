import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";
import { Purpose, State } from "./model.ts";
import { Refusal } from "./refusal.ts";

const UploadRow = entity({
  model: { entity: "upload", version: "1", service: SERVICE },
  attributes: {
    subjectId: { type: "string", required: true },
    uploadId: { type: "string", required: true },
    purpose: { type: ["stage", "product", "avatar"] as const, required: true },
    orgId: { type: "string", required: true },
    state: { type: ["waiting", "ready", "refused"] as const, required: true },
    /** The checked picture: a private key, or the name its published renditions share. */
    key: { type: "string" },
    /** The name of the refusal. */
    refusal: { type: "string" },
    width: { type: "number" },
    height: { type: "number" },
    placeholder: { type: "string" },
    /** What a picture that a worker brought shows; those that people send are put into words in the listing. */
    alt: { type: "string" },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    primary: {
      collection: "uploads",
      pk: { field: keys.primary.pk, composite: ["subjectId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["uploadId"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  subjectId: z.string(),
  uploadId: z.string(),
  purpose: Purpose,
  orgId: z.string(),
  state: State,
  key: z.string().optional(),
  refusal: Refusal.optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  placeholder: z.string().optional(),
  alt: z.string().optional(),
});
export type Info = z.infer<typeof Stored>;

export async function find(subjectId: string, uploadId: string): Promise<Info | undefined> {
  const { data } = await UploadRow.get({ subjectId, uploadId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** The named uploads of one record, in one request; missing ones are left out. */
export async function findAll(subjectId: string, uploadIds: readonly string[]): Promise<readonly Info[]> {
  if (uploadIds.length === 0) return [];
  const { data } = await UploadRow.get(uploadIds.map((uploadId) => ({ subjectId, uploadId }))).go({ consistent: true });
  return data.map((row) => Stored.parse(row));
}

export const createWrite = (
  upload: Pick<Info, "subjectId" | "uploadId" | "purpose" | "orgId"> & { readonly alt?: string },
  now: string,
): TransactWriteItem => creating(UploadRow.create({ ...upload, state: "waiting", createdAt: now }));

export type Outcome = {
  readonly state: "ready" | "refused";
  readonly key?: string;
  readonly refusal?: Refusal;
  readonly width?: number;
  readonly height?: number;
  readonly placeholder?: string;
};

/** The verdict on a file that was still waiting for one. */
export const settleWrite = (upload: Info, outcome: Outcome): TransactWriteItem =>
  changing(
    UploadRow.patch({ subjectId: upload.subjectId, uploadId: upload.uploadId })
      .set(outcome)
      .where(({ state }, { eq }) => eq(state, "waiting")),
  );
