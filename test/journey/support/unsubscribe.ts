type Letter = { readonly headers: Readonly<Record<string, string>> };

/** Where a mail program would post to, as the mail's headers say it; throws where they offer no stop by one press (RFC 8058). */
function addressIn({ headers }: Letter): string {
  const [, address] = /^<(.*)>$/u.exec(headers["list-unsubscribe"] ?? "") ?? [];
  if (address === undefined || headers["list-unsubscribe-post"] !== "List-Unsubscribe=One-Click")
    throw new Error("the mail cannot be stopped by one press");
  return address;
}

/** Presses the stop of a mail program in both ways a form may be sent, then without the words that mean it, and tells the answers' statuses. */
export async function pressStop(letter: Letter | undefined): Promise<readonly number[]> {
  const address = addressIn(letter ?? { headers: {} });
  const parts = new FormData();
  parts.set("List-Unsubscribe", "One-Click");
  const bodies = [parts, new URLSearchParams({ "List-Unsubscribe": "One-Click" }), new URLSearchParams()];
  return Promise.all(bodies.map(async (body) => (await fetch(address, { method: "POST", body })).status));
}
