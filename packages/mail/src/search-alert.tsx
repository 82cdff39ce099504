/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Count, counted, Line, Link } from "./format.ts";
import { Action, Anchor, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  search: Line,
  products: z
    .array(z.strictObject({ title: Line, supplier: Line, price: Money, url: Link }))
    .min(1)
    .max(20),
  /** Listings beyond those that are named. */
  more: Count,
  url: Link,
  stopUrl: Link,
});
type Data = z.output<typeof Data>;

const total = ({ products, more }: Data): number => products.length + more;

const Body = (data: Data) => (
  <>
    <Heading>
      {counted(total(data), "new product")} for “{data.search}”
    </Heading>
    <Facts
      rows={data.products.map(
        ({ title, supplier, price, url }) =>
          [
            supplier,
            <>
              <Anchor href={url}>{title}</Anchor>, {formatMoney(price)} a piece
            </>,
          ] as const,
      )}
    />
    {data.more > 0 ? <Paragraph>And {data.more} more.</Paragraph> : null}
    <Action href={data.url}>See them in the catalogue</Action>
    <Paragraph>
      <Anchor href={data.stopUrl}>Stop these mails</Anchor>
    </Paragraph>
  </>
);

export const searchAlert = defineTemplate({
  data: Data,
  subject: (data) => `${counted(total(data), "new product")}: ${data.search}`,
  preview: ({ products }) => products.map(({ title }) => title).join(", "),
  why: () => "You get this mail because you keep this search on SleekApp and asked to be written to about it, once a day at most.",
  Body,
});
