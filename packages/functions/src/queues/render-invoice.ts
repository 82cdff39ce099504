import { s3Blob } from "@sleekapp/core/adapters/aws/s3";
import { pdfmakePdf } from "@sleekapp/core/adapters/pdf/pdfmake";
import * as Invoice from "@sleekapp/core/invoice";
import { Blob } from "@sleekapp/core/ports/blob";
import { Pdf } from "@sleekapp/core/ports/pdf";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { consumer } from "./consume.ts";

Blob.provide(s3Blob());
Pdf.provide(pdfmakePdf());

/** Sets issued invoices as PDF, in parallel: the numbers have been taken before. */
export const handler = consumer("render-invoice", async (body) => {
  const { orderId, purpose } = Invoice.Issued.schema.parse(EventMessage.parse(body).data);
  return Invoice.render({ orderId, purpose });
});
