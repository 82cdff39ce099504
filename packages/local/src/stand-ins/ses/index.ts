import type { IncomingMessage, ServerResponse } from "node:http";
import type { Authorize } from "../../permissions/index.ts";
import { accessKeyOf, readBody, type Running, serveHttp } from "../wire.ts";
import { type Arrival, type Mailbox, type MailSummary, openMailbox } from "./mailbox.ts";
import { inboxPage } from "./page.ts";
import { accepted, bareAddress, readSend, refused, SesError } from "./query.ts";

export type { Mail, MailSummary } from "./mailbox.ts";

/** Where mails are kept, and who is told of each. */
export interface SesOptions {
  readonly dataDir?: string | undefined;
  readonly port?: number | undefined;
  /** Called with every mail that was taken, e.g. to send delivery feedback. */
  readonly onMail?: ((mail: MailSummary) => void) | undefined;
  /** Asked before a mail is taken; a returned code (`Throttling`, `MessageRejected` …) refuses it. */
  readonly refuse?: ((arrival: Arrival) => string | undefined) | undefined;
  /** May the holder of a key make this call? Everybody may when absent. */
  readonly authorize?: Authorize | undefined;
}

/** A plain mail from another part of the stage, such as the user pool's codes; `html` is shown when both are given. */
export interface PlainMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

/** A running mail sink; its page is at `endpoint`. */
export interface Ses extends Running {
  readonly mailbox: Pick<Mailbox, "list" | "read" | "attachment" | "clear">;
  deliver(mail: PlainMail): Promise<MailSummary>;
}

/** Mails are shown in a frame that runs no script and loads nothing from outside this machine. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: http://localhost:* http://127.0.0.1:*; font-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; img-src data:";

/** Starts a stand-in for SES (v1 Query protocol: SendEmail, SendRawEmail) that keeps every mail and shows them on a page. */
export async function startSes(options: SesOptions = {}): Promise<Ses> {
  const mailbox = openMailbox(options.dataDir);
  const take = async (arrival: Arrival): Promise<MailSummary> => {
    const code = options.refuse?.(arrival);
    if (code !== undefined) throw new SesError(code, code === "Throttling" ? "Maximum sending rate exceeded." : "Email rejected by the local stage.");
    const mail = await mailbox.add(arrival);
    options.onMail?.(mail);
    return mail;
  };
  const { port, stop } = await serveHttp(
    (request, response) => route({ mailbox, take, authorize: options.authorize }, request, response),
    options.port,
  );
  return {
    endpoint: `http://localhost:${port}`,
    mailbox,
    deliver: ({ from, to, subject, text = "", html = "" }) =>
      mailbox.add({ from: bareAddress(from), to: [bareAddress(to)], message: { subject, text, html, headers: {}, attachments: [] } }),
    stop: async () => {
      await stop();
      await mailbox.close();
    },
  };
}

interface Sink {
  readonly mailbox: Mailbox;
  readonly take: (arrival: Arrival) => Promise<MailSummary>;
  readonly authorize: Authorize | undefined;
}

async function route(sink: Sink, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://ses");
  if (request.method === "POST" && url.pathname === "/") return send(sink, request, response);
  if (request.method === "DELETE" && url.pathname === "/mails") {
    sink.mailbox.clear();
    response.writeHead(204).end();
    return;
  }
  if (request.method !== "GET") return json(response, 405, { message: "Method not allowed" });
  if (url.pathname === "/") return html(response, inboxPage, PAGE_POLICY);
  if (url.pathname === "/mails") return json(response, 200, { items: listed(sink.mailbox, url.searchParams) });
  return show(sink.mailbox, url.pathname, response);
}

/** One mail as JSON, as the page it carries, or one of its attachments. */
async function show(mailbox: Mailbox, path: string, response: ServerResponse): Promise<void> {
  const [, id = "", part, index] = /^\/mails\/([\w-]+)(?:\/(html|attachments)(?:\/(\d+))?)?$/.exec(path) ?? [];
  if (part === "attachments") return attachment(mailbox, response, { id, index: Number(index) });
  const mail = await mailbox.read(id);
  if (!mail) return json(response, 404, { message: "No such mail" });
  if (part === "html") html(response, `<base target="_blank">${mail.html}`, MAIL_POLICY);
  else json(response, 200, mail);
}

/** `?to=` narrows to a recipient, `?subject=` to words of the subject, `?since=` to mails after an ISO instant, `?limit=` to that many. */
function listed(mailbox: Mailbox, query: URLSearchParams): readonly MailSummary[] {
  const subject = (query.get("subject") ?? "").toLowerCase();
  const since = query.get("since") ?? "";
  const found = mailbox.list(query.get("to") ?? undefined).filter((mail) => mail.at > since && mail.subject.toLowerCase().includes(subject));
  return found.slice(0, Number(query.get("limit") ?? 500));
}

async function send(sink: Sink, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams((await readBody(request, 20 * 1_024 * 1_024)).toString());
  const call = {
    accessKeyId: accessKeyOf(request.headers.authorization),
    operation: form.get("Action") ?? "",
    input: Object.fromEntries(form),
  };
  const refusal = await sink.authorize?.(call);
  if (refusal) return void response.writeHead(refusal.status, { ...refusal.headers }).end(refusal.body);
  try {
    const mail = await sink.take(await readSend(form));
    response.writeHead(200, { "content-type": "text/xml" }).end(accepted(form.get("Action") ?? "", mail.id));
  } catch (error) {
    if (!(error instanceof SesError)) throw error;
    response.writeHead(400, { "content-type": "text/xml" }).end(refused(error));
  }
}

async function attachment(mailbox: Mailbox, response: ServerResponse, { id, index }: { id: string; index: number }): Promise<void> {
  const content = await mailbox.attachment(id, index);
  const about = mailbox.list().find((mail) => mail.id === id)?.attachments[index];
  if (!content || !about) return json(response, 404, { message: "No such attachment" });
  // A PDF may be looked at; anything that could act as a page is only saved.
  const disposition = /^(application\/pdf|image\/(png|jpeg|gif|webp))$/.test(about.type) ? "inline" : "attachment";
  const name = encodeURIComponent(about.name);
  response
    .writeHead(200, {
      "content-type": about.type,
      "content-disposition": `${disposition}; filename*=UTF-8''${name}`,
      "x-content-type-options": "nosniff",
    })
    .end(content);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(body));
}

function html(response: ServerResponse, body: string, policy: string): void {
  response
    .writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    })
    .end(body);
}
