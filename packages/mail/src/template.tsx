/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type * as z from "zod";
import { fitSubject } from "./format.ts";
import { Layout } from "./layout.tsx";
import { textOf } from "./text.ts";

/** What the mail says about its sender; `webOrigin` has no trailing slash. */
export type Sender = { readonly replyTo: string; readonly webOrigin: string };

export type Mail = { readonly subject: string; readonly html: string; readonly text: string };

type Spec<S extends z.ZodObject> = {
  readonly data: S;
  readonly subject: (data: z.output<S>) => string;
  /** One sentence, the first line a mail list shows beside the subject. */
  readonly preview: (data: z.output<S>) => string;
  /** Why this person gets this mail: one sentence of the footer. */
  readonly why: (data: z.output<S>) => string;
  readonly Body: (data: z.output<S>) => Child;
};

/**
 * A mail: the schema of its data, and one component that says it.
 * `render` refuses data the schema does not know (ZodError), escapes all of it and derives the text part from the HTML.
 */
export function defineTemplate<S extends z.ZodObject>(spec: Spec<S>) {
  const render = (raw: unknown, sender?: Sender): Mail => {
    const data = spec.data.parse(raw);
    const subject = fitSubject(spec.subject(data));
    const body = (
      <Layout subject={subject} preview={spec.preview(data)} why={spec.why(data)} sender={sender}>
        {spec.Body(data)}
      </Layout>
    );
    const html = `<!doctype html>${String(body)}`;
    return { subject, html, text: textOf(html) };
  };
  return { data: spec.data, Body: spec.Body, render };
}
