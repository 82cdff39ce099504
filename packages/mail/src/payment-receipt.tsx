/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Day, formatDay, Line, Link } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  invoiceNumber: Line.optional(),
  purpose: z.enum(["deposit", "balance"]),
  amount: Money,
  paidOn: Day,
  /** What of the order total is still to be paid; zero when nothing is. */
  remaining: Money,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, invoiceNumber, purpose, amount, paidOn, remaining, url }: Data) => (
  <>
    <Status tone="leaf">Paid</Status>
    <Heading>We received {formatMoney(amount)}</Heading>
    <Paragraph>
      This is the receipt for the {purpose} of order {orderNumber}.{" "}
      {remaining.amount === 0 ? "The order is paid in full." : "The rest is due after the goods have passed inspection."}
    </Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        invoiceNumber === undefined ? undefined : ["Invoice", invoiceNumber],
        ["Received on", formatDay(paidOn)],
        ["Amount", formatMoney(amount)],
        ["Still to pay", formatMoney(remaining)],
      ]}
    />
    <Action href={url}>See the order</Action>
  </>
);

export const paymentReceipt = defineTemplate({
  data: Data,
  subject: ({ orderNumber, amount }) => `Received: ${formatMoney(amount)} for order ${orderNumber}`,
  preview: ({ purpose, paidOn }) => `Your ${purpose} arrived on ${formatDay(paidOn)}.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
