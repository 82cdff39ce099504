import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SendEmailCommand, SendRawEmailCommand, SESClient } from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mail, type MailSummary, type Ses, startSes } from "./index.ts";

const dataDir = mkdtempSync(join(tmpdir(), "ses-"));
const told: MailSummary[] = [];
let ses: Ses;
const start = () =>
  startSes({ dataDir, onMail: (mail) => told.push(mail), refuse: ({ to }) => (to.includes("throttled@example.com") ? "Throttling" : undefined) });
const client = () =>
  new SESClient({ endpoint: ses.endpoint, region: "us-east-1", credentials: { accessKeyId: "mail", secretAccessKey: "x" }, maxAttempts: 1 });
const get = async (path: string) => fetch(`${ses.endpoint}${path}`);
const first = async (to: string): Promise<Mail> => {
  const { items }: { items: MailSummary[] } = JSON.parse(await (await get(`/mails?to=${encodeURIComponent(to)}`)).text());
  return JSON.parse(await (await get(`/mails/${items[0]?.id}`)).text());
};
const simple = (to: string, from = "SleekApp <no-reply@sleekapp.example>") =>
  new SendEmailCommand({
    Source: from,
    Destination: { ToAddresses: [to] },
    Message: { Subject: { Data: "Hällo <b>" }, Body: { Text: { Data: "a & b" }, Html: { Data: "<p>hi</p><script>x</script>" } } },
  });

beforeAll(async () => {
  ses = await start();
});
afterAll(async () => {
  await ses.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("a simple mail is taken, listed by recipient and read whole", async () => {
  const { MessageId } = await client().send(simple("Ann <Ann@example.com>"));

  const mail = await first("ann@example.com");

  expect(mail).toMatchObject({
    id: MessageId,
    from: "no-reply@sleekapp.example",
    to: ["Ann@example.com"],
    subject: "Hällo <b>",
    text: "a & b",
    preview: "a & b",
  });
  expect(told.at(-1)?.id).toBe(MessageId);
});

test("a raw mail is taken apart: encoded subject, alternatives, attachments, hidden recipients", async () => {
  const raw = await new MailComposer({
    from: "SleekApp <no-reply@sleekapp.example>",
    to: "bea@example.com",
    subject: "Rechnung für Größe M — ₿",
    text: "Grüße",
    html: "<p>Grüße</p>",
    attachments: [{ filename: "invoice ä.pdf", content: Buffer.from("%PDF-1.7 x"), contentType: "application/pdf" }],
  })
    .compile()
    .build();
  await client().send(new SendRawEmailCommand({ RawMessage: { Data: raw }, Destinations: ["bea@example.com", "hidden@example.com"] }));

  const mail = await first("hidden@example.com");

  expect(mail).toMatchObject({
    subject: "Rechnung für Größe M — ₿",
    to: ["bea@example.com"],
    bcc: ["hidden@example.com"],
    attachments: [{ name: "invoice ä.pdf", type: "application/pdf", bytes: 10 }],
  });
  expect([mail.text.trim(), mail.html.trim()]).toEqual(["Grüße", "<p>Grüße</p>"]);
  const file = await get(`/mails/${mail.id}/attachments/0`);
  expect([file.headers.get("content-type"), await file.text()]).toEqual(["application/pdf", "%PDF-1.7 x"]);
});

test.each(["no-at-sign", "a@", "@b.example", "a@b", "a b@c.example", "a@b@c.example", "a..b@c.example", ""])(
  "the address '%s' is refused",
  async (address) => {
    await expect(client().send(simple(address))).rejects.toMatchObject({ name: "InvalidParameterValue" });
  },
);

test("a mail without a body and a mail the stage refuses are told apart", async () => {
  const empty = new SendEmailCommand({
    Source: "a@b.example",
    Destination: { ToAddresses: ["c@d.example"] },
    Message: { Subject: { Data: "x" }, Body: {} },
  });

  await expect(client().send(empty)).rejects.toMatchObject({ name: "InvalidParameterValue", message: "Message body is empty." });
  await expect(client().send(simple("throttled@example.com"))).rejects.toMatchObject({ name: "Throttling" });
});

test("a mail's HTML is served so that it can run nothing", async () => {
  await client().send(simple("cy@example.com"));
  const { id } = await first("cy@example.com");

  const response = await get(`/mails/${id}/html`);

  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/sandbox(?!.*allow-scripts)/);
  expect((await get("/")).headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("other parts of the stage can deliver a mail, and everything is there after a restart", async () => {
  await ses.deliver({
    from: "no-reply@verificationemail.com",
    to: "dora@example.com",
    subject: "Your verification code",
    text: "Your confirmation code is 123456",
  });
  const before = ses.mailbox.list().length;
  await ses.stop();

  ses = await start();

  expect(ses.mailbox.list().length).toBe(before);
  expect((await first("dora@example.com")).text).toContain("123456");
  await fetch(`${ses.endpoint}/mails`, { method: "DELETE" });
  expect(ses.mailbox.list()).toEqual([]);
});
