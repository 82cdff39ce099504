/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Stages } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  quantity: Count,
  stages: z
    .array(z.strictObject({ name: Line, plannedOn: Day }))
    .min(1)
    .max(30),
  promisedOn: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, quantity, stages, promisedOn, url }: Data) => (
  <>
    <Heading>Production has started</Heading>
    <Paragraph>This is the plan of the factory. You hear from us when a stage moves, and when a date changes.</Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["Promised for", formatDay(promisedOn)],
      ]}
    />
    <Stages stages={stages.map((stage) => ({ ...stage, state: "upcoming" }))} />
    <Action href={url}>Follow the order</Action>
  </>
);

export const productionStarted = defineTemplate({
  data: Data,
  subject: ({ orderNumber, promisedOn }) => `Order ${orderNumber} is in production, promised for ${formatDay(promisedOn)}`,
  preview: ({ stages }) => `${stages.length} stages, each with its date.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
