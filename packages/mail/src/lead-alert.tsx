/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces, Text } from "./format.ts";
import { Action, Facts, Heading, Said } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({ name: Line, reference: Line, quantity: Count, respondOn: Day, said: Text, url: Link });
type Data = z.output<typeof Data>;

const Body = ({ name, reference, quantity, respondOn, said, url }: Data) => (
  <>
    <Heading>{name} wants to talk to a person</Heading>
    <Said>{said}</Said>
    <Facts
      rows={[
        ["Reference", reference],
        ["Quantity", pieces(quantity)],
        ["To be answered by", formatDay(respondOn)],
      ]}
    />
    <Action href={url}>Open the lead</Action>
  </>
);

export const leadAlert = defineTemplate({
  data: Data,
  subject: ({ reference, quantity }) => `New request ${reference}, ${pieces(quantity)}`,
  preview: ({ respondOn }) => `To be answered by ${formatDay(respondOn)}.`,
  why: () => "You get this mail because you are an administrator of SleekApp.",
  Body,
});
