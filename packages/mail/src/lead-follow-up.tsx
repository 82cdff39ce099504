/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Anchor, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  kind: z.enum(["quote", "gentle", "offer", "last_call"]),
  name: Line,
  reference: Line,
  quantity: Count,
  quote: z.strictObject({ product: Line, total: Money, perPiece: Money, validUntilOn: Day }).optional(),
  url: Link,
  stopUrl: Link,
});
type Data = z.output<typeof Data>;

const until = ({ quote }: Data): string => (quote ? formatDay(quote.validUntilOn) : "its last day");

const headlines: Readonly<Record<Data["kind"], (data: Data) => string>> = {
  quote: ({ quote }) => `Your quote: ${quote?.product ?? "what you asked for"}`,
  gentle: ({ reference }) => `Is there anything we can help with? ${reference}`,
  offer: ({ quote }) => `Our price for ${quote?.product ?? "your request"}`,
  last_call: (data) => `Our price for you ends on ${until(data)}`,
};

const words: Readonly<Record<Data["kind"], (data: Data) => string>> = {
  quote: (data) => `This is the price of what you asked for, line by line. It holds until ${until(data)}.`,
  gentle: () => "You asked us about a run and we have not heard from you since. Answer to this mail with whatever is open: quantity, cloth, a date.",
  offer: (data) => `We keep this price for you until ${until(data)}. If something in it does not fit, answer to this mail and say what.`,
  last_call: (data) => `After ${until(data)} cloth and work are priced anew. Until then it can be accepted as it is.`,
};

const Body = (data: Data) => (
  <>
    <Heading>Hello {data.name}</Heading>
    <Paragraph>{words[data.kind](data)}</Paragraph>
    <Facts
      rows={[
        ["Reference", data.reference],
        ["Quantity", pieces(data.quantity)],
        data.quote && ["In all", formatMoney(data.quote.total)],
        data.quote && ["Per piece", formatMoney(data.quote.perPiece)],
        data.quote && ["Valid until", formatDay(data.quote.validUntilOn)],
      ]}
    />
    <Action href={data.url}>{data.quote ? "See the quote" : "Get a price at once"}</Action>
    <Paragraph>
      <Anchor href={data.stopUrl}>Stop these mails</Anchor>
    </Paragraph>
  </>
);

export const leadFollowUp = defineTemplate({
  data: Data,
  subject: (data) => headlines[data.kind](data),
  preview: (data) => words[data.kind](data),
  why: () => "You get this mail because you asked SleekApp about a run under this address.",
  Body,
});
