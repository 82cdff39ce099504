/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  kind: z.enum(["invited", "bid", "countered", "passed", "lost", "won", "cancelled"]),
  product: Line,
  quantity: Count,
  /** The supplier's name, or “The buyer”: of buyers nobody learns a name. */
  from: Line.optional(),
  respondOn: Day.optional(),
  offer: z.strictObject({ unitPrice: Money, total: Money, leadDays: Count, validUntilOn: Day }).optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

const headlines: Readonly<Record<Data["kind"], (data: Data) => string>> = {
  invited: ({ product }) => `You are asked to bid for ${product}`,
  bid: ({ from = "A supplier", product }) => `${from} made a bid for ${product}`,
  countered: ({ product }) => `The buyer made a counter-offer for ${product}`,
  passed: ({ from = "A supplier", product }) => `${from} makes no bid for ${product}`,
  lost: ({ product }) => `The request for ${product} went to another supplier`,
  won: ({ product }) => `Your bid for ${product} was taken`,
  cancelled: ({ product }) => `The request for ${product} was called off`,
};

const words: Readonly<Record<Data["kind"], string>> = {
  invited: "A buyer wants this made and asks a few suppliers. Nobody else sees your bid but the buyer and us.",
  bid: "Compare it with the others, answer it with a counter-offer, or take it.",
  countered: "Take it, or answer with another bid. When it runs out, your bid stands again as it was.",
  passed: "The others are asked as before.",
  lost: "Thank you for your bid. There is nothing more to do.",
  won: "The order is offered to you here as soon as its deposit is paid.",
  cancelled: "The buyer does not go on with it. There is nothing more to do.",
};

const headline = (data: Data): string => headlines[data.kind](data);

const Body = (data: Data) => (
  <>
    <Heading>{headline(data)}</Heading>
    <Paragraph>{words[data.kind]}</Paragraph>
    <Facts
      rows={[
        ["Quantity", pieces(data.quantity)],
        data.respondOn === undefined ? undefined : ["Bids until", formatDay(data.respondOn)],
        data.offer && ["Per piece", formatMoney(data.offer.unitPrice)],
        data.offer && ["In all", formatMoney(data.offer.total)],
        data.offer && ["Ready after", `${data.offer.leadDays} days`],
        data.offer && ["Valid until", formatDay(data.offer.validUntilOn)],
      ]}
    />
    <Action href={data.url}>Open the request</Action>
  </>
);

export const rfqNews = defineTemplate({
  data: Data,
  subject: headline,
  preview: ({ kind, quantity, offer }) => (offer ? `${formatMoney(offer.unitPrice)} a piece for ${pieces(quantity)}.` : words[kind]),
  why: () => "You get this mail because your organisation takes part in this request on SleekApp.",
  Body,
});
