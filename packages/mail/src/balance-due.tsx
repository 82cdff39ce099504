/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Day, formatDay, Line, Link } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  invoiceNumber: Line,
  amount: Money,
  dueOn: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, invoiceNumber, amount, dueOn, url }: Data) => (
  <>
    <Status tone="turmeric">Due</Status>
    <Heading>Your goods are ready and wait for the balance</Heading>
    <Paragraph>They leave the factory once it is paid. If you have paid already, nothing is left to do: the receipt is on its way.</Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Invoice", invoiceNumber],
        ["Balance", formatMoney(amount)],
        ["Due", formatDay(dueOn)],
      ]}
    />
    <Action href={url}>Pay the balance</Action>
  </>
);

export const balanceDue = defineTemplate({
  data: Data,
  subject: ({ orderNumber, amount, dueOn }) => `Balance of order ${orderNumber}: ${formatMoney(amount)} due ${formatDay(dueOn)}`,
  preview: () => "The goods are ready and wait for the balance.",
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
