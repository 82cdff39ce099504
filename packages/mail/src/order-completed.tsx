/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  quantity: Count,
  total: Money,
  completedOn: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, quantity, total, completedOn, url }: Data) => (
  <>
    <Status tone="leaf">Complete</Status>
    <Heading>Order {orderNumber} is complete</Heading>
    <Paragraph>Delivered, checked and paid in full. The invoices, the inspection report and the log of the order stay on its page.</Paragraph>
    <Facts
      rows={[
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["Paid", formatMoney(total)],
        ["Completed", formatDay(completedOn)],
      ]}
    />
    <Action href={url}>See the order</Action>
  </>
);

export const orderCompleted = defineTemplate({
  data: Data,
  subject: ({ orderNumber }) => `Order ${orderNumber} is complete`,
  preview: ({ quantity, total }) => `${pieces(quantity)}, ${formatMoney(total)}, paid in full.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
