/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Day, formatDay, Line, Link } from "./format.ts";
import { Action, Facts, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  organisation: Line,
  inviter: Line.optional(),
  memberKind: z.enum(["owner", "member", "viewer", "manager", "factory", "admin"]),
  expiresOn: Day,
  url: Link,
});
type Data = z.output<typeof Data>;

const kinds = {
  owner: "You would be an owner: you can do everything, and invite others.",
  member: "You would be a member: you can ask for quotes, order and pay.",
  viewer: "You would be a viewer: you see everything and change nothing.",
  manager: "You would be a manager: you look after products, offers and orders.",
  factory: "You would report from the floor: the progress of each stage, with photos.",
  admin: "You would administer the platform.",
} as const;

const Body = ({ organisation, inviter, memberKind, expiresOn, url }: Data) => (
  <>
    <Heading>Join {organisation}</Heading>
    <Paragraph>
      {inviter === undefined ? organisation : `${inviter} of ${organisation}`} asks you to work with them on SleekApp, where clothing orders are made
      and followed from the quote to the delivery. {kinds[memberKind]}
    </Paragraph>
    <Facts
      rows={[
        ["Organisation", organisation],
        ["Open until", formatDay(expiresOn)],
      ]}
    />
    <Action href={url}>Accept the invitation</Action>
  </>
);

export const invitation = defineTemplate({
  data: Data,
  subject: ({ organisation }) => `Join ${organisation} on SleekApp`,
  preview: ({ expiresOn }) => `The invitation is open until ${formatDay(expiresOn)}.`,
  why: ({ organisation }) => `You get this mail because ${organisation} entered this address. If you do not know them, ignore it: nothing happens.`,
  Body,
});
