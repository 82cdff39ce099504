/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Day, formatDay, Line, Link } from "./format.ts";
import { Action, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  company: Line,
  submittedOn: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ company, submittedOn, url }: Data) => (
  <>
    <Heading>Your application is with us</Heading>
    <Paragraph>
      A person reads what you sent and checks the documents. The answer comes by mail to this address. Until then you can take it back to correct it.
    </Paragraph>
    <Facts
      rows={[
        ["Company", company],
        ["Sent", formatDay(submittedOn)],
      ]}
    />
    <Action href={url}>See the application</Action>
  </>
);

export const supplierApplicationReceived = defineTemplate({
  data: Data,
  subject: ({ company }) => `We have the application of ${company}`,
  preview: () => "A person reads it and answers by mail.",
  why: ({ company }) => `You get this mail because you applied for ${company} to supply through SleekApp.`,
  Body,
});
