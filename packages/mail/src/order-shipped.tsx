/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Anchor, Facts, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  quantity: Count,
  carrier: Line,
  trackingNumber: Line,
  /** The carrier's own page for this shipment, when it has one. */
  trackingUrl: Link.optional(),
  shippedOn: Day,
  expectedOn: Day.optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, quantity, carrier, trackingNumber, trackingUrl, shippedOn, expectedOn, url }: Data) => (
  <>
    <Status tone="sky">Shipped</Status>
    <Heading>Your order is on its way</Heading>
    <Paragraph>The goods left the factory on {formatDay(shippedOn)}. Please tell us on the order's page when they have arrived.</Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["Carrier", carrier],
        ["Tracking number", trackingUrl === undefined ? trackingNumber : <Anchor href={trackingUrl}>{trackingNumber}</Anchor>],
        expectedOn === undefined ? undefined : ["Expected", formatDay(expectedOn)],
      ]}
    />
    <Action href={url}>See the order</Action>
  </>
);

export const orderShipped = defineTemplate({
  data: Data,
  subject: ({ orderNumber, carrier, trackingNumber }) => `Order ${orderNumber} is on its way: ${carrier} ${trackingNumber}`,
  preview: ({ shippedOn, expectedOn }) => `Shipped ${formatDay(shippedOn)}${expectedOn === undefined ? "" : `, expected ${formatDay(expectedOn)}`}.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
