import * as z from "zod";
import * as Quote from "../quote/index.ts";
import { appUrl, type MailBuilder, toOrg } from "./compose.ts";

const Said = z.object({ messageId: z.string(), side: z.enum(["buyer", "platform"]) });

async function told(quoteId: string, noteId?: string) {
  const letter = await Quote.answerOf(quoteId, noteId);
  if (!letter) return [];
  const { to, title, text, isTurnedDown } = letter;
  const reference = quoteId.slice(-8).toUpperCase();
  return toOrg(to, { template: "quote-note", data: { reference, product: title, text, isTurnedDown, url: appUrl(`/app/quotes/${quoteId}`) } });
}

/** The buyer hears the platform's answer to what they asked; their own question is in the queue of the platform. */
export const quoteAnswered: MailBuilder = async ({ subjectId, data }) => {
  const { messageId, side } = Said.parse(data);
  return side === "platform" ? told(subjectId, messageId) : [];
};

/** The buyer hears why a price cannot be given. */
export const quoteTurnedDown: MailBuilder = async ({ subjectId }) => told(subjectId);
