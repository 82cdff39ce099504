import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { Rate } from "../exchange/model.ts";
import { Money, usd } from "../kernel/money.ts";
import type { Page, PageQuery } from "../kernel/page.ts";
import type { Scope } from "../kernel/scope.ts";
import { Brief, PricedQuote } from "../pricing/model.ts";
import { Service } from "../table/table.ts";
import { readTogether } from "../table/together.ts";
import { changing, creating } from "../table/write.ts";
import { AnalysisRow, HeaderRow, NoteRow, RevisionRow } from "./entities.ts";
import { Edit, FilesOf, type Lane, laneOf, MAX_FILES, MAX_NOTES, MAX_REVISIONS, RevisedBy, Status } from "./model.ts";
import { Analysis } from "./view.ts";

const core = new Service({ header: HeaderRow, revisions: RevisionRow, analyses: AnalysisRow });

const Header = z.object({
  quoteId: z.string(),
  ownerId: z.string(),
  status: Status,
  revision: z.number(),
  title: z.string(),
  quantity: z.number(),
  total: z.number().transform(usd),
  validUntil: z.string(),
  claimHash: z.string().optional(),
  shareHash: z.string().optional(),
  declineReason: z.string().optional(),
  designId: z.string().optional(),
  notes: z.number().default(0),
  files: z.number().default(0),
  filesOf: FilesOf.optional(),
  orderId: z.string().optional(),
  orderNumber: z.string().optional(),
  createdAt: z.string(),
  laneAt: z.string(),
  month: z.string(),
  version: z.number(),
  isDemo: z.boolean().optional(),
});
export type Info = z.infer<typeof Header>;

/** Whose offer a price is, and what the supplier gets of it; for the platform alone. */
const Source = z.object({
  inquiryId: z.string().optional(),
  productId: z.string().optional(),
  rfqId: z.string().optional(),
  supplierId: z.string(),
  supplierName: z.string(),
  supplierTotal: Money,
});

const Revision = z.object({
  revision: z.number(),
  brief: Brief,
  priced: PricedQuote,
  pricedOn: z.string(),
  offer: Source.optional(),
  /** What a dollar was worth when it was priced; shown beside it ever after. */
  rates: z.array(Rate).optional(),
  by: RevisedBy.default("buyer"),
  actorId: z.string().optional(),
  note: z.string().optional(),
  edit: Edit.optional(),
});
export type Revision = z.infer<typeof Revision>;

const Commentary = z.object({ revision: z.number(), analysis: Analysis, source: z.enum(["model", "fallback"]) });
export type Commentary = z.infer<typeof Commentary>;

export type Core = { readonly quote: Info; readonly ownerId: string; readonly current: Revision; readonly commentary?: Commentary };

const KeptRow = Revision.extend({ at: z.string(), documentKey: z.string().optional(), documentUntil: z.string().optional() });

/** A revision as it was kept, and when. */
export type Kept = z.infer<typeof KeptRow>;

/** A quote with every revision it ever had; one request. */
export async function findAll(quoteId: string): Promise<(Core & { readonly revisions: readonly Kept[] }) | undefined> {
  const { data } = await core.collections.quoteCore({ quoteId }).go({ limit: 2 * MAX_REVISIONS + 1, consistent: true });
  const header = data.header[0];
  if (!header) return undefined;
  const quote = Header.parse(header);
  const revisions = data.revisions.map((row) => KeptRow.parse(row));
  const current = revisions.find(({ revision }) => revision === quote.revision);
  if (!current) return undefined;
  const said = data.analyses.find(({ revision }) => revision === quote.revision);
  return { quote, ownerId: quote.ownerId, current, revisions, ...(said ? { commentary: Commentary.parse(said) } : {}) };
}

/** A quote with the revision in force and what was said about it; one request. */
export async function find(quoteId: string): Promise<Core | undefined> {
  return findAll(quoteId);
}

/** The revisions that can still be accepted of the named quotes; one request. */
export async function openRevisions(quoteIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (quoteIds.length === 0) return new Map();
  const rows = await readTogether(
    quoteIds.map((quoteId) => HeaderRow.get({ quoteId })),
    { isStrong: false },
  );
  const open = rows.flatMap((row) => (row ? [Header.parse(row)] : [])).filter(({ status }) => status === "priced" || status === "sent");
  return new Map(open.map(({ quoteId, revision }) => [quoteId, revision]));
}

export type NewQuote = Pick<Info, "quoteId" | "ownerId" | "title" | "quantity" | "total" | "validUntil"> & {
  readonly claimHash?: string;
  readonly isDemo?: boolean;
  /** `priced` unless a person has to look at it first, or it is taken in the moment in which it is made. */
  readonly status?: Status;
  readonly orderId?: string;
  readonly orderNumber?: string;
  readonly shareHash?: string;
  readonly filesOf?: FilesOf;
  /** How many files go with it from its beginning. */
  readonly files?: number;
};

export const createWrite = ({ status = "priced", ...quote }: NewQuote, now: string): TransactWriteItem =>
  creating(
    HeaderRow.create({
      ...quote,
      total: quote.total.amount,
      status,
      revision: 1,
      createdAt: now,
      lane: laneOf(status),
      laneAt: now,
      month: now.slice(0, 7),
      version: 1,
    }),
  );

