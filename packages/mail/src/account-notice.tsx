/** @jsxImportSource hono/jsx */
import * as z from "zod";
import { Heading, Paragraph } from "./parts.tsx";
import { defineTemplate } from "./template.tsx";

export const Data = z.strictObject({
  notice: z.enum([
    "address_changed",
    "password_reset",
    "second_factor_on",
    "second_factor_off",
    "second_factor_recovered",
    "export_ready",
    "erased",
    "suspended",
    "restored",
    "admin_asked",
    "admin_granted",
    "admin_withdrawn",
    "bank_changed",
    "ai_budget_low",
    "ai_budget_spent",
  ]),
});
type Data = z.output<typeof Data>;

const words = {
  address_changed: {
    subject: "Your SleekApp address was changed",
    what: "Your account now has another e-mail address. This one cannot be used to sign in any more, and our mails go to the new one.",
    otherwise: "If you did not do this, write to us at once: we can put the old address back.",
  },
  password_reset: {
    subject: "Your SleekApp password was changed",
    what: "A new password was set with a code that we mailed to this address. Every device that was signed in has been signed out.",
    otherwise: "If you did not do this, somebody can read your mail: secure your mailbox first, then set another password.",
  },
  export_ready: {
    subject: "The export of your SleekApp data is ready",
    what: "Sign in and open Settings, Privacy to download the file. It can be had for seven days.",
    otherwise: "If you did not ask for it, set a new password and write to us: somebody else may be signed in as you.",
  },
  erased: {
    subject: "Your SleekApp account has been erased",
    what: "Your account and what we held on you is gone, and this is the last mail you get from it. Invoices that were issued keep your name and address for as long as the law demands.",
    otherwise: "You can sign up again with this address at any time, as somebody new.",
  },
  suspended: {
    subject: "Your SleekApp account is suspended",
    what: "You have been signed out everywhere and cannot sign in for now. Orders that are at work go on.",
    otherwise: "If you think that is a mistake, answer this mail: somebody will look at it.",
  },
  restored: {
    subject: "Your SleekApp account works again",
    what: "The suspension of your account has ended. Sign in as before; everything is where it was.",
    otherwise: "If you see anything that you did not do yourself, write to us.",
  },
  admin_asked: {
    subject: "An administrator's role waits for a second confirmation",
    what: "One administrator of SleekApp has asked for the role for somebody else. It is given when another one confirms within a day, under Accounts, Staff.",
    otherwise: "If you do not know why, call it off there and ask who did.",
  },
  admin_granted: {
    subject: "You are an administrator of SleekApp now",
    what: "Two administrators have given you the role. Choose SleekApp under your organisations; an authenticator app is needed before anything opens.",
    otherwise: "If you did not expect this, write to us at once.",
  },
  admin_withdrawn: {
    subject: "You are no administrator of SleekApp any more",
    what: "The role was withdrawn. Your own organisations stay as they are.",
    otherwise: "If you think that is a mistake, ask one of the administrators.",
  },
  ai_budget_low: {
    subject: "Four fifths of today's money for models is used up",
    what: "When the rest is gone, quotes, briefs and listings go on without a model until midnight UTC: our rules write what it would have written. Security, AI shows which task and who took it.",
    otherwise: "If that is more than usual, look at the day there first: somebody may be asking on purpose.",
  },
  ai_budget_spent: {
    subject: "Today's money for models is used up",
    what: "Until midnight UTC our rules write what a model would have written; nobody is kept from anything. Security, AI shows which task and who took it.",
    otherwise: "If that is more than usual, look at the day there first: somebody may be asking on purpose.",
  },
  bank_changed: {
    subject: "Your company's bank details were changed at SleekApp",
    what: "From now on we pay your company to the account its owner has just given. Settings, Company shows the end of its number.",
    otherwise: "If that was not your company's owner, write to us at once: we do not pay before it is cleared up.",
  },
  second_factor_on: {
    subject: "An authenticator app protects your SleekApp account",
    what: "From now on, signing in takes your password and a code from your authenticator app. Keep the recovery codes where you find them without your phone.",
    otherwise: "If you did not do this, set a new password and write to us.",
  },
  second_factor_off: {
    subject: "Your SleekApp account has no second factor any more",
    what: "Signing in takes only your password from now on.",
    otherwise: "If you did not do this, set a new password, turn the second factor on again and write to us.",
  },
  second_factor_recovered: {
    subject: "A recovery code was used for your SleekApp account",
    what: "Somebody proved this address and used one of your recovery codes. The second factor is off, all recovery codes have ended, and every device has been signed out.",
    otherwise: "If you did not do this, set a new password, turn the second factor on again and write to us.",
  },
} as const;

const Body = ({ notice }: Data) => (
  <>
    <Heading>{words[notice].subject}</Heading>
    <Paragraph>{words[notice].what}</Paragraph>
    <Paragraph>{words[notice].otherwise}</Paragraph>
  </>
);

export const accountNotice = defineTemplate({
  data: Data,
  subject: ({ notice }) => words[notice].subject,
  preview: ({ notice }) => words[notice].what.split(". ")[0] ?? "",
  why: () => "You get this mail because it is about your SleekApp account. It cannot be turned off.",
  Body,
});
