/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Code, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  /** Six digits, or the placeholder that Cognito fills in (`{####}`). */
  code: z.string().min(1).max(100),
  purpose: z.enum(["sign_up", "reset", "address"]),
});
type Data = z.output<typeof Data>;

const words = {
  sign_up: {
    subject: "Confirm your address for SleekApp",
    preview: "One code, and your account is ready.",
    heading: "Confirm your address",
    ask: "Type this code where you signed up.",
    end: "The code works for 24 hours. If you did not sign up, ignore this mail: no account will be opened.",
    why: "You get this mail because somebody signed up for SleekApp with this address.",
  },
  reset: {
    subject: "Set a new SleekApp password",
    preview: "The code to choose a new password with.",
    heading: "Set a new password",
    ask: "Type this code where you asked for a new password.",
    end: "The code works for one hour. If you did not ask for it, ignore this mail: your password stays as it is.",
    why: "You get this mail because somebody asked for a new password for the account with this address.",
  },
  address: {
    subject: "Confirm your new address for SleekApp",
    preview: "The code that makes the change effective.",
    heading: "Confirm your new address",
    ask: "Type this code in your settings. Until then the old address stays in use.",
    end: "The code works for 24 hours. If you did not change your address, ignore this mail.",
    why: "You get this mail because somebody entered this address in the settings of a SleekApp account.",
  },
} as const;

/** Cognito sends HTML only and at most 20,000 characters of it, with its placeholder somewhere inside. */
const Body = ({ code, purpose }: Data) => (
  <>
    <Heading>{words[purpose].heading}</Heading>
    <Paragraph>{words[purpose].ask}</Paragraph>
    <Code value={code} />
    <Paragraph>{words[purpose].end}</Paragraph>
  </>
);

export const accountConfirmation = defineTemplate({
  data: Data,
  subject: ({ purpose }) => words[purpose].subject,
  preview: ({ purpose }) => words[purpose].preview,
  why: ({ purpose }) => words[purpose].why,
  Body,
});
