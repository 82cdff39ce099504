/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  quantity: Count,
  /** The supplier's own price for the whole order. */
  price: Money,
  readyOn: Day,
  answerBy: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, quantity, price, readyOn, answerBy, url }: Data) => (
  <>
    <Heading>An order is offered to you</Heading>
    <Paragraph>Accept it or decline it by {formatDay(answerBy)}. After that it may be offered to somebody else.</Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["Your price", formatMoney(price)],
        ["Ready by", formatDay(readyOn)],
        ["Answer by", formatDay(answerBy)],
      ]}
    />
    <Action href={url}>Read and answer</Action>
  </>
);

export const orderOffered = defineTemplate({
  data: Data,
  subject: ({ product, quantity, answerBy }) => `Order offered: ${pieces(quantity)}, ${product}, answer by ${formatDay(answerBy)}`,
  preview: ({ price, readyOn }) => `${formatMoney(price)}, ready by ${formatDay(readyOn)}.`,
  why: () => "You get this mail because your company supplies through SleekApp.",
  Body,
});
