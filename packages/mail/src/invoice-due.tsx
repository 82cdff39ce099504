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

/** What one kind of invoice says beside its figures: `Deposit`, what follows from paying it, and the button. */
type Words = { readonly name: string; readonly effect: string; readonly action: string };

/** The mail that an invoice travels with. */
export const invoiceDue = ({ name, effect, action }: Words) =>
  defineTemplate({
    data: Data,
    subject: ({ invoiceNumber, amount, dueOn }) => `Invoice ${invoiceNumber}: ${formatMoney(amount)} due ${formatDay(dueOn)}`,
    preview: ({ orderNumber }) => `${name} for order ${orderNumber}.`,
    why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
    Body: ({ invoiceNumber, orderNumber, amount, dueOn, attachment, url }) => (
      <>
        <Heading>
          {name} invoice {invoiceNumber}
        </Heading>
        <Paragraph>{effect}</Paragraph>
        <Facts
          rows={[
            ["Order", orderNumber],
            ["Amount", formatMoney(amount)],
            ["Due", formatDay(dueOn)],
            attachment === undefined ? undefined : ["Attached", attachment],
          ]}
        />
        <Action href={url}>{action}</Action>
      </>
    ),
  });
