import { definePort } from "../kernel/port.ts";

export type OutgoingMail = {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Names the mail for ever, so that a repeated message is recognised in the logs and at the provider. */
  readonly key: string;
  /** Where a mail program posts to when its reader wants no more of these (RFC 8058); only for mails that somebody can stop. */
  readonly unsubscribeUrl?: string;
};

/** Hands one mail to the provider; throws `mail.unavailable` when it did not take it. */
export type Mail = { readonly send: (mail: OutgoingMail) => Promise<void> };

export const Mail = definePort<Mail>("Mail");
