import * as z from "zod";
import * as Inquiry from "../inquiry/index.ts";
import { appUrl, type MailBuilder, toOrg } from "./compose.ts";

const Said = z.object({ messageId: z.string().optional(), side: Inquiry.Side });

/** The other side hears what was said in a thread, at the prices that are its own to see; nobody is told who wrote. */
export const inquirySaid: MailBuilder = async ({ subjectId, data }) => {
  const { messageId, side } = Said.parse(data);
  const letter = await Inquiry.letterOf(subjectId, { messageId, side });
  if (!letter) return [];
  const { to, ...facts } = letter;
  return toOrg(to, { template: "inquiry-message", data: { ...facts, url: appUrl(`/app/inquiries/${subjectId}`) } });
};
