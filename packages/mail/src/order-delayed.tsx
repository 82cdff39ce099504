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
  promisedOn: Day.optional(),
  likelyOn: Day.optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

const daysOf = ({ promisedOn, likelyOn }: Data): [string, string][] => [
  ...(promisedOn === undefined ? [] : [["Promised for", formatDay(promisedOn)] satisfies [string, string]]),
  ...(likelyOn === undefined ? [] : [["Likely done", formatDay(likelyOn)] satisfies [string, string]]),
];

export const orderDelayed = defineTemplate({
  data: Data,
  subject: ({ orderNumber, likelyOn }) =>
    likelyOn === undefined ? `Order ${orderNumber} is not moving` : `Order ${orderNumber} is likely done on ${formatDay(likelyOn)}`,
  preview: ({ trouble }) => trouble,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body: (data) => (
    <>
      <Status tone="madder">Behind</Status>
      <Heading>{data.trouble}</Heading>
      <Paragraph>We have asked the factory and look after it ourselves. You need not do anything now.</Paragraph>
      <Facts rows={[["Order", data.orderNumber], ["Product", data.product], ...daysOf(data)]} />
      <Action href={data.url}>See the order</Action>
    </>
  ),
});
