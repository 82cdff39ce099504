import * as Account from "../account/index.ts";
import { config } from "../config.ts";
import type { EventMessage } from "../table/outbox.ts";

/** One mail to write: which template, to whom, with what. */
export type MailRequest = { readonly template: string; readonly to: string; readonly data: Readonly<Record<string, unknown>> };

/** Decides who is written to about an event, and with what facts. */
export type MailBuilder = (event: EventMessage) => Promise<readonly MailRequest[]>;

/** An address in our web app; links in mails never come from a request. */
export const appUrl = (path: string): string => `${config("WEB_ORIGIN")}${path}`;

type Letter = { readonly template: string; readonly data: Readonly<Record<string, unknown>> };

/** The same letter to everybody who acts for an organisation. */
export async function toOrg(orgId: string, letter: Letter): Promise<readonly MailRequest[]> {
  const people = await Account.addressesOf(orgId);
  return people.map(({ email }) => ({ ...letter, to: email }));
}

/** A reviewer's reasons, one a line, as the templates take them. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 20);
