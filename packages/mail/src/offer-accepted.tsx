/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Count, Line, Link, pieces } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  supplier: Line,
  product: Line,
  quantity: Count,
  price: Money,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, supplier, product, quantity, price, url }: Data) => (
  <>
    <Status tone="leaf">Accepted</Status>
    <Heading>
      {supplier} makes order {orderNumber}
    </Heading>
    <Paragraph>The production plan can start.</Paragraph>
    <Facts
      rows={[
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["Supplier price", formatMoney(price)],
      ]}
    />
    <Action href={url}>See the order</Action>
  </>
);

export const offerAccepted = defineTemplate({
  data: Data,
  subject: ({ orderNumber, supplier }) => `${supplier} accepted order ${orderNumber}`,
  preview: () => "The production plan can start.",
  why: () => "You get this mail because you administer SleekApp.",
  Body,
});
