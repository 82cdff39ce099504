import type { EventMessage } from "../table/outbox.ts";

/** One mail to write: which template, to whom, with what. */
export type MailRequest = { readonly template: string; readonly to: string; readonly data: Readonly<Record<string, unknown>> };

/** Decides who is written to about an event, and with what facts. */
export type MailBuilder = (event: EventMessage) => Promise<readonly MailRequest[]>;

/** Every event that somebody is written to about. */
export const mailBuilders: Readonly<Record<string, MailBuilder>> = {};

/** The mails an event asks for; none for events that nobody is written to about. */
export async function mailsFor(event: EventMessage): Promise<readonly MailRequest[]> {
  const build = mailBuilders[event.type];
  return build ? build(event) : [];
}
