/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Day, formatDay, Line, Link } from "./format.ts";
import { Action, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  state: z.enum(["open", "remade", "refunded", "turned_down"]),
  orderNumber: Line,
  product: Line,
  what: Line,
  pieces: z.int(),
  /** The day until which the pieces are made again. */
  untilOn: Day.optional(),
  /** What is given back; for the buyer only. */
  amount: Money.optional(),
  said: z.string().max(500).optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

const headlines: Readonly<Record<Data["state"], string>> = {
  open: "A claim was made",
  remade: "The pieces are made again",
  refunded: "A refund was decided",
  turned_down: "The claim was turned down",
};

const words: Readonly<Record<Data["state"], string>> = {
  open: "The order is not completed before the claim is decided. Look at it and say what you know.",
  remade: "The order is back in production and will be inspected and shipped once more.",
  refunded: "The order stays delivered. How the refund goes is shown in the order's payments.",
  turned_down: "The order stays delivered. The reason is below.",
};

const Body = (data: Data) => (
  <>
    <Heading>{headlines[data.state]}</Heading>
    <Paragraph>{words[data.state]}</Paragraph>
    {data.said === undefined ? null : <Paragraph>“{data.said}”</Paragraph>}
    <Facts
      rows={[
        ["Order", data.orderNumber],
        ["Product", data.product],
        ["Claim", data.what],
        ["Pieces", String(data.pieces)],
        ...(data.untilOn === undefined ? [] : [["Made again until", formatDay(data.untilOn)] as const]),
        ...(data.amount === undefined ? [] : [["Amount", formatMoney(data.amount)] as const]),
      ]}
    />
    <Action href={data.url}>Open the order</Action>
  </>
);

export const claimNews = defineTemplate({
  data: Data,
  subject: ({ state, orderNumber }) => `Order ${orderNumber}: ${headlines[state].toLowerCase()}`,
  preview: ({ state, product }) => `${product}. ${words[state]}`,
  why: () => "You get this mail because you take part in this order on SleekApp.",
  Body,
});
