import type { InvoiceDocument } from "../invoice/document.ts";
import type { QuoteDocument } from "../quote/document.ts";
import { definePort } from "../kernel/port.ts";

/** Sets documents as PDF: the same document gives the same bytes, whenever and wherever it is set. */
export type Pdf = {
  readonly invoice: (document: InvoiceDocument) => Promise<Uint8Array>;
  readonly quote: (document: QuoteDocument) => Promise<Uint8Array>;
};

export const Pdf = definePort<Pdf>("Pdf");
