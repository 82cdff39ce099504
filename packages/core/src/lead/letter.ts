import { config } from "../config.ts";
import * as Quote from "../quote/index.ts";
import { referenceOf } from "./shown.ts";
import * as store from "./store.ts";
import { tokenFor } from "./token.ts";

/** What somebody is written: how to reach them, what they asked, their quote, and the link that stops the follow-ups; undefined when the lead has gone. */
export async function letterOf(leadId: string) {
  const lead = await store.find(leadId);
  if (!lead) return undefined;
  const { name, quantity, respondBy, quoteId, ownerId, isQuiet, log } = lead;
  const [{ email }, quote] = await Promise.all([store.reachOf(lead), quoteId === undefined ? undefined : Quote.letterOf(quoteId)]);
  const said = log.findLast(({ kind }) => kind === "request")?.text ?? "";
  const stopUrl = `${config("WEB_ORIGIN")}/lead-mails#t=${await tokenFor(leadId)}`;
  return {
    email,
    name,
    quantity,
    respondBy,
    said,
    isQuiet,
    isGuest: ownerId.startsWith("e~"),
    reference: referenceOf(leadId),
    stopUrl,
    ...(quote ? { quote } : {}),
  };
}
