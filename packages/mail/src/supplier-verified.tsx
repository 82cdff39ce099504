/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Line, Link } from "./format.ts";
import { Action, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  company: Line,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ company, url }: Data) => (
  <>
    <Status tone="leaf">Verified</Status>
    <Heading>{company} is a verified supplier</Heading>
    <Paragraph>
      From now on your products can be approved for the catalogue, and orders that fit what you make can be offered to you. Start with your products:
      one by one, or all at once from a file.
    </Paragraph>
    <Action href={url}>Add your products</Action>
  </>
);

export const supplierVerified = defineTemplate({
  data: Data,
  subject: ({ company }) => `${company} is verified`,
  preview: () => "You can now list products and be offered orders.",
  why: () => "You get this mail because your company supplies through SleekApp.",
  Body,
});
