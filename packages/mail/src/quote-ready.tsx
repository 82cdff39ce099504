/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Amounts, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  reference: Line,
  product: Line,
  quantity: Count,
  lines: z.array(z.strictObject({ label: Line, amount: Money })).max(40),
  total: Money,
  perPiece: Money,
  leadDays: Count,
  validUntilOn: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ reference, product, quantity, lines, total, perPiece, leadDays, validUntilOn, url }: Data) => (
  <>
    <Heading>Your quote for {product}</Heading>
    <Paragraph>
      {pieces(quantity)}, lead time {leadDays} days. The price is binding until {formatDay(validUntilOn)}.
    </Paragraph>
    <Amounts lines={lines} total={total} />
    <Facts
      rows={[
        ["Quote", reference],
        ["Per piece", formatMoney(perPiece)],
        ["Lead time", `${leadDays} days`],
        ["Valid until", formatDay(validUntilOn)],
      ]}
    />
    <Action href={url}>See the quote</Action>
  </>
);

export const quoteReady = defineTemplate({
  data: Data,
  subject: ({ product, quantity, total }) => `Your quote: ${formatMoney(total)} for ${pieces(quantity)}, ${product}`,
  preview: ({ perPiece, leadDays, validUntilOn }) => `${formatMoney(perPiece)} a piece, ${leadDays} days, valid until ${formatDay(validUntilOn)}.`,
  why: () => "You get this mail because a quote was asked for on SleekApp with this address, and the address was confirmed by code.",
  Body,
});
