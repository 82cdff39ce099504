import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { followState, readState } from "../state-file.ts";
import { isRecord, parseRecord } from "../wire.ts";
import type { ParsedMail } from "./mime.ts";

/** A mail as a list shows it; addresses without display names, `at` an ISO instant. */
export interface MailSummary {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  /** The first words of the text. */
  readonly preview: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
}

/** A whole mail. Attachments are fetched one by one. */
export interface Mail extends MailSummary {
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What arrives: an envelope and a parsed message. */
export interface Arrival {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
  readonly replyTo?: readonly string[] | undefined;
  readonly message: ParsedMail;
}

/** Mails that were caught: the list in memory, bodies and attachments on disk. */
export interface Mailbox {
  add(arrival: Arrival): Promise<MailSummary>;
  /** Newest first; only those to an address (any case) when one is given. */
  list(to?: string): readonly MailSummary[];
  read(id: string): Promise<Mail | undefined>;
  attachment(id: string, index: number): Promise<Buffer | undefined>;
  clear(): void;
  close(): Promise<void>;
}

const PREVIEW_CHARS = 140;

/** Opens the mailbox; the oldest mails go when there are more than `keep`. */
export function openMailbox(dataDir: string | undefined, keep = 2_000): Mailbox {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "local-mail-"));
  mkdirSync(folder, { recursive: true });
  const path = dataDir === undefined ? undefined : join(folder, "mails.json");
  let mails: readonly MailSummary[] = readState(path, (value) => (Array.isArray(value) ? value.filter(isSummary) : []), []);
  const file = followState(path, () => mails);
  const forget = (id: string): void => rmSync(join(folder, id), { recursive: true, force: true });
  return {
    add: async (arrival) => {
      const mail = summary(arrival);
      await store(join(folder, mail.id), arrival.message);
      mails = [mail, ...mails];
      for (const { id } of mails.slice(keep)) forget(id);
      mails = mails.slice(0, keep);
      file.changed();
      return mail;
    },
    list: (to) => (to === undefined ? mails : mails.filter((mail) => isTo(mail, to.toLowerCase()))),
    read: async (id) => {
      const mail = mails.find((known) => known.id === id);
      return mail ? { ...mail, ...(await load(join(folder, mail.id))) } : undefined;
    },
    attachment: async (id, index) => {
      const mail = mails.find((known) => known.id === id);
      return mail?.attachments[index] ? readFile(join(folder, mail.id, String(index))) : undefined;
    },
    clear: () => {
      for (const { id } of mails) forget(id);
      mails = [];
      file.changed();
    },
    close: async () => {
      await file.flush();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isTo(mail: MailSummary, address: string): boolean {
  return [...mail.to, ...mail.cc, ...mail.bcc].some((recipient) => recipient.toLowerCase() === address);
}

function summary({ from, to, cc = [], bcc = [], replyTo = [], message }: Arrival): MailSummary {
  const attachments = message.attachments.map(({ name, type, content }) => ({ name, type, bytes: content.length }));
  const words = (message.text || message.html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ")).replaceAll(/\s+/g, " ").trim();
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    from,
    to,
    cc,
    bcc,
    replyTo,
    subject: message.subject,
    preview: words.slice(0, PREVIEW_CHARS),
    attachments,
  };
}

async function store(folder: string, message: ParsedMail): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { text, html, headers } = message;
  await Promise.all([
    writeFile(join(folder, "body.json"), JSON.stringify({ text, html, headers })),
    ...message.attachments.map(({ content }, index) => writeFile(join(folder, String(index)), content)),
  ]);
}

async function load(folder: string): Promise<Pick<Mail, "text" | "html" | "headers">> {
  const body = parseRecord(await readFile(join(folder, "body.json"), "utf8")) ?? {};
  const headers = isRecord(body["headers"]) ? Object.fromEntries(Object.entries(body["headers"]).map(([name, value]) => [name, String(value)])) : {};
  return { text: String(body["text"] ?? ""), html: String(body["html"] ?? ""), headers };
}

function isSummary(value: unknown): value is MailSummary {
  return isRecord(value) && typeof value["id"] === "string" && Array.isArray(value["to"]) && Array.isArray(value["attachments"]);
}
