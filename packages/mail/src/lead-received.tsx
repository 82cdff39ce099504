/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatDay, Line, pieces } from "./format.ts";
import { Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({ name: Line, reference: Line, quantity: Count, respondOn: Day });
type Data = z.output<typeof Data>;

const Body = ({ name, reference, quantity, respondOn }: Data) => (
  <>
    <Heading>We have your request, {name}</Heading>
    <Paragraph>A person reads it and writes to you by {formatDay(respondOn)} at the latest.</Paragraph>
    <Facts
      rows={[
        ["Reference", reference],
        ["Quantity", pieces(quantity)],
      ]}
    />
    <Paragraph>Name the reference when you answer, and it is found at once.</Paragraph>
  </>
);

export const leadReceived = defineTemplate({
  data: Data,
  subject: ({ reference }) => `We have your request ${reference}`,
  preview: ({ respondOn }) => `A person writes to you by ${formatDay(respondOn)}.`,
  why: () => "You get this mail because somebody asked us to call back under this address, which was confirmed by code or belongs to an account.",
  Body,
});
