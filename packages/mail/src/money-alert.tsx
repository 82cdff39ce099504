/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Day, formatDay, Line, Link } from "./format.ts";
import { Action, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

const words = {
  refund_failed: [
    "A refund did not go through",
    "The payment provider could not give it back. It is owed to the buyer until it has gone back in another way.",
  ],
  dispute_opened: [
    "A buyer's bank disputes a charge",
    "The provider has taken the amount and its fee. Answer with the order's papers at the provider before its deadline, or it is lost.",
  ],
  dispute_won: ["A dispute was won", "The amount is with us again; the provider keeps its fee."],
  dispute_lost: ["A dispute was lost", "The amount has gone back to the card holder for good and is booked so."],
} as const;

export const Data = z.strictObject({
  kind: z.enum(["refund_failed", "dispute_opened", "dispute_won", "dispute_lost"]),
  orderNumber: Line,
  amount: Money,
  on: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ kind, orderNumber, amount, on, url }: Data) => (
  <>
    <Heading>{words[kind][0]}</Heading>
    <Paragraph>{words[kind][1]}</Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Amount", formatMoney(amount)],
        ["Since", formatDay(on)],
      ]}
    />
    <Action href={url}>Open the order's books</Action>
  </>
);

export const moneyAlert = defineTemplate({
  data: Data,
  subject: ({ kind, orderNumber }) => `${words[kind][0]}: order ${orderNumber}`,
  preview: ({ amount }) => `It is about ${formatMoney(amount)}.`,
  why: () => "You get this mail because you are an administrator of SleekApp.",
  Body,
});
