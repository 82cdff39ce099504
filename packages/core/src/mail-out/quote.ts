import * as z from "zod";
import * as Account from "../account/index.ts";
import * as Quote from "../quote/index.ts";
import { appUrl, type MailBuilder, toOrg } from "./compose.ts";

const Said = z.object({ messageId: z.string(), side: z.enum(["buyer", "platform"]) });

type Kind = "answer" | "question" | "turned_down";

async function letterOf(quoteId: string, kind: Kind, noteId?: string) {
  const letter = await Quote.answerOf(quoteId, noteId);
  if (!letter) return undefined;
  const { to, title, text } = letter;
  const reference = quoteId.slice(-8).toUpperCase();
  return { to, template: "quote-note", data: { reference, product: title, text, kind, url: appUrl(`/app/quotes/${quoteId}`) } };
}

/** The buyer hears the platform's answer to what they asked, and every administrator that somebody has asked. */
export const quoteNoted: MailBuilder = async ({ subjectId, data }) => {
  const { messageId, side } = Said.parse(data);
  const found = await letterOf(subjectId, side === "buyer" ? "question" : "answer", messageId);
  if (!found) return [];
  const { to, ...letter } = found;
  if (side === "platform") return toOrg(to, letter);
  return (await Account.adminSeats()).map(({ email }) => ({ ...letter, to: email }));
};

/** The buyer hears why a price cannot be given. */
export const quoteTurnedDown: MailBuilder = async ({ subjectId }) => {
  const found = await letterOf(subjectId, "turned_down");
  return found ? toOrg(found.to, { template: found.template, data: found.data }) : [];
};
