import { randomUUID } from "node:crypto";
import { escapeMarkup } from "../wire.ts";
import type { Arrival } from "./mailbox.ts";
import { parseMime } from "./mime.ts";

/** An error of the SES API, in AWS's words. */
export class SesError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** SES takes at most 50 recipients and 10 MB a message. */
const MAX_RECIPIENTS = 50;
const MAX_BYTES = 10_485_760;
const NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

/** Reads a `SendEmail` or `SendRawEmail` form into a mail, refusing what SES would refuse. */
export async function readSend(form: URLSearchParams): Promise<Arrival> {
  const action = form.get("Action");
  if (action === "SendEmail") return simple(form);
  if (action === "SendRawEmail") return raw(form);
  throw new SesError("InvalidAction", `The local stage has no SES ${action ?? ""}`);
}

function simple(form: URLSearchParams): Arrival {
  const to = members(form, "Destination.ToAddresses");
  const cc = members(form, "Destination.CcAddresses");
  const bcc = members(form, "Destination.BccAddresses");
  const replyTo = members(form, "ReplyToAddresses");
  const from = form.get("Source") ?? "";
  checkAddresses(from, [...to, ...cc, ...bcc]);
  for (const address of replyTo) bareAddress(address);
  const subject = form.get("Message.Subject.Data") ?? "";
  const text = form.get("Message.Body.Text.Data") ?? "";
  const html = form.get("Message.Body.Html.Data") ?? "";
  if (text === "" && html === "") throw new SesError("InvalidParameterValue", "Message body is empty.");
  const message = { subject, text, html, headers: {}, attachments: [] };
  return {
    from: bareAddress(from),
    to: to.map(bareAddress),
    cc: cc.map(bareAddress),
    bcc: bcc.map(bareAddress),
    replyTo: replyTo.map(bareAddress),
    message,
  };
}

async function raw(form: URLSearchParams): Promise<Arrival> {
  const bytes = Buffer.from(form.get("RawMessage.Data") ?? "", "base64");
  if (bytes.length === 0) throw new SesError("InvalidParameterValue", "Empty message.");
  if (bytes.length > MAX_BYTES)
    throw new SesError("InvalidParameterValue", `Message length is more than ${MAX_BYTES} bytes long: '${bytes.length}'.`);
  const { mail, addresses } = await parseMime(bytes);
  const envelope = members(form, "Destinations");
  const from = form.get("Source") ?? addresses.from[0] ?? "";
  const named = [...addresses.to, ...addresses.cc, ...addresses.bcc];
  const recipients = envelope.length > 0 ? envelope : named;
  checkAddresses(from, recipients);
  // Who is in the envelope but in no header was written to blindly.
  const hidden = envelope.map(bareAddress).filter((address) => !named.includes(address));
  return {
    from: bareAddress(from),
    to: addresses.to,
    cc: addresses.cc,
    bcc: [...addresses.bcc, ...hidden],
    replyTo: addresses.replyTo,
    message: mail,
  };
}

function members(form: URLSearchParams, name: string): readonly string[] {
  const found: string[] = [];
  for (let index = 1; ; index += 1) {
    const value = form.get(`${name}.member.${index}`);
    if (value === null) return found;
    found.push(value);
  }
}

function checkAddresses(from: string, recipients: readonly string[]): void {
  bareAddress(from);
  if (recipients.length === 0) throw new SesError("InvalidParameterValue", "Missing required header 'To'.");
  if (recipients.length > MAX_RECIPIENTS) throw new SesError("InvalidParameterValue", `Recipient count exceeds ${MAX_RECIPIENTS}.`);
  for (const address of recipients) bareAddress(address);
}

/** The address inside `Name <address>`; throws SES's own words when it is none. */
export function bareAddress(text: string): string {
  const address = (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim();
  const fault = faultOf(address);
  if (fault !== undefined) throw new SesError("InvalidParameterValue", fault);
  return address;
}

function faultOf(address: string): string | undefined {
  const [local = "", domain = "", ...rest] = address.split("@");
  if (/[^\x20-\x7e]/.test(local)) return "Local address contains non-ASCII characters";
  if (local === "" || domain === "" || rest.length > 0) return "Missing final '@domain'";
  if (/[\s,;<>()[\]\\]/.test(local) || local.includes("..")) return "Local address contains control or whitespace";
  return /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i.test(domain) ? undefined : "Domain contains illegal character";
}

/** SES's XML answer for a mail it took. */
export function accepted(action: string, messageId: string): string {
  return `<${action}Response xmlns="${NAMESPACE}"><${action}Result><MessageId>${messageId}</MessageId></${action}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`;
}

/** SES's XML answer for a mail it refused. */
export function refused(error: SesError): string {
  return `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${error.code}</Code><Message>${escapeMarkup(error.message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
}
