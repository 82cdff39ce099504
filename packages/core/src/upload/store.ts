import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating, removing } from "../table/write.ts";
import { Origin, Purpose, State } from "./model.ts";
import { Refusal } from "./refusal.ts";

const UploadRow = entity({
  model: { entity: "upload", version: "1", service: SERVICE },
  attributes: {
    subjectId: { type: "string", required: true },
    uploadId: { type: "string", required: true },
    purpose: { type: Purpose.options, required: true },
    orgId: { type: "string", required: true },
    state: { type: ["waiting", "ready", "refused"] as const, required: true },
    /** The checked picture: a private key, or the name its published renditions share. */
    key: { type: "string" },
    /** The name of the refusal. */
    refusal: { type: "string" },
    width: { type: "number" },
    height: { type: "number" },
    placeholder: { type: "string" },
    /** What whoever sent a file of a quote calls it, and the bytes of it that are kept. */
    name: { type: "string" },
    bytes: { type: "number" },
    /** What a picture that a worker brought shows; those that people send are put into words in the listing. */
    alt: { type: "string" },
    /** The job that had it drawn. */
    jobId: { type: "string" },
    /** `model` for what a model drew. */
    origin: { type: "string" },
    createdAt: { type: "string", required: true },
    /** Open until a record shows the picture; what stays open is swept. */
    use: { type: ["open", "adopted"] as const, required: true },
  },
  indexes: {
    primary: {
      collection: "uploads",
      pk: { field: keys.primary.pk, composite: ["subjectId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["uploadId"], casing: "none" },
    },
    open: {
      index: keys.feed.index,
      scope: "upload",
      condition: (attributes: { use?: string }) => attributes.use === "open",
      pk: { field: keys.feed.pk, composite: ["use"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["createdAt"], casing: "none" },
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
  name: z.string().optional(),
  bytes: z.number().optional(),
  alt: z.string().optional(),
  jobId: z.string().optional(),
  origin: Origin.optional(),
  createdAt: z.string(),
  use: z.enum(["open", "adopted"]),
});
export type Info = z.infer<typeof Stored>;

export async function find(subjectId: string, uploadId: string): Promise<Info | undefined> {
  const { data } = await UploadRow.get({ subjectId, uploadId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** Everything that was sent for one record and is not swept yet, first things first; one request. */
export async function ofSubject(subjectId: string, limit: number): Promise<readonly Info[]> {
  const { data } = await UploadRow.query.primary({ subjectId }).go({ limit, consistent: true });
  return data.map((row) => Stored.parse(row));
}

/** The named uploads of one record, in one request; missing ones are left out. */
export async function findAll(subjectId: string, uploadIds: readonly string[]): Promise<readonly Info[]> {
  if (uploadIds.length === 0) return [];
  const { data } = await UploadRow.get([...new Set(uploadIds)].map((uploadId) => ({ subjectId, uploadId }))).go({ consistent: true });
  return data.map((row) => Stored.parse(row));
}

export const createWrite = (
  upload: Pick<Info, "subjectId" | "uploadId" | "purpose" | "orgId"> & {
    readonly alt?: string;
    readonly name?: string;
    readonly jobId?: string;
    readonly origin?: Origin;
  },
  now: string,
): TransactWriteItem => creating(UploadRow.create({ ...upload, state: "waiting", use: "open", createdAt: now }));

export type Outcome = {
  readonly state: "ready" | "refused";
  readonly key?: string;
  readonly refusal?: Refusal;
  readonly width?: number;
  readonly height?: number;
  readonly bytes?: number;
  readonly placeholder?: string;
};

const keyOf = ({ subjectId, uploadId }: Info) => ({ subjectId, uploadId });

/**
 * A file that was sent before its record was there goes with it and is its owner's, checked or still waiting for that. Refused when it has
 * been judged or swept meanwhile.
 */
export const bringWrite = (upload: Info, orgId: string): TransactWriteItem =>
  changing(
    UploadRow.patch(keyOf(upload))
      .set({ orgId, use: upload.state === "ready" ? "adopted" : "open", createdAt: upload.createdAt })
      .where(({ state, use }, { eq }) => `${eq(state, upload.state)} AND ${eq(use, "open")}`),
  );

/** The verdict on a file that was still waiting for one. */
export const settleWrite = (upload: Info, outcome: Outcome): TransactWriteItem =>
  changing(
    UploadRow.patch({ subjectId: upload.subjectId, uploadId: upload.uploadId })
      .set(outcome)
      .where(({ state }, { eq }) => eq(state, "waiting")),
  );

/** A record shows the picture from now on: it is not swept any more. Refused when it has been swept meanwhile. */
export const adoptWrite = (upload: Info): TransactWriteItem =>
  changing(
    UploadRow.patch(keyOf(upload))
      .set({ use: "adopted", createdAt: upload.createdAt })
      .where(({ state }, { eq }) => eq(state, "ready")),
  );

/** As `adoptWrite`, once: refused when a record shows it already. */
export const adoptOnceWrite = (upload: Info): TransactWriteItem =>
  changing(
    UploadRow.patch(keyOf(upload))
      .set({ use: "adopted", createdAt: upload.createdAt })
      .where(({ state, use }, { eq }) => `${eq(state, "ready")} AND ${eq(use, "open")}`),
  );

/** Nobody is shown the file any more, and why; it is swept a week from now. Refused when it has been taken up or let go meanwhile. */
export const dropWrite = (upload: Info, refusal: Refusal, now: string): TransactWriteItem =>
  changing(
    UploadRow.patch(keyOf(upload))
      .set({ use: "open", state: "refused", refusal, createdAt: now })
      .where(({ use }, { eq }) => eq(use, upload.use)),
  );

/** No record shows the file any more: it is swept a week from now. */
export const releaseWrite = (upload: Pick<Info, "subjectId" | "uploadId">, now: string): TransactWriteItem =>
  changing(
    UploadRow.patch({ subjectId: upload.subjectId, uploadId: upload.uploadId })
      .set({ use: "open", createdAt: now })
      .where(({ use }, { eq }) => eq(use, "adopted")),
  );

/** Uploads that were asked for before the instant and that no record shows, oldest first. */
export async function openBefore(before: string, limit = 50): Promise<readonly Info[]> {
  const { data } = await UploadRow.query.open({ use: "open" }).lt({ createdAt: before }).go({ limit });
  return data.map((row) => Stored.parse(row));
}

/** From here on nobody can show the picture; refused when somebody does already. */
export const abandonWrite = (upload: Info): TransactWriteItem =>
  changing(
    UploadRow.patch(keyOf(upload))
      .set({ state: "refused", refusal: "picture.abandoned" })
      .where(({ use }, { eq }) => eq(use, "open")),
  );

/** The row of an abandoned upload goes. */
export const removeWrite = (upload: Info): TransactWriteItem =>
  removing(UploadRow.remove(keyOf(upload)).where(({ state }, { eq }) => eq(state, "refused")));
