import { submitGuestLead } from "@sleekapp/contracts/lead";
import { answerCode, askCode, getGuestQuote, listQuotes } from "@sleekapp/contracts/quote";
import { mailedCode, type Person, person, townOf, until } from "@sleekapp/local/people/person";
import type { Stage } from "@sleekapp/local/stage";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { field, press } from "./mill.ts";

/** What somebody writes who would rather speak with a person. */
const request = { name: "Lena Lead", quantity: 300, garmentType: "hoodie", notes: "Heavy hoodies with a print on the back." } as const;

/** Proves an address by the mailed code and asks for a person under it as often as there is something to say; gives the one reference. */
async function askForPerson(stage: Stage, email: string, ...said: readonly string[]): Promise<string> {
  const nobody = person(townOf(stage), email);
  const { challengeId } = await nobody.ask(askCode, { body: { email, purpose: "quote" } });
  const { proof } = await nobody.ask(answerCode, { params: { challengeId }, body: { code: await mailedCode(stage, email) } });
  const references = new Set<string>();
  for (const notes of said)
    references.add((await nobody.ask(submitGuestLead, { body: { ...request, notes } }, { credentials: { "x-proof": proof } })).reference);
  expect(references.size).toBe(1);
  return [...references].join("");
}

/** The newest mail to an address whose subject says so. */
async function mailTo(stage: Stage, email: string, subject: RegExp): Promise<string> {
  const found = await until(`A mail to ${email} about ${subject.source}`, async () =>
    stage.mailbox.list(email).find((one) => subject.test(one.subject)),
  );
  return (await stage.mailbox.read(found.id))?.text ?? "";
}

/** The mail to an address that has these words in it. */
async function letterWith(stage: Stage, email: string, words: string): Promise<string> {
  return until(`A mail to ${email} with ${words}`, async () => {
    const letters = await Promise.all(stage.mailbox.list(email).map(async ({ id }) => (await stage.mailbox.read(id))?.text ?? ""));
    return letters.find((text) => text.includes(words));
  });
}

/** Reads the quote that a mail's link shows, without an account; gives its total in cents. */
async function quoteIn(stage: Stage, letter: string): Promise<{ readonly quoteId: string; readonly total: number }> {
  const fragment = new URLSearchParams(/shared-quote#(\S+)/u.exec(letter)?.[1]);
  const quoteId = fragment.get("id") ?? "";
  const nobody = person(townOf(stage), "anybody@people.example");
  const { total } = await nobody.ask(getGuestQuote, { params: { quoteId } }, { credentials: { "x-claim": fragment.get("t") ?? "" } });
  return { quoteId, total: total.amount };
}

/** Whoever proved the address signs up with it; gives the quotes that are in their list then. */
async function quotesAfterSignUp(one: Person, password: string): Promise<readonly string[]> {
  await one.signUp({ password, name: request.name, as: "buyer", company: "Lead & Co" });
  return until("The quote in the new account", async () => {
    const { items } = await one.ask(listQuotes, {});
    return items.length > 0 ? items.map(({ quoteId }) => quoteId) : undefined;
  });
}

type Setting = {
  readonly stage: Stage;
  readonly admin: Page;
  readonly operator: string;
  readonly password: string;
  readonly visitor: Page;
  readonly go: (page: Page, path: string) => Promise<void>;
  readonly show: (page: Page, name: string) => Promise<unknown>;
};

/** From asking for a person to the quote in one's own account, by hand and, where others take part, over HTTP. */
export function leadsByHand(setting: () => Promise<Setting>): void {
  test(
    "whoever asks for a person is one lead however often they ask; an admin moves it, writes again and makes the quote that they find in their account",
    { timeout: 240_000 },
    async () => {
      const { stage, admin, operator, password, visitor, go, show } = await setting();
      const email = "lena.lead@people.example";
      await go(visitor, "/talk");
      await field(visitor, "Your name").fill(request.name);
      await field(visitor, "E-mail address").fill(email);
      await field(visitor, "Garment (optional)").selectOption(request.garmentType);
      await field(visitor, "About how many").fill(String(request.quantity));
      await field(visitor, "What you want made").fill(request.notes);
      await press(visitor, "Send the code");
      await field(visitor, "Code from the mail").fill(await mailedCode(stage, email));
      const send = visitor.getByRole("button", { name: "Confirm and send" });
      if (await send.isEnabled().catch(() => false)) await send.click().catch(() => undefined);
      await visitor.getByText("We have it:").waitFor();
      await show(visitor, "talk");
      await mailTo(stage, operator, /^New request L-/u);
      const reference = /L-\w+/u.exec((await visitor.getByText("We have it:").textContent()) ?? "")?.[0] ?? "";
      // Somebody else asks twice.
      const other = await askForPerson(stage, "otis.lead@people.example", request.notes, "And a second thing: caps to go with them.");
      expect(other).not.toBe(reference);

      await go(admin, "/admin/quotes?tab=leads");
      await admin.getByText(reference).waitFor();
      expect(await admin.getByRole("link", { name: request.name }).count()).toBe(2);
      await admin.getByRole("link", { name: new RegExp(other, "u") }).click();
      await admin.getByText("And a second thing: caps").waitFor();
      await go(admin, "/admin/quotes?tab=leads");
      await admin.getByRole("link", { name: new RegExp(reference, "u") }).click();
      await admin.getByText(request.notes).waitFor();
      await field(admin, "Stage").selectOption("qualified");
      await until("The lead at its stage", async () => (await field(admin, "Stage").inputValue()) === "qualified" || undefined);
      await press(admin, "Send it");
      const gentle = await letterWith(stage, email, "/lead-mails#t=");
      expect(gentle).toContain(request.name);
      // What a follow-up changes is read again.
      await go(admin, new URL(admin.url()).pathname);
      await press(admin, "Make the quote and mail it");
      const link = admin.getByRole("link", { name: "The quote that was made for them" });
      await link.waitFor();
      await show(admin, "lead");

      const letter = await letterWith(stage, email, "/shared-quote#");
      const { quoteId, total } = await quoteIn(stage, letter);
      expect(await link.getAttribute("href")).toBe(`/app/quotes/${quoteId}`);
      expect(total).toBeGreaterThan(0);
      expect(await quotesAfterSignUp(person(townOf(stage), email), password)).toEqual([quoteId]);
      await visitor.context().close();
    },
  );
}
