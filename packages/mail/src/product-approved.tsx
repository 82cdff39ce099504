/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Line, Link } from "./format.ts";
import { Action, Heading, Paragraph, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  product: Line,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ product, url }: Data) => (
  <>
    <Status tone="leaf">Approved</Status>
    <Heading>{product} is in the catalogue</Heading>
    <Paragraph>
      Buyers can find it and ask for a quote. To change it, take it out of the catalogue first; it comes back once the change is approved.
    </Paragraph>
    <Action href={url}>See it in the catalogue</Action>
  </>
);

export const productApproved = defineTemplate({
  data: Data,
  subject: ({ product }) => `In the catalogue: ${product}`,
  preview: () => "Buyers can find it and ask for a quote.",
  why: () => "You get this mail because your company supplies through SleekApp.",
  Body,
});
