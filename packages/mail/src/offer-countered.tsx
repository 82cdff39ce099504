/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Count, Line, Link, pieces, Text } from "./format.ts";
import { Action, Facts, Heading, Said, Status } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  supplier: Line,
  product: Line,
  quantity: Count,
  offered: Money,
  asked: Money,
  note: Text.optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, supplier, product, quantity, offered, asked, note, url }: Data) => (
  <>
    <Status tone="turmeric">Another price</Status>
    <Heading>
      {supplier} asks another price for order {orderNumber}
    </Heading>
    {note === undefined ? null : <Said>{note}</Said>}
    <Facts
      rows={[
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["You offered", formatMoney(offered)],
        ["They ask", formatMoney(asked)],
      ]}
    />
    <Action href={url}>Answer the supplier</Action>
  </>
);

export const offerCountered = defineTemplate({
  data: Data,
  subject: ({ orderNumber, supplier }) => `${supplier} asks another price for order ${orderNumber}`,
  preview: ({ offered, asked }) => `${formatMoney(asked)} instead of ${formatMoney(offered)}.`,
  why: () => "You get this mail because you administer SleekApp.",
  Body,
});
