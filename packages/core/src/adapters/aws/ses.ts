import { SendRawEmailCommand, SESClient } from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { config } from "../../config.ts";
import { unavailable } from "../../kernel/error.ts";
import type { Mail } from "../../ports/mail.ts";

/** The two headers by which a mail program offers to stop these mails with one press. */
const stopping = (url: string | undefined): Readonly<Record<string, string>> =>
  url === undefined ? {} : { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };

/** Mail through SES as MIME with a text part; the key travels as a header. */
export function sesMail(): Mail {
  const client = new SESClient({});
  return {
    send: async ({ to, subject, html, text, key, unsubscribeUrl }) => {
      const from = config("MAIL_FROM");
      const mime = await new MailComposer({ from, to, subject, html, text, headers: { "X-Message-Key": key, ...stopping(unsubscribeUrl) } })
        .compile()
        .build();
      try {
        await client.send(new SendRawEmailCommand({ Source: from, Destinations: [to], RawMessage: { Data: mime } }));
      } catch (error) {
        throw unavailable("mail.unavailable", "The mail was not accepted; it will be tried again", error);
      }
    },
  };
}
