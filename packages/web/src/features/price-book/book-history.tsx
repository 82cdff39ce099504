import type { BookView } from "@sleekapp/core/price-book/view";
import { TimeAt } from "../../ui/value.tsx";
import { shortId } from "../insight/words.ts";

const words: Readonly<Record<string, string>> = {
  "price_book.drafted": "Drafted",
  "price_book.edited": "Changed",
  "price_book.published": "Published",
  "price_book.discarded": "Put away",
};

/** Who did what to a book, the first first; the audit has every figure that was changed. */
export function BookHistory({ history }: { readonly history: BookView["history"] }) {
  if (history.length === 0) return <p className="text-ink-2">This book came with a release of the software.</p>;
  return (
    <ol className="flex flex-col">
      {history.map(({ type, at, actorId }) => (
        <li key={`${type} ${at}`} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2 last:border-b-0">
          <span>
            {words[type] ?? type} by <span className="text-ink-2">{shortId(actorId)}</span>
          </span>
          <TimeAt at={at} />
        </li>
      ))}
    </ol>
  );
}
