/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Line, Link, Text } from "./format.ts";
import { Action, Heading, Paragraph, Reasons, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  company: Line,
  reasons: z.array(Text).min(1).max(20),
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ company, reasons, url }: Data) => (
  <>
    <Status tone="madder">Suspended</Status>
    <Heading>{company} is suspended</Heading>
    <Paragraph>{reasons.length === 1 ? "This is the reason:" : "These are the reasons:"}</Paragraph>
    <Reasons items={reasons} />
    <Paragraph>Orders you have accepted go on. New ones are not offered to you until this is settled; write to us to settle it.</Paragraph>
    <Action href={url}>See your record</Action>
  </>
);

export const supplierSuspended = defineTemplate({
  data: Data,
  subject: ({ company }) => `${company} is suspended`,
  preview: ({ reasons }) => reasons[0] ?? "",
  why: ({ company }) => `You get this mail because ${company} supplies through SleekApp.`,
  Body,
});
