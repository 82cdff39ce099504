/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, counted, Day, formatDay, Line, Link, Text } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Said, Stages, stageStates } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

const Stage = z.strictObject({
  name: Line,
  state: z.enum(stageStates),
  plannedOn: Day,
  actualOn: Day.optional(),
  percent: z.int().min(0).max(100).optional(),
  lateDays: Count.optional(),
});

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  changes: z
    .array(z.strictObject({ stage: Line, percent: z.int().min(0).max(100), note: Text.optional() }))
    .min(1)
    .max(30),
  photos: Count,
  stages: z.array(Stage).max(30),
  promisedOn: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const Body = ({ orderNumber, product, changes, photos, stages, promisedOn, url }: Data) => (
  <>
    <Heading>{changes.length === 1 ? `${changes[0]?.stage}: ${changes[0]?.percent} %` : "Your order has moved"}</Heading>
    {changes.length === 1 ? null : <Paragraph>{changes.map(({ stage, percent }) => `${stage} ${percent} %`).join(", ")}.</Paragraph>}
    {changes.map(({ note }) => (note === undefined ? null : <Said>{note}</Said>))}
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Product", product],
        ["New photos", photos === 0 ? "none" : String(photos)],
        ["Promised for", formatDay(promisedOn)],
      ]}
    />
    <Stages stages={stages} />
    <Action href={url}>{photos === 0 ? "See the order" : `See the ${photos === 1 ? "photo" : "photos"}`}</Action>
  </>
);

export const stageUpdated = defineTemplate({
  data: Data,
  subject: ({ orderNumber, changes }) => `Order ${orderNumber}: ${changes.map(({ stage, percent }) => `${stage} ${percent} %`).join(", ")}`,
  preview: ({ photos, promisedOn }) => `${photos === 0 ? "No photos" : counted(photos, "photo")}, promised for ${formatDay(promisedOn)}.`,
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
