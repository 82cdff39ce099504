/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Day, formatDay, Line, Link } from "./format.ts";
import { Action, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  invoiceNumber: Line,
  orderNumber: Line,
  amount: Money,
  dueOn: Day,
  /** Name of the PDF that travels with the mail, when it does. */
  attachment: Line.optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ invoiceNumber, orderNumber, amount, dueOn, attachment, url }: Data) => (
  <>
    <Heading>Deposit invoice {invoiceNumber}</Heading>
    <Paragraph>Production is arranged once the deposit is paid. The rest is invoiced after the goods have passed inspection.</Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Amount", formatMoney(amount)],
        ["Due", formatDay(dueOn)],
        attachment === undefined ? undefined : ["Attached", attachment],
      ]}
    />
    <Action href={url}>Pay the deposit</Action>
  </>
);

export const depositInvoice = defineTemplate({
  data: Data,
  subject: ({ invoiceNumber, amount, dueOn }) => `Invoice ${invoiceNumber}: ${formatMoney(amount)} due ${formatDay(dueOn)}`,
  preview: ({ orderNumber }) => `Deposit for order ${orderNumber}.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
