/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  quantity: Count,
  calledOffOn: Day,
  kind: z.enum(["buyer", "supplier"]),
  url: Link,
});
type Data = z.output<typeof Data>;

const words = {
  buyer: "Nothing more is made of it. What goes back of your payments stands on its page, and a mail follows for each refund.",
  supplier: "Please make nothing more of it. The weeks that it had booked are free again.",
} as const;

const Body = ({ orderNumber, product, quantity, calledOffOn, kind, url }: Data) => (
  <>
    <Status tone="madder">Called off</Status>
    <Heading>Order {orderNumber} was called off</Heading>
    <Paragraph>{words[kind]}</Paragraph>
    <Facts
      rows={[
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["Called off", formatDay(calledOffOn)],
      ]}
    />
    <Action href={url}>See the order</Action>
  </>
);

export const orderCalledOff = defineTemplate({
  data: Data,
  subject: ({ orderNumber }) => `Order ${orderNumber} was called off`,
  preview: ({ product, quantity }) => `${pieces(quantity)} of ${product}.`,
  why: ({ orderNumber }) => `You get this mail because your organisation has a part in order ${orderNumber} on SleekApp.`,
  Body,
});
