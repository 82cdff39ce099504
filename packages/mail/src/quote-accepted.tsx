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
  total: Money,
  deposit: Money,
  depositDueOn: Day,
  /** Until when the pieces of an order from stock are held. */
  heldUntil: Line.optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, quantity, total, deposit, depositDueOn, heldUntil, url }: Data) => (
  <>
    <Heading>Your order {orderNumber} is placed</Heading>
    <Paragraph>
      {heldUntil
        ? `Your pieces are held until ${heldUntil}. If the deposit is not there by then, they go back on sale and the order is cancelled.`
        : "We look for the factory as soon as the deposit is paid. The invoice for it follows in a mail of its own."}
    </Paragraph>
    <Facts
      rows={[
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["Order total", formatMoney(total)],
        ["Deposit", formatMoney(deposit)],
        ["Deposit due", formatDay(depositDueOn)],
      ]}
    />
    <Action href={url}>Pay the deposit</Action>
  </>
);

export const quoteAccepted = defineTemplate({
  data: Data,
  subject: ({ orderNumber, deposit }) => `Order ${orderNumber}: deposit of ${formatMoney(deposit)} due`,
  preview: ({ deposit, depositDueOn }) => `Deposit due ${formatDay(depositDueOn)}: ${formatMoney(deposit)}.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
