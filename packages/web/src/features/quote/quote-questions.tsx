import { listQuoteNotes, writeQuoteNote } from "@sleekapp/contracts/quote-review";
import type { NoteView } from "@sleekapp/core/quote/view";
import { clsx } from "clsx";
import { type FormEvent, useState } from "react";
import { roleOf, useMe } from "../../lib/me.ts";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";

type Reader = NoteView["side"];
const names: Readonly<Record<Reader, string>> = { buyer: "The buyer", platform: "SleekApp" };

/** What was asked about a quote and answered, and the way to ask. */
export function QuoteQuestions({ quoteId }: { readonly quoteId: string }) {
  const { data: me } = useMe();
  const notes = useRead(listQuoteNotes, { params: { quoteId } });
  const reader: Reader = me && roleOf(me) === "admin" ? "platform" : "buyer";
  return (
    <Panel title="Questions">
      <div className="flex flex-col gap-4">
        {notes.data ? (
          <Notes notes={notes.data.items} reader={reader} />
        ) : notes.error ? (
          <ErrorPanel error={notes.error} onRetry={() => void notes.refetch()} />
        ) : (
          <Loading label="Loading the questions">
            <SkeletonText lines={2} />
          </Loading>
        )}
        {me && me.memberKind !== "viewer" ? <Write quoteId={quoteId} reader={reader} /> : null}
      </div>
    </Panel>
  );
}

const Notes = ({ notes, reader }: { readonly notes: readonly NoteView[]; readonly reader: Reader }) =>
  notes.length === 0 ? (
    <p className="text-ink-2">Nothing has been asked so far.</p>
  ) : (
    <ol aria-label="Questions and answers" className="flex flex-col gap-3">
      {notes.map(({ noteId, side, text, at }) => (
        <li
          key={noteId}
          className={clsx(
            "w-fit max-w-full rounded-panel border border-line px-4 py-2.5",
            side === reader ? "self-end bg-indigo-soft" : "self-start",
          )}
        >
          <p className="flex flex-wrap gap-x-3 text-small text-ink-2">
            <span className="font-medium">{side === reader ? "You" : names[side]}</span>
            <TimeAt at={at} />
          </p>
          <p className="measure whitespace-pre-line wrap-anywhere">{text}</p>
        </li>
      ))}
    </ol>
  );

function Write({ quoteId, reader }: { readonly quoteId: string; readonly reader: Reader }) {
  const [text, setText] = useState("");
  const write = useCommand(writeQuoteNote, { refresh: [listQuoteNotes], onSuccess: () => setText("") });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim().length > 1) write.mutate({ params: { quoteId }, body: { text: text.trim() } });
  };
  const isAnswer = reader === "platform";
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field label={isAnswer ? "Answer" : "Question"} hint={isAnswer ? "It is mailed to the buyer." : "A person answers, here and by mail."}>
        <Textarea name="text" rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <FormError error={write.error} />
      <Button type="submit" busy={write.isPending} disabled={text.trim().length < 2} className="self-start">
        {isAnswer ? "Send the answer" : "Ask"}
      </Button>
    </form>
  );
}
