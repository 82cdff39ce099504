import * as z from "zod";
import * as Invitation from "../invitation/index.ts";
import { dateOf } from "../kernel/calendar.ts";
import { appUrl, type MailBuilder } from "./compose.ts";

const Sent = z.object({ invitationId: z.string() });

/** The letter of an invitation; none when it was taken back before it could be written. The secret stays behind the `#`, which no server sees. */
export const invitationSent: MailBuilder = async (event) => {
  const found = await Invitation.letterOf(Sent.parse(event.data).invitationId);
  if (!found) return [];
  const { email, kind, orgName, invitedBy, expiresAt, secret } = found;
  const data = {
    organisation: orgName,
    ...(invitedBy ? { inviter: invitedBy } : {}),
    memberKind: kind,
    expiresOn: dateOf(expiresAt),
    url: appUrl(`/join#t=${secret}`),
  };
  return [{ template: "invitation", to: email, data }];
};
