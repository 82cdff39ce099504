/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Count, Day, formatDay, Line, Link, pieces } from "./format.ts";
import { Action, Facts, Heading, Paragraph, Stages } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  orderNumber: Line,
  product: Line,
  quantity: Count,
  /** None for pieces from stock: nothing is made. */
  stages: z.array(z.strictObject({ name: Line, plannedOn: Day })).max(30),
  promisedOn: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const isMade = (stages: Data["stages"]): boolean => stages.length > 0;

const Body = ({ orderNumber, product, quantity, stages, promisedOn, url }: Data) => (
  <>
    <Heading>{isMade(stages) ? "Production has started" : "Your pieces are confirmed"}</Heading>
    <Paragraph>
      {isMade(stages)
        ? "This is the plan of the factory. You hear from us when a stage moves, and when a date changes."
        : "Their supplier has them ready. They are inspected next, and you hear from us how that ended."}
    </Paragraph>
    <Facts
      rows={[
        ["Order", orderNumber],
        ["Product", product],
        ["Quantity", pieces(quantity)],
        ["Promised for", formatDay(promisedOn)],
      ]}
    />
    {isMade(stages) ? <Stages stages={stages.map((stage) => ({ ...stage, state: "upcoming" }))} /> : null}
    <Action href={url}>Follow the order</Action>
  </>
);

export const productionStarted = defineTemplate({
  data: Data,
  subject: ({ orderNumber, promisedOn, stages }) =>
    `Order ${orderNumber} is ${isMade(stages) ? "in production" : "confirmed"}, promised for ${formatDay(promisedOn)}`,
  preview: ({ stages }) => (isMade(stages) ? `${stages.length} stages, each with its date.` : "From stock; inspected before they leave."),
  why: ({ orderNumber }) => `You get this mail because your organisation placed order ${orderNumber} on SleekApp.`,
  Body,
});
