import type { ComponentProps, ReactNode } from "react";
import { briefFrom } from "./brief-of.ts";
import type { QuoteForm } from "./quote-form.ts";
import { ContactStep } from "./step-contact.tsx";

type LastProps = Omit<ComponentProps<typeof ContactStep>, "brief" | "designId" | "draft"> & {
  readonly form: QuoteForm;
  /** What is shown while the form is no brief yet. */
  readonly unfinished: ReactNode;
  readonly range: ReactNode;
};

/** For whom the finished brief is priced, with its range beneath. */
export function LastStep({ form, unfinished, range, ...contact }: LastProps) {
  const brief = briefFrom(form);
  if (!brief) return unfinished;
  return (
    <>
      <ContactStep {...contact} brief={brief} designId={form.designId} draft={form.draft} />
      <div className="border-t border-line pt-5">{range}</div>
    </>
  );
}
