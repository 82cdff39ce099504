import * as z from "zod";
import * as Account from "../account/index.ts";
import * as Lead from "../lead/index.ts";
import { appUrl, type MailBuilder } from "./compose.ts";

const FollowedUp = z.object({ template: z.enum(["gentle", "offer", "last_call"]) });

/** Who asked hears that it has arrived and until when somebody answers; every administrator hears that somebody waits. */
export const leadReceived: MailBuilder = async ({ subjectId }) => {
  const letter = await Lead.letterOf(subjectId);
  if (!letter) return [];
  const { email, name, quantity, said, reference } = letter;
  const respondOn = letter.respondBy.slice(0, 10);
  const staff = await Account.adminSeats();
  return [
    { template: "lead-received", to: email, data: { name, reference, quantity, respondOn } },
    ...staff.map((seat) => ({
      template: "lead-alert",
      to: seat.email,
      data: { name, reference, quantity, respondOn, said, url: appUrl(`/admin/leads/${subjectId}`) },
    })),
  ];
};

/** Somebody is written to again, unless they asked for no more of it meanwhile; what has no open quote to speak of is not written. */
async function written(leadId: string, kind: "quote" | "gentle" | "offer" | "last_call") {
  const letter = await Lead.letterOf(leadId);
  if (!letter || letter.isQuiet) return [];
  const { email, name, reference, quantity, stopUrl, quote } = letter;
  if (kind !== "gentle" && !quote?.isOpen) return [];
  const offered = quote?.isOpen
    ? { quote: { product: quote.product, total: quote.total, perPiece: quote.perPiece, validUntilOn: quote.validUntilOn } }
    : {};
  const url = quote?.isOpen ? appUrl(`/shared-quote#${quote.fragment}`) : appUrl("/quote");
  return [{ template: "lead-follow-up", to: email, data: { kind, name, reference, quantity, ...offered, url, stopUrl } }];
}

/** A follow-up goes out as the administrator chose it. */
export const leadFollowedUp: MailBuilder = async ({ subjectId, data }) => written(subjectId, FollowedUp.parse(data).template);

/** A guest hears of the quote that was made for them; an organisation gets it as any of its quotes. */
export const leadConverted: MailBuilder = async ({ subjectId }) => {
  const letter = await Lead.letterOf(subjectId);
  return letter?.isGuest ? written(subjectId, "quote") : [];
};
