/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Day, formatDay, Line, Link, Text } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Said } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  before: Day,
  after: Day,
  reason: Text,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, before, after, reason, url }: Data) => (
  <>
    <Heading>{after > before ? "Your order will be later" : "Your order will be earlier"}</Heading>
    <Paragraph>The reason:</Paragraph>
    <Said>{reason}</Said>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Product", product],
        ["Promised before", formatDay(before)],
        ["Promised now", formatDay(after)],
      ]}
    />
    <Action href={url}>See the plan</Action>
  </>
);

export const promisedDateChanged = defineTemplate({
  data: Data,
  subject: ({ orderNumber, after }) => `Order ${orderNumber}: the promised date is now ${formatDay(after)}`,
  preview: ({ before, reason }) => `Before: ${formatDay(before)}. ${reason}`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
