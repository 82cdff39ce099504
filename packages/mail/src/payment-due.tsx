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

/** What one kind of reminder says beside its figures: `Balance`, and what follows from paying it. */
type Words = { readonly name: string; readonly heading: string; readonly effect: string; readonly preview: string };

/** Reminds a buyer of what is to be paid. */
export const paymentDue = ({ name, heading, effect, preview }: Words) =>
  defineTemplate({
    data: Data,
    subject: ({ orderNumber, amount, dueOn }) => `${name} of order ${orderNumber}: ${formatMoney(amount)} due ${formatDay(dueOn)}`,
    preview: () => preview,
    why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
    Body: ({ orderNumber, invoiceNumber, amount, dueOn, url }) => (
      <>
        <Status tone="turmeric">Due</Status>
        <Heading>{heading}</Heading>
        <Paragraph>{effect}</Paragraph>
        <Facts
          rows={[
            ["Order", orderNumber],
            ["Invoice", invoiceNumber],
            [name, formatMoney(amount)],
            ["Due", formatDay(dueOn)],
          ]}
        />
        <Action href={url}>Pay the {name.toLowerCase()}</Action>
      </>
    ),
  });
