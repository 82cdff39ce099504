/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Code, Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  /** Six digits, or the placeholder that Cognito fills in (`{####}`). */
  code: z.string().min(1).max(100),
  purpose: z.enum(["sign_up", "reset", "address", "invited"]),
  /** For who was invited by an operator: their address, or Cognito's placeholder for it. */
  username: z.string().max(254).optional(),
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
  invited: {
    subject: "Your SleekApp account",
    preview: "A temporary password to sign in with.",
    heading: "Your account is ready",
    ask: "Sign in with the address below and this temporary password. You choose one of your own right after.",
    end: "The temporary password works for three days.",
    why: "You get this mail because an operator of SleekApp made an account for this address.",
  },
} as const;

/** Cognito sends HTML only and at most 20,000 characters of it, with its placeholder somewhere inside. */
const Body = ({ code, purpose, username }: Data) => (
  <>
    <Heading>{words[purpose].heading}</Heading>
    <Paragraph>{words[purpose].ask}</Paragraph>
    {username === undefined ? null : <Paragraph>{username}</Paragraph>}
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
