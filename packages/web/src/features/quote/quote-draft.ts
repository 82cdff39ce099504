import * as z from "zod";
import { Contact } from "./contact.ts";
import { QuoteForm, emptyForm } from "./quote-form.ts";

const QuoteDraft = z.strictObject({ form: QuoteForm, contact: Contact });
export type QuoteDraft = z.infer<typeof QuoteDraft>;

const initial: QuoteDraft = { form: emptyForm, contact: { email: "" } };

/** What was typed into the quote form, in this tab, until a quote was made of it. */
export const quoteDraft = { key: "quote", initial, parse: (value: unknown): QuoteDraft | undefined => QuoteDraft.safeParse(value).data } as const;
