/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Day, formatDay, Line, Link } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  /** What is wrong, as a sentence. */
  trouble: Line,
  /** What the reader can do about it, as a sentence. */
  deed: Line,
  since: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, trouble, deed, since, url }: Data) => (
  <>
    <Status tone="turmeric">Reminder</Status>
    <Heading>{trouble}</Heading>
    <Paragraph>{deed}</Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Product", product],
        ["Since", formatDay(since)],
      ]}
    />
    <Action href={url}>Open the order</Action>
  </>
);

export const orderAlarm = defineTemplate({
  data: Data,
  subject: ({ orderNumber, trouble }) => `Order ${orderNumber}: ${trouble}`,
  preview: ({ deed }) => deed,
  why: ({ orderNumber }) => `You get this mail because you have a part in order ${orderNumber} on SleekApp.`,
  Body,
});
