/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Line, Link, Text } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Said } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({ reference: Line, product: Line, text: Text, kind: z.enum(["answer", "question", "turned_down"]), url: Link });
type Data = z.output<typeof Data>;

const headlines: Readonly<Record<Data["kind"], string>> = {
  answer: "An answer about your quote for",
  question: "A buyer asks about the quote for",
  turned_down: "We cannot give a price for",
};

const headline = ({ product, kind }: Data): string => `${headlines[kind]} ${product}`;

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
  why: ({ kind }) =>
    kind === "question"
      ? "You get this mail because you are an administrator of SleekApp."
      : "You get this mail because your organisation asked for this quote on SleekApp.",
  Body,
});
