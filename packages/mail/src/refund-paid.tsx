/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Day, formatDay, Line, Link, Text } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Said, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  purpose: z.enum(["deposit", "balance"]),
  amount: Money,
  reason: Line,
  /** What the platform says beside the reason. */
  note: Text.optional(),
  refundedOn: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, purpose, amount, reason, note, refundedOn, url }: Data) => (
  <>
    <Status tone="leaf">Refunded</Status>
    <Heading>We have sent back {formatMoney(amount)}</Heading>
    <Paragraph>
      It goes to the card that the {purpose} of order {orderNumber} was paid with. Banks show it after five to ten working days.
    </Paragraph>
    {note === undefined ? null : <Said>{note}</Said>}
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Reason", reason],
        ["Sent on", formatDay(refundedOn)],
        ["Amount", formatMoney(amount)],
      ]}
    />
    <Action href={url}>See the order</Action>
  </>
);

export const refundPaid = defineTemplate({
  data: Data,
  subject: ({ orderNumber, amount }) => `Refunded: ${formatMoney(amount)} of order ${orderNumber}`,
  preview: ({ reason }) => `${reason}.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
