/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Line, Link, Text } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Said } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({ reference: Line, product: Line, text: Text, isTurnedDown: z.boolean(), url: Link });
type Data = z.output<typeof Data>;

const headline = ({ product, isTurnedDown }: Data): string =>
  isTurnedDown ? `We cannot give a price for ${product}` : `An answer about your quote for ${product}`;

const Body = (data: Data) => (
  <>
    <Heading>{headline(data)}</Heading>
    <Said>{data.text}</Said>
    <Facts rows={[["Quote", data.reference]]} />
    <Paragraph>Answer under the quote, not to this mail.</Paragraph>
    <Action href={data.url}>Open the quote</Action>
  </>
);

export const quoteNote = defineTemplate({
  data: Data,
  subject: headline,
  preview: ({ text }) => text.slice(0, 120),
  why: () => "You get this mail because your organisation asked for this quote on SleekApp.",
  Body,
});
