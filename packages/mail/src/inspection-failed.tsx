/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatDay, formatCount, Line, Link, Text } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Said, Status } from "./parts.tsx";
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
  note: Text.optional(),
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, inspectedOn, sampleSize, critical, major, minor, note, url }: Data) => (
  <>
    <Status tone="madder">Failed</Status>
    <Heading>The goods did not pass inspection</Heading>
    <Paragraph>
      The factory corrects the defects, and the goods are inspected again. Nothing is shipped and no balance is invoiced before they pass.
    </Paragraph>
    {note === undefined ? null : <Said>{note}</Said>}
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Product", product],
        ["Inspected", formatDay(inspectedOn)],
        ["Pieces checked", formatCount(sampleSize)],
        ["Critical defects", formatCount(critical)],
        ["Major defects", formatCount(major)],
        ["Minor defects", formatCount(minor)],
      ]}
    />
    <Action href={url}>See the report</Action>
  </>
);

export const inspectionFailed = defineTemplate({
  data: Data,
  subject: ({ orderNumber }) => `Order ${orderNumber} did not pass inspection`,
  preview: ({ sampleSize, major, minor }) => `${sampleSize} pieces checked: ${major} major and ${minor} minor defects.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
