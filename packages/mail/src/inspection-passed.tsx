/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatDay, formatCount, Line, Link } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Status } from "./parts.tsx";
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
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, inspectedOn, sampleSize, critical, major, minor, url }: Data) => (
  <>
    <Status tone="leaf">Passed</Status>
    <Heading>The goods passed inspection</Heading>
    <Paragraph>The balance is invoiced now; when it is paid, the goods leave the factory.</Paragraph>
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

export const inspectionPassed = defineTemplate({
  data: Data,
  subject: ({ orderNumber }) => `Order ${orderNumber} passed inspection`,
  preview: ({ sampleSize, major, minor }) => `${sampleSize} pieces checked: ${major} major and ${minor} minor defects.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
