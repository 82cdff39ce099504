/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Code, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  purpose: z.enum(["quote", "tracking", "supplier_application", "address", "second_factor"]),
  minutes: z.int().min(1),
});
type Data = z.output<typeof Data>;

const purposes = {
  quote: "see your quote",
  tracking: "follow the order",
  supplier_application: "apply as a supplier",
  address: "confirm your address",
  second_factor: "sign in without your authenticator app",
} as const;

/** The code stays out of the subject: subjects are shown on locked screens. */
const Body = ({ code, purpose, minutes }: Data) => (
  <>
    <Heading>Your code</Heading>
    <Paragraph>Type it where you were asked for it, to {purposes[purpose]}.</Paragraph>
    <Code value={code} />
    <Paragraph>
      It works once, for {minutes} minutes. Nobody from SleekApp will ever ask you for it. If you did not ask for a code, ignore this mail.
    </Paragraph>
  </>
);

export const code = defineTemplate({
  data: Data,
  subject: () => "Your SleekApp code",
  preview: ({ minutes }) => `It works once, for ${minutes} minutes.`,
  why: () => "You get this mail because somebody typed this address on SleekApp. Without the code nothing happens.",
  Body,
});
