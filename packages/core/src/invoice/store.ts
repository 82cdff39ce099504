import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { usd } from "../kernel/money.ts";
import type { Page, PageQuery } from "../kernel/page.ts";
import { Purpose } from "../payment/model.ts";
import type { Rows } from "../table/collection.ts";
import { changing, creating } from "../table/write.ts";
import { UniqueRow } from "../table/unique.ts";
import { InvoiceRow, SequenceRow } from "./entities.ts";
import type { InvoiceCard } from "./view.ts";

const Stored = z.object({
  orderId: z.string(),
  purpose: Purpose,
  invoiceId: z.string(),
  number: z.string(),
  ownerId: z.string(),
  document: z.record(z.string(), z.unknown()),
  amount: z.number().transform(usd),
  issuedOn: z.string(),
  dueOn: z.string(),
  documentKey: z.string().optional(),
});
export type Info = z.infer<typeof Stored>;

export async function find(orderId: string, purpose: Purpose): Promise<Info | undefined> {
  const { data } = await InvoiceRow.get({ orderId, purpose }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** The invoices among what was read of the buyer's side. */
export const listIn = (buyerSide: Rows): readonly Info[] => buyerSide.of("invoice").map((row) => Stored.parse(row));

/** A buyer's invoices, newest first. */
export async function list(ownerId: string, page: PageQuery): Promise<Page<Info>> {
  const { data, cursor } = await InvoiceRow.query.byOwner({ ownerId }).go({ limit: page.limit, cursor: page.cursor ?? null, order: "desc" });
  return { items: data.map((row) => Stored.parse(row)), ...(cursor ? { nextCursor: cursor } : {}) };
}

/** The last number taken in a series; zero before the first. */
export async function lastNumber(series: string): Promise<number> {
  const { data } = await SequenceRow.get({ series }).go({ consistent: true });
  return data?.last ?? 0;
}

/** Takes the next number of a series from the one that was read; another taker refuses the whole transaction. */
export const takeNumberWrite = (series: string, last: number): TransactWriteItem =>
  last === 0
    ? creating(SequenceRow.create({ series, last: 1 }))
    : changing(
        SequenceRow.patch({ series })
          .set({ last: last + 1 })
          .where((row, { eq }) => eq(row.last, last)),
      );

export const createWrites = (invoice: Omit<Info, "documentKey">, now: string): readonly TransactWriteItem[] => [
  creating(InvoiceRow.create({ ...invoice, amount: invoice.amount.amount, currency: invoice.amount.currency, lane: "invoice", laneAt: now })),
  creating(UniqueRow.create({ scope: "invoice-number", value: invoice.number.toLowerCase(), subjectId: invoice.invoiceId })),
];

/** Notes where the document is kept, once. */
export const documentWrite = (invoice: Info, documentKey: string): TransactWriteItem =>
  changing(
    InvoiceRow.patch({ orderId: invoice.orderId, purpose: invoice.purpose })
      .set({ documentKey })
      .where((row, { notExists }) => notExists(row.documentKey)),
  );

export const cardOf = ({ invoiceId, orderId, number, purpose, amount, issuedOn, dueOn, documentKey }: Info): InvoiceCard => ({
  invoiceId,
  orderId,
  number,
  purpose,
  amount,
  issuedOn,
  dueOn,
  hasDocument: documentKey !== undefined,
});
