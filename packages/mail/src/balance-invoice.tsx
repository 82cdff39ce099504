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
    <Heading>Balance invoice {invoiceNumber}</Heading>
    <Paragraph>The goods have passed inspection. They leave the factory once the balance is paid.</Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Amount", formatMoney(amount)],
        ["Due", formatDay(dueOn)],
        attachment === undefined ? undefined : ["Attached", attachment],
      ]}
    />
    <Action href={url}>Pay the balance</Action>
  </>
);

export const balanceInvoice = defineTemplate({
  data: Data,
  subject: ({ invoiceNumber, amount, dueOn }) => `Invoice ${invoiceNumber}: ${formatMoney(amount)} due ${formatDay(dueOn)}`,
  preview: ({ orderNumber }) => `Balance for order ${orderNumber}.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
