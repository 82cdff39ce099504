import pdfmake from "pdfmake";
import { InvoiceDocument } from "../../invoice/document.ts";
import { QuoteDocument } from "../../quote/document.ts";
import type { Pdf } from "../../ports/pdf.ts";
import { font as bengaliRegular } from "./fonts/noto-sans-bengali-regular.ts";
import { font as bengaliSemibold } from "./fonts/noto-sans-bengali-semibold.ts";
import { font as latinRegular } from "./fonts/noto-sans-regular.ts";
import { font as latinSemibold } from "./fonts/noto-sans-semibold.ts";
import { invoicePage } from "./invoice.ts";
import { quotePage } from "./quote.ts";

declare module "pdfmake" {
  /** Files in memory; its types leave it out. */
  // oxlint-disable-next-line no-unused-vars -- it only adds to the module's types
  const virtualfs: { readonly writeFileSync: (name: string, content: Uint8Array) => void };
}

const fonts = {
  "latin-regular": latinRegular,
  "latin-semibold": latinSemibold,
  "bengali-regular": bengaliRegular,
  "bengali-semibold": bengaliSemibold,
} as const;

/** PDFs through pdfmake with its fonts inside the bundle; nothing in a document can make it read a file or an address. */
export function pdfmakePdf(): Pdf {
  for (const [name, base64] of Object.entries(fonts)) pdfmake.virtualfs.writeFileSync(name, Buffer.from(base64, "base64"));
  pdfmake.setFonts({
    Latin: { normal: "latin-regular", bold: "latin-semibold" },
    Bengali: { normal: "bengali-regular", bold: "bengali-semibold" },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return {
    invoice: async (document) => pdfmake.createPdf(invoicePage(InvoiceDocument.parse(document))).getBuffer(),
    quote: async (document) => pdfmake.createPdf(quotePage(QuoteDocument.parse(document))).getBuffer(),
  };
}
