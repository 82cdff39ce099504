/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  quantity: Count,
  deliveredOn: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, quantity, deliveredOn, url }: Data) => (
  <>
    <Status tone="leaf">Delivered</Status>
    <Heading>Your goods have arrived</Heading>
    <Paragraph>
      Please count and check them. If something is missing or not as ordered, write it on the order's page before you close the order.
    </Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["Delivered", formatDay(deliveredOn)],
      ]}
    />
    <Action href={url}>Check and close the order</Action>
  </>
);

export const orderDelivered = defineTemplate({
  data: Data,
  subject: ({ orderNumber, deliveredOn }) => `Order ${orderNumber} was delivered ${formatDay(deliveredOn)}`,
  preview: () => "Please count and check the goods.",
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
