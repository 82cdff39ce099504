import { randomUUID } from "node:crypto";
import type { Stage } from "@sleekapp/local/stage";
import * as z from "zod";

const Answer = z.record(z.string(), z.unknown());
export type Answered = { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Headers };

/** One call on a stage, as a browser on its origin makes it; commands get a key of their own unless one is given. */
export async function call(
  stage: Pick<Stage, "url">,
  path: string,
  given: { readonly body?: unknown; readonly headers?: Record<string, string> } = {},
): Promise<Answered> {
  const command = given.body === undefined ? {} : { "content-type": "application/json", "idempotency-key": randomUUID() };
  const response = await fetch(`${stage.url}${path}`, {
    method: given.body === undefined ? "GET" : "POST",
    headers: { ...command, ...given.headers },
    ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
  });
  const text = await response.text();
  return { status: response.status, body: Answer.parse(text === "" ? {} : JSON.parse(text)), headers: response.headers };
}

/** Waits until the look gives something; throws after the limit. */
export async function until<T>(look: () => Promise<T | undefined> | T | undefined, limitMs = 20_000): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`nothing came in ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Proves an address as a guest does: asks for the code, reads it in the mail, sends it back. Gives the proof. */
export async function proveAddress(
  stage: Pick<Stage, "url" | "mailbox">,
  email: string,
  purpose: "quote" | "second_factor" = "quote",
): Promise<string> {
  const asked = await call(stage, "/v1/guest/codes", { body: { email, purpose } });
  const code = await until(async () => {
    const [newest] = stage.mailbox.list(email);
    const mail = newest && (await stage.mailbox.read(newest.id));
    return mail?.text.match(/\b\d{6}\b/)?.[0];
  });
  const answered = await call(stage, `/v1/guest/codes/${String(asked.body["challengeId"])}/answer`, { body: { code } });
  return z.string().parse(answered.body["proof"]);
}

const Quoted = z.object({ quote: z.looseObject({ quoteId: z.string() }), claim: z.string() });

/** Has a brief priced; gives the quote's id and the header by which its guest reads it again. */
export async function priceAsGuest(stage: Pick<Stage, "url">, proof: string, brief: unknown) {
  const { quote, claim } = Quoted.parse((await call(stage, "/v1/guest/quotes", { body: { brief }, headers: { "x-proof": proof } })).body);
  return { quoteId: quote.quoteId, read: () => call(stage, `/v1/guest/quotes/${quote.quoteId}`, { headers: { "x-claim": claim } }) };
}
