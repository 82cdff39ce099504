/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({ orderNumber: Line, product: Line, quantity: Count, endedOn: Day, url: Link });
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, quantity, endedOn, url }: Data) => (
  <>
    <Status tone="madder">Ended</Status>
    <Heading>Order {orderNumber} has ended</Heading>
    <Paragraph>Its deposit did not come in time, so nothing is made and nothing is owed. You can order it again at the price of the day.</Paragraph>
    <Facts
      rows={[
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["Ended", formatDay(endedOn)],
      ]}
    />
    <Action href={url}>See the order</Action>
  </>
);

export const orderExpired = defineTemplate({
  data: Data,
  subject: ({ orderNumber }) => `Order ${orderNumber} has ended`,
  preview: () => "Its deposit did not come in time; nothing is owed.",
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
