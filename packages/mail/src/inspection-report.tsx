/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatCount, formatDay, Line, Link, Text } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Said, Status } from "./parts.tsx";
import type { Tone } from "./style.ts";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  inspectedOn: Day,
  /** Pieces looked at, and the defects found among them by class. */
  sampleSize: Count,
  critical: Count,
  major: Count,
  minor: Count,
  /** What the inspector wrote beside the count. */
  note: Text.optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

/** What one verdict says: `passed inspection` after the order's number, and what follows from it. */
type Words = { readonly tone: Tone; readonly verdict: string; readonly heading: string; readonly outcome: string; readonly effect: string };

const factsOf = ({ orderNumber, product, inspectedOn, sampleSize, critical, major, minor }: Data): [string, string][] => [
  ["Order", orderNumber],
  ["Product", product],
  ["Inspected", formatDay(inspectedOn)],
  ["Pieces checked", formatCount(sampleSize)],
  ["Critical defects", formatCount(critical)],
  ["Major defects", formatCount(major)],
  ["Minor defects", formatCount(minor)],
];

/** The mail that tells a buyer what an inspection found. */
export const inspectionReport = ({ tone, verdict, heading, outcome, effect }: Words) =>
  defineTemplate({
    data: Data,
    subject: ({ orderNumber }) => `Order ${orderNumber} ${outcome}`,
    preview: ({ sampleSize, major, minor }) => `${sampleSize} pieces checked: ${major} major and ${minor} minor defects.`,
    why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
    Body: (data) => (
      <>
        <Status tone={tone}>{verdict}</Status>
        <Heading>{heading}</Heading>
        <Paragraph>{effect}</Paragraph>
        {data.note === undefined ? null : <Said>{data.note}</Said>}
        <Facts rows={factsOf(data)} />
        <Action href={data.url}>See the report</Action>
      </>
    ),
  });
