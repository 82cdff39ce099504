/** @jsxImportSource hono/jsx */
import { formatMoney, Money } from "@sleekapp/core/kernel/money";
import * as z from "zod";
import { Day, formatDay, Line, Link } from "./format.ts";
import { Action, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  kind: z.enum(["asked", "approved", "declined"]),
  order: Line,
  amount: Money,
  untilOn: Day,
  /** Who asked; missing for somebody who has left since. */
  asker: Line.optional(),
  said: z.string().max(500).optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

const headlines: Readonly<Record<Data["kind"], (data: Data) => string>> = {
  asked: ({ asker = "A colleague", order }) => `${asker} asks you to approve ${order}`,
  approved: ({ order }) => `You may order ${order}`,
  declined: ({ order }) => `${order} was not approved`,
};

const words: Readonly<Record<Data["kind"], string>> = {
  asked: "It is more than their limits let them order. Your yes is for exactly this, once.",
  approved: "The approval is for exactly what you asked for, and holds once.",
  declined: "Change it, or ask again once what stood in its way is settled.",
};

const headline = (data: Data): string => headlines[data.kind](data);

const Body = (data: Data) => (
  <>
    <Heading>{headline(data)}</Heading>
    <Paragraph>{words[data.kind]}</Paragraph>
    {data.said === undefined ? null : <Paragraph>“{data.said}”</Paragraph>}
    <Facts
      rows={[
        ["In all", formatMoney(data.amount)],
        ["Holds until", formatDay(data.untilOn)],
      ]}
    />
    <Action href={data.url}>Open the approvals</Action>
  </>
);

export const approvalNews = defineTemplate({
  data: Data,
  subject: headline,
  preview: ({ kind, amount }) => `${formatMoney(amount)}. ${words[kind]}`,
  why: () => "You get this mail because your organisation limits what its people order on SleekApp.",
  Body,
});
