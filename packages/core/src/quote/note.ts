import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { randomSecret, sha256 } from "../ports/crypto.ts";
import { commit } from "../table/commit.ts";
import { Noted, Shared, Unshared } from "./event.ts";
import { MAX_NOTES, NoteText } from "./model.ts";
import * as policy from "./policy.ts";
import { noteView } from "./shown.ts";
import * as store from "./store.ts";
import type { NoteView } from "./view.ts";

const ById = z.strictObject({ quoteId: id("quote") });
const load = ({ quoteId }: { readonly quoteId: string }) => store.find(quoteId);
const overtaken = () => conflict("quote.changed", "This quote changed while you were looking at it");

/** A question of the buyer about a quote, or the platform's answer. Throws `quote.notes_full`. */
export const note = action(
  { name: "quote.note", effect: "command", input: ById.extend({ text: NoteText }), load, policy: policy.ask },
  async ({ input: { text }, record: { quote }, actor }) => {
    if (quote.notes >= MAX_NOTES) throw conflict("quote.notes_full", `A quote has room for ${MAX_NOTES} questions and answers`);
    const { quoteId } = quote;
    const said = { noteId: newId("message"), side: actor.type === "admin" ? ("platform" as const) : ("buyer" as const), text, at: nowIso() };
    return commit({
      about: quoteId,
      writes: [store.headerWrite(quote, { notes: quote.notes + 1 }, nowIso()), store.noteWrite(quoteId, said)],
      events: [Noted({ quoteId, messageId: said.noteId, side: said.side })],
      changed: { before: quote, after: { notes: quote.notes + 1 } },
      reply: noteView(said),
      refused: overtaken,
    });
  },
);

const loadNotes = async ({ quoteId }: { readonly quoteId: string }) => {
  const [found, said] = await Promise.all([store.find(quoteId), store.notesOf(quoteId)]);
  return found && { ...found, said };
};

/** What was asked and answered under a quote, first things first. */
export const notes = action(
  { name: "quote.notes", effect: "read", input: ById, load: loadNotes, policy: policy.read },
  async ({ record }): Promise<{ readonly items: readonly NoteView[] }> => ({ items: record.said.map(noteView) }),
);

/** Makes a link that shows a quote to whoever holds it, in the place of the one before; the secret is told once and only its hash is kept. */
export const share = action({ name: "quote.share", effect: "command", input: ById, load, policy: policy.accept }, async ({ record: { quote } }) => {
  const token = randomSecret();
  const shareHash = sha256(token);
  const { quoteId } = quote;
  return commit({
    about: quoteId,
    writes: [store.headerWrite(quote, { shareHash }, quote.laneAt)],
    events: [Shared({ quoteId })],
    changed: { before: { isShared: quote.shareHash !== undefined, link: quote.shareHash }, after: { isShared: true, link: shareHash } },
    reply: { quoteId, token },
    refused: overtaken,
  });
});

/** Turns the link of a quote off at once; a quote without one stays as it is. */
export const unshare = action(
  { name: "quote.unshare", effect: "command", input: ById, load, policy: policy.accept },
  async ({ record: { quote } }) => {
    const { quoteId } = quote;
    if (quote.shareHash === undefined) return { quoteId };
    return commit({
      about: quoteId,
      writes: [store.unshareWrite(quote)],
      events: [Unshared({ quoteId })],
      changed: { before: { isShared: true }, after: { isShared: false } },
      reply: { quoteId },
      refused: overtaken,
    });
  },
);

/** What a mail says of a question, an answer or a refusal, and whose quote it is; undefined when it has gone. */
export async function answerOf(quoteId: string, noteId?: string) {
  const [found, said] = await Promise.all([store.find(quoteId), noteId === undefined ? [] : store.notesOf(quoteId)]);
  if (!found) return undefined;
  const { quote } = found;
  const text = noteId === undefined ? quote.declineReason : said.find((one) => one.noteId === noteId)?.text;
  return text === undefined ? undefined : { to: quote.ownerId, title: quote.title, text };
}
