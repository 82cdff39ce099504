/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces, Text } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Said, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  product: Line,
  quantity: Count,
  /** The supplier's name, or “A buyer”: of buyers nobody learns a name. */
  from: Line,
  text: Text.optional(),
  offer: z.strictObject({ unitPrice: Money, total: Money, leadDays: Count, validUntilOn: Day }).optional(),
  isDeclined: z.boolean(),
  url: Link,
});
type Data = z.output<typeof Data>;

const headline = ({ from, offer, isDeclined, product }: Data): string => {
  if (isDeclined) return `${from} has ended the inquiry about ${product}`;
  return offer ? `${from} made an offer for ${product}` : `${from} wrote about ${product}`;
};

const Body = (data: Data) => (
  <>
    {data.offer ? <Status tone="leaf">Offer</Status> : null}
    <Heading>{headline(data)}</Heading>
    {data.text === undefined ? null : <Said>{data.text}</Said>}
    <Facts
      rows={[
        ["Quantity", pieces(data.quantity)],
        data.offer && ["Per piece", formatMoney(data.offer.unitPrice)],
        data.offer && ["In all", formatMoney(data.offer.total)],
        data.offer && ["Ready after", `${data.offer.leadDays} days`],
        data.offer && ["Valid until", formatDay(data.offer.validUntilOn)],
      ]}
    />
    <Paragraph>Answer in the thread, not to this mail.</Paragraph>
    <Action href={data.url}>Open the thread</Action>
  </>
);

export const inquiryMessage = defineTemplate({
  data: Data,
  subject: headline,
  preview: ({ quantity, offer }) => (offer ? `${formatMoney(offer.unitPrice)} a piece for ${pieces(quantity)}.` : `About ${pieces(quantity)}.`),
  why: () => "You get this mail because your organisation takes part in this inquiry on SleekApp.",
  Body,
});
