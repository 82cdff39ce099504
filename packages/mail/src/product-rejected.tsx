/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Line, Link, Text } from "./format.ts";
import { Action, Heading, Paragraph, Reasons, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  product: Line,
  reasons: z.array(Text).min(1).max(20),
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ product, reasons, url }: Data) => (
  <>
    <Status tone="madder">Not approved</Status>
    <Heading>{product} needs changes</Heading>
    <Paragraph>The reviewer wrote:</Paragraph>
    <Reasons items={reasons} />
    <Action href={url}>Change and send again</Action>
  </>
);

export const productRejected = defineTemplate({
  data: Data,
  subject: ({ product }) => `Not approved yet: ${product}`,
  preview: ({ reasons }) => reasons[0] ?? "",
  why: () => "You get this mail because your company supplies through SleekApp.",
  Body,
});
