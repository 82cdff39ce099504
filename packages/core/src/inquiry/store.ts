import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { Fabric, GarmentType } from "../garment/model.ts";
import type { Page, PageQuery } from "../kernel/page.ts";
import type { Scope } from "../kernel/scope.ts";
import { entity, keys, SERVICE, Service } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";
import { MAX_MESSAGES, Offer, Side, Status } from "./model.ts";

const byInquiry = { field: keys.primary.pk, composite: ["inquiryId"], casing: "none" } as const;

/** What a buyer wants to know about a listing, and where that stands. */
export const InquiryRow = entity({
  model: { entity: "inquiry", version: "1", service: SERVICE },
  attributes: {
    inquiryId: { type: "string", required: true },
    productId: { type: "string", required: true },
    title: { type: "string", required: true },
    slug: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    supplierId: { type: "string", required: true },
    supplierName: { type: "string", required: true },
    quantity: { type: "number", required: true },
    /** The platform's share on top of the supplier's price, as it was for the listing on that day. */
    feeBps: { type: "number", required: true },
    /** The garment as the listing described it on the day of the question: what a quote would be about. */
    garment: { type: "any", required: true },
    status: { type: "string", required: true },
    messages: { type: "number", required: true },
    lastSide: { type: "string", required: true },
    lastAt: { type: "string", required: true },
    expiresAt: { type: "string", required: true },
    /** The message that holds the offer in force. */
    offerId: { type: "string" },
    quoteId: { type: "string" },
    createdAt: { type: "string", required: true },
    version: { type: "number", required: true },
    isDemo: { type: "boolean" },
  },
  indexes: {
    primary: { collection: "inquiryCore", pk: byInquiry, sk: { field: keys.primary.sk, composite: [], casing: "none" } },
    byOwner: {
      index: keys.byOwner.index,
      scope: "inquiry",
      pk: { field: keys.byOwner.pk, composite: ["ownerId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["lastAt"], casing: "none" },
    },
    bySupplier: {
      index: keys.bySupplier.index,
      scope: "inquiry",
      pk: { field: keys.bySupplier.pk, composite: ["supplierId"], casing: "none" },
      sk: { field: keys.bySupplier.sk, composite: ["lastAt"], casing: "none" },
    },
  },
} as const);

/** Something that one side said, or the supplier's offer. Who of that side it was is in the log. */
export const MessageRow = entity({
  model: { entity: "inquiry-message", version: "1", service: SERVICE },
  attributes: {
    inquiryId: { type: "string", required: true },
    messageId: { type: "string", required: true },
    side: { type: "string", required: true },
    text: { type: "string" },
    offer: { type: "any" },
    at: { type: "string", required: true },
  },
  indexes: { primary: { collection: "inquiryCore", pk: byInquiry, sk: { field: keys.primary.sk, composite: ["messageId"], casing: "none" } } },
} as const);

/** The garment of a listing in the words of the price book; `words` is what the listing itself says. */
export const Garment = z.object({ type: GarmentType, fabric: Fabric, gsm: z.number().optional(), words: z.string() });
export type Garment = z.infer<typeof Garment>;

const Header = z.object({
  inquiryId: z.string(),
  productId: z.string(),
  title: z.string(),
  slug: z.string(),
  ownerId: z.string(),
  supplierId: z.string(),
  supplierName: z.string(),
  quantity: z.number(),
  feeBps: z.number(),
  garment: Garment,
  status: Status,
  messages: z.number(),
  lastSide: Side,
  lastAt: z.string(),
  expiresAt: z.string(),
  offerId: z.string().optional(),
  quoteId: z.string().optional(),
  createdAt: z.string(),
  version: z.number(),
  isDemo: z.boolean().optional(),
});
export type Info = z.infer<typeof Header>;

const Message = z.object({ messageId: z.string(), side: Side, text: z.string().optional(), offer: Offer.optional(), at: z.string() });
export type Message = z.infer<typeof Message>;

/** An inquiry with everything that was said about it. */
export type Thread = Info & { readonly said: readonly Message[] };

const core = new Service({ header: InquiryRow, messages: MessageRow });

/** A thread in one request: at most a hundred messages of two thousand letters, which one answer holds. */
export async function find(inquiryId: string): Promise<Thread | undefined> {
  const { data } = await core.collections.inquiryCore({ inquiryId }).go({ limit: MAX_MESSAGES + 1, consistent: true });
  const header = data.header[0];
  return header && { ...Header.parse(header), said: data.messages.map((row) => Message.parse(row)) };
}

export type NewInquiry = Omit<Info, "status" | "messages" | "version" | "offerId" | "quoteId" | "isDemo"> & { readonly isDemo?: true };

export const createWrite = (inquiry: NewInquiry): TransactWriteItem =>
  creating(InquiryRow.create({ ...inquiry, status: "open", messages: 1, version: 1 }));

export const messageWrite = (inquiryId: string, { text, offer, ...message }: Message): TransactWriteItem =>
  creating(MessageRow.create({ inquiryId, ...message, ...(text === undefined ? {} : { text }), ...(offer ? { offer } : {}) }));

export type Change = Partial<Pick<Info, "status" | "messages" | "lastSide" | "expiresAt">> & {
  readonly lastAt: string;
  readonly offerId?: string;
  readonly quoteId?: string;
};

/** Changes an inquiry from the version that was read. */
export const changeWrite = (before: Info, change: Change): TransactWriteItem =>
  changing(
    InquiryRow.patch({ inquiryId: before.inquiryId })
      .set({ ...change, version: before.version + 1 })
      .composite({ ownerId: before.ownerId, supplierId: before.supplierId })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );

/** The inquiries of one side, what was written to last first. */
export async function list(scope: Exclude<Scope, { by: "admin" }>, page: PageQuery): Promise<Page<Info>> {
  const options = { limit: page.limit, cursor: page.cursor ?? null, order: "desc" } as const;
  const { data, cursor } =
    scope.by === "owner"
      ? await InquiryRow.query.byOwner({ ownerId: scope.ownerId }).go(options)
      : await InquiryRow.query.bySupplier({ supplierId: scope.orgId }).go(options);
  return { items: data.map((row) => Header.parse(row)), ...(cursor ? { nextCursor: cursor } : {}) };
}
