import { s3Blob } from "@sleekapp/core/adapters/aws/s3";
import { pdfmakePdf } from "@sleekapp/core/adapters/pdf/pdfmake";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import * as Invoice from "@sleekapp/core/invoice";
import { Blob } from "@sleekapp/core/ports/blob";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { Pdf } from "@sleekapp/core/ports/pdf";
import { DocumentAsked } from "@sleekapp/core/quote";
import { renderDocument } from "@sleekapp/core/quote/documents";
import { EventMessage } from "@sleekapp/core/table/outbox";
import type * as z from "zod";
import { consumer } from "./consume.ts";

Blob.provide(s3Blob());
Pdf.provide(pdfmakePdf());
Secrets.provide(ssmSecrets(["field-keys"]));

async function render({ type, data }: z.output<typeof EventMessage>): Promise<unknown> {
  if (type === DocumentAsked.type) return renderDocument(DocumentAsked.schema.parse(data));
  const { orderId, purpose } = Invoice.Issued.schema.parse(data);
  return Invoice.render({ orderId, purpose });
}

/** Sets issued invoices and asked-for quotes as PDF, in parallel: the numbers have been taken before. */
export const handler = consumer("render-invoice", async (body) => render(EventMessage.parse(body)));