/** Says where the PDF of a revision is; refused when another one was kept meanwhile. The revision itself stays as it is. */
export const documentWrite = (
  quoteId: string,
  { revision, documentKey: before }: Kept,
  made: { readonly documentKey: string; readonly documentUntil: string },
): TransactWriteItem =>
  changing(
    RevisionRow.patch({ quoteId, revision })
      .set(made)
      .where(({ documentKey }, { eq, notExists }) => (before === undefined ? notExists(documentKey) : eq(documentKey, before))),
  );

/** A revision as it is given: the buyer's unless it says otherwise. */
export type NewRevision = Omit<Revision, "by"> & { readonly by?: RevisedBy };

export const revisionWrite = (quoteId: string, { actorId, note, by = "buyer", ...revision }: NewRevision, now: string): TransactWriteItem =>
  creating(
    RevisionRow.create({
      quoteId,
      ...revision,
      by,
      ...(actorId === undefined ? {} : { actorId }),
      ...(note === undefined ? {} : { note }),
      at: now,
    }),
  );

export type HeaderChange = Partial<
  Pick<Info, "status" | "revision" | "title" | "quantity" | "validUntil" | "orderId" | "orderNumber" | "ownerId" | "shareHash" | "notes">
> & { readonly total?: number; readonly declineReason?: string | undefined };

/** Changes the header from the version that was read. */
export function headerWrite(before: Info, change: HeaderChange, now: string): TransactWriteItem {
  const status = change.status ?? before.status;
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return changing(
    HeaderRow.patch({ quoteId: before.quoteId })
      .set({ ownerId: before.ownerId, ...set, status, lane: laneOf(status), laneAt: now, version: before.version + 1 })
      .composite({ createdAt: before.createdAt })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );
}

/** One file more, while the quote can be answered and there is room. It leaves the version alone: files come side by side. */
export const moreFilesWrite = (quoteId: string): TransactWriteItem =>
  changing(
    HeaderRow.patch({ quoteId })
      .add({ files: 1 })
      .where(({ lane, files }, { eq, lt, notExists }) => `${eq(lane, "open")} AND (${notExists(files)} OR ${lt(files, MAX_FILES)})`),
  );

/** One file less, while the quote can be answered. */
export const fewerFilesWrite = (quoteId: string): TransactWriteItem =>
  changing(
    HeaderRow.patch({ quoteId })
      .add({ files: -1 })
      .where(({ lane, files }, { eq, gt }) => `${eq(lane, "open")} AND ${gt(files, 0)}`),
  );

/** Shows a design with the quote, or none. */
export function designWrite(before: Info, designId: string | undefined): TransactWriteItem {
  const patch = HeaderRow.patch({ quoteId: before.quoteId }).set({ version: before.version + 1, ...(designId === undefined ? {} : { designId }) });
  const changed = designId === undefined ? patch.remove(["designId"]) : patch;
  return changing(changed.where(({ version }, { eq }) => eq(version, before.version)));
}

/** Turns the link off that it is shared by. */
export const unshareWrite = (before: Info): TransactWriteItem =>
  changing(
    HeaderRow.patch({ quoteId: before.quoteId })
      .set({ version: before.version + 1 })
      .remove(["shareHash"])
      .where(({ version }, { eq }) => eq(version, before.version)),
  );

const Note = z.object({ noteId: z.string(), side: RevisedBy, text: z.string(), at: z.string() });
export type Note = z.infer<typeof Note>;

export const noteWrite = (quoteId: string, note: Note): TransactWriteItem => creating(NoteRow.create({ quoteId, ...note }));

/** What was asked and answered under a quote, first things first; one request. */
export async function notesOf(quoteId: string): Promise<readonly Note[]> {
  const { data } = await NoteRow.query.primary({ quoteId }).go({ limit: MAX_NOTES, consistent: true });
  return data.map((row) => Note.parse(row));
}

export const analysisWrite = (quoteId: string, said: Commentary, now: string): TransactWriteItem =>
  creating(AnalysisRow.create({ quoteId, ...said, at: now }));

const pageFrom = (data: readonly unknown[], cursor: string | null): Page<Info> => ({
  items: data.map((row) => Header.parse(row)),
  ...(cursor ? { nextCursor: cursor } : {}),
});

/** The quotes a scope may list, newest first: one lane of the owner's own, or one status for admins. */
export async function list(
  scope: Exclude<Scope, { by: "supplier" }>,
  { lane, status }: { readonly lane: Lane; readonly status: Status },
  page: PageQuery,
): Promise<Page<Info>> {
  const options = { limit: page.limit, cursor: page.cursor ?? null, order: "desc" } as const;
  const { data, cursor } =
    scope.by === "owner"
      ? await HeaderRow.query.byOwner({ ownerId: scope.ownerId, lane }).go(options)
      : await HeaderRow.query.byStatus({ status }).go(options);
  return pageFrom(data, cursor);
}

/** Up to fifty quotes that belong to a guest's key. */
export async function listOfGuest(ownerId: string): Promise<readonly Info[]> {
  const { data } = await HeaderRow.query.byOwner({ ownerId }).go({ limit: 50 });
  return data.map((row) => Header.parse(row));
}
