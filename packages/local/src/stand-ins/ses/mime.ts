/** A message taken apart. */
export interface ParsedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
}

/** The addresses a message names in its own headers. */
export interface MailAddresses {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
}

interface AddressField {
  readonly value: readonly { readonly address?: string }[];
}

/** Takes a raw message apart: encodings, alternatives, attachments; pictures named by `cid:` become part of the HTML. */
export async function parseMime(raw: Buffer): Promise<{ readonly mail: ParsedMail; readonly addresses: MailAddresses }> {
  // Loaded with the first raw mail only: it is the largest part of this stand-in.
  const { simpleParser } = await import("mailparser");
  const parsed = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true });
  const attachments = parsed.attachments
    .filter(({ related }) => related !== true)
    .map(({ filename, contentType, content }, index) => ({ name: filename ?? `attachment-${index + 1}`, type: contentType, content }));
  const headers = Object.fromEntries(parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(":") + 1).trim()]));
  return {
    mail: { subject: parsed.subject ?? "", text: parsed.text ?? "", html: parsed.html || "", headers, attachments },
    addresses: { from: plain(parsed.from), to: plain(parsed.to), cc: plain(parsed.cc), bcc: plain(parsed.bcc), replyTo: plain(parsed.replyTo) },
  };
}

function plain(field: AddressField | readonly AddressField[] | undefined): readonly string[] {
  const fields = field === undefined ? [] : "value" in field ? [field] : field;
  return fields.flatMap(({ value }) => value.flatMap(({ address }) => (address ? [address] : [])));
}
