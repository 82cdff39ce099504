import { SendRawEmailCommand, SESClient } from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { config } from "../../config.ts";
import { unavailable } from "../../kernel/error.ts";
import type { Mail } from "../../ports/mail.ts";

/** Mail through SES as MIME with a text part; the key travels as a header. */
export function sesMail(): Mail {
  const client = new SESClient({});
  return {
    send: async ({ to, subject, html, text, key }) => {
      const from = config("MAIL_FROM");
      const mime = await new MailComposer({ from, to, subject, html, text, headers: { "X-Message-Key": key } }).compile().build();
      try {
        await client.send(new SendRawEmailCommand({ Source: from, Destinations: [to], RawMessage: { Data: mime } }));
      } catch (error) {
        throw unavailable("mail.unavailable", "The mail was not accepted; it will be tried again", error);
      }
    },
  };
}
