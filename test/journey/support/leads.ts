import { submitGuestLead } from "@sleekapp/contracts/lead";
import { answerCode, askCode, getGuestQuote, listQuotes } from "@sleekapp/contracts/quote";
import { mailedCode, type Person, person, townOf, until } from "@sleekapp/local/people/person";
import type { Stage } from "@sleekapp/local/stage";

/** What somebody writes who would rather speak with a person. */
export const request = { name: "Lena Lead", quantity: 300, garmentType: "hoodie", notes: "Heavy hoodies with a print on the back." } as const;

/** Proves an address by the mailed code and asks for a person under it; gives the reference. */
export async function askForPerson(stage: Stage, email: string, notes: string = request.notes): Promise<string> {
  const nobody = person(townOf(stage), email);
  const since = new Date().toISOString();
  const { challengeId } = await nobody.ask(askCode, { body: { email, purpose: "quote" } });
  const code = await mailedCode(stage, email.toLowerCase(), since);
  const { proof } = await nobody.ask(answerCode, { params: { challengeId }, body: { code } });
  const { reference } = await nobody.ask(submitGuestLead, { body: { ...request, notes } }, { credentials: { "x-proof": proof } });
  return reference;
}

/** The newest mail to an address whose subject says so. */
export async function mailTo(stage: Stage, email: string, subject: RegExp): Promise<string> {
  const found = await until(`A mail to ${email} about ${subject.source}`, async () =>
    stage.mailbox.list(email).find((one) => subject.test(one.subject)),
  );
  return (await stage.mailbox.read(found.id))?.text ?? "";
}

/** Reads the quote that a mail's link shows, without an account; gives its total in cents. */
export async function quoteIn(stage: Stage, letter: string): Promise<{ readonly quoteId: string; readonly total: number }> {
  const fragment = new URLSearchParams(/shared-quote#(\S+)/u.exec(letter)?.[1]);
  const quoteId = fragment.get("id") ?? "";
  const nobody = person(townOf(stage), "anybody@people.example");
  const { total } = await nobody.ask(getGuestQuote, { params: { quoteId } }, { credentials: { "x-claim": fragment.get("t") ?? "" } });
  return { quoteId, total: total.amount };
}

/** Whoever proved the address signs up with it; gives the quotes that are in their list then. */
export async function quotesAfterSignUp(one: Person, password: string): Promise<readonly string[]> {
  await one.signUp({ password, name: request.name, as: "buyer", company: "Lead & Co" });
  return until("The quote in the new account", async () => {
    const { items } = await one.ask(listQuotes, {});
    return items.length > 0 ? items.map(({ quoteId }) => quoteId) : undefined;
  });
}
