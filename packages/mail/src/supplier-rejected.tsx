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
    <Status tone="madder">Not verified</Status>
    <Heading>We could not verify {company} yet</Heading>
    <Paragraph>{reasons.length === 1 ? "This is what is missing:" : "These things are missing:"}</Paragraph>
    <Reasons items={reasons} />
    <Paragraph>Everything you entered is kept. Correct it and send it again; there is no waiting time.</Paragraph>
    <Action href={url}>Correct the application</Action>
  </>
);

export const supplierRejected = defineTemplate({
  data: Data,
  subject: ({ company }) => `The application of ${company} needs changes`,
  preview: ({ reasons }) => reasons[0] ?? "",
  why: ({ company }) => `You get this mail because you applied for ${company} to supply through SleekApp.`,
  Body,
});
