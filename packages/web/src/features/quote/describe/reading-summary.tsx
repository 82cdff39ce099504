import { languageNames } from "@sleekapp/core/brief/model";
import type { ReadView } from "@sleekapp/core/brief/view";
import { useEffect, useRef } from "react";
import { DateOn } from "../../../ui/value.tsx";
import { Status } from "../../../ui/status.tsx";
import { type Line, linesOf, missingIn } from "./form-of-reading.ts";

/** What was read of the words and how sure it is; the form below holds it already, for the reader to correct. */
export function ReadingSummary({ view }: { readonly view: ReadView }) {
  const lines = linesOf(view.reading);
  const missing = missingIn(view.reading);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [view]);
  return (
    <div className="mt-5 border-t border-line pt-4" role="status">
      <h2 ref={title} tabIndex={-1} className="font-semibold outline-none">
        {lines.length === 0 ? "Nothing of the form was found in it" : "This is what we read"}
      </h2>
      {lines.length === 0 ? null : (
        <dl className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {lines.map((line) => (
            <ReadLine key={line.field} line={line} />
          ))}
        </dl>
      )}
      <p className="measure mt-3 text-small text-ink-2">
        {missing.length > 0 ? `Not said, so please choose: ${missing.join(", ")}. ` : ""}
        {howRead(view)} Correct whatever is wrong in the form below; your words are kept with the notes.
      </p>
    </div>
  );
}

const ReadLine = ({ line: { field, name, text, isSure } }: { readonly line: Line }) => (
  <div className="min-w-0">
    <dt className="text-small text-ink-2">{name}</dt>
    <dd className="tnum flex flex-wrap items-center gap-2 font-medium">
      <span className="min-w-0 break-words">{field === "wantedOn" ? <DateOn on={text} /> : text}</span>
      {isSure ? null : <Status tone="waiting">Please check</Status>}
    </dd>
  </div>
);

function howRead({ language, source, unreadFiles }: ReadView): string {
  const by =
    source === "model" ? `Read as ${languageNames[language]} by our model and our rules.` : `Read as ${languageNames[language]} by our rules.`;
  return unreadFiles > 0 ? `${by} Files could not be looked at just now; write down what they show.` : by;
}
