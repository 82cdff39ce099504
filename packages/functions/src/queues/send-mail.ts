import { sesMail } from "@sleekapp/core/adapters/aws/ses";
import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { ssmSecrets } from "@sleekapp/core/adapters/aws/ssm";
import { mailsFor } from "@sleekapp/core/mail-out";
import { letterIn, type NamedLetter, post } from "@sleekapp/core/ports/letter";
import { Mail } from "@sleekapp/core/ports/mail";
import { Queue } from "@sleekapp/core/ports/queue";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { sha256 } from "@sleekapp/core/ports/crypto";
import { refOf } from "@sleekapp/core/kernel/actor";
import { Request } from "@sleekapp/core/kernel/request";
import { clock } from "@sleekapp/core/ports/clock";
import { commit, scopeOfKey } from "@sleekapp/core/table/commit";
import { earlierReply } from "@sleekapp/core/table/idempotency";
import { lease, release } from "@sleekapp/core/table/lease";
import { EventMessage } from "@sleekapp/core/table/outbox";
import { render } from "@sleekapp/mail";
import { setTimeout as sleep } from "node:timers/promises";
import { consumer } from "./consume.ts";

Queue.provide(sqsQueue());
Mail.provide(sesMail());
Secrets.provide(ssmSecrets(["proof-key", "field-keys"]));

const done = (about: string) => commit({ about, writes: [], events: [], reply: null });

/** Longer than the provider takes, retries included, and shorter than the worker may. */
const SENDING_MS = 10_000;

const leaseOf = (messageId: string): string => `mail_${messageId}`;

/** True when this worker is to send the mail; false when another one has just sent it. A provider cannot be asked to forget a double. */
async function isMine(messageId: string): Promise<boolean> {
  const { actor, idempotency } = Request.use();
  while (!(await lease(leaseOf(messageId), SENDING_MS, clock.now()))) {
    if (idempotency && (await earlierReply(scopeOfKey(refOf(actor)), idempotency, clock.now()))) return false;
    await sleep(200);
  }
  return true;
}

async function write(mail: NamedLetter): Promise<void> {
  if (!(await isMine(mail.id))) return;
  const { subject, html, text } = render(mail.template, mail.data);
  try {
    await Mail.use().send({
      to: mail.to,
      subject,
      html,
      text,
      key: mail.id,
      ...(mail.unsubscribeUrl ? { unsubscribeUrl: mail.unsubscribeUrl } : {}),
    });
  } catch (error) {
    await release(leaseOf(mail.id));
    throw error;
  }
  await done(mail.id);
}

/** An event becomes one message for each mail, so that one bad address does not hold up or repeat the others. */
async function fanOut(event: EventMessage): Promise<void> {
  const mails = await mailsFor(event);
  await post(mails.map((mail) => ({ ...mail, data: { ...mail.data }, id: `${event.eventId}:${mail.template}:${sha256(mail.to).slice(0, 16)}` })));
  await done(event.subjectId);
}

export const handler = consumer("send-mail", async (body) => {
  const letter = await letterIn(body);
  return letter ? write(letter) : fanOut(EventMessage.parse(body));
});
