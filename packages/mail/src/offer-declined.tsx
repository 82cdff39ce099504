/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Line, Link, pieces, Text } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Said, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  supplier: Line,
  product: Line,
  quantity: Count,
  reason: Text.optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, supplier, product, quantity, reason, url }: Data) => (
  <>
    <Status tone="madder">Declined</Status>
    <Heading>
      {supplier} declined order {orderNumber}
    </Heading>
    {reason === undefined ? <Paragraph>No reason was given.</Paragraph> : <Said>{reason}</Said>}
    <Facts
      rows={[
        ["Product", product],
        ["Quantity", pieces(quantity)],
      ]}
    />
    <Action href={url}>Offer it to another supplier</Action>
  </>
);

export const offerDeclined = defineTemplate({
  data: Data,
  subject: ({ orderNumber, supplier }) => `${supplier} declined order ${orderNumber}`,
  preview: ({ reason }) => reason ?? "No reason was given.",
  why: () => "You get this mail because you administer SleekApp.",
  Body,
});
