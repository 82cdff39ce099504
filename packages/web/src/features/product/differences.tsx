import type { ReactNode } from "react";
import { fieldName, fieldValue } from "./field-words.tsx";

/** A field that differs, as the rules or the history tell it; a side that is absent says nothing. */
type Difference = { readonly field: string; readonly before?: unknown; readonly after?: unknown };
type Cell = (difference: Difference, side: "before" | "after") => ReactNode;

const plain: Cell = (difference, side) => fieldValue(difference.field, difference[side]);

/** What differs, side by side: what it said to the left, what it is to say to the right; one above the other on a phone. */
export function Differences({
  label,
  changes,
  heads,
  cell = plain,
}: {
  readonly label: string;
  readonly changes: readonly Difference[];
  readonly heads: readonly [before: string, after: string];
  readonly cell?: Cell;
}) {
  return (
    <table className="w-full border-y border-line max-sm:block">
      <caption className="sr-only">{label}</caption>
      <thead className="max-sm:sr-only">
        <tr className="text-left text-small text-ink-2">
          <th scope="col" className="w-36 py-1.5 pr-4 font-medium">
            Field
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="w-[calc(50%-4.5rem)] py-1.5 pr-4 font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {changes.map((difference) => (
          <tr key={difference.field} className="border-t border-line align-top max-sm:block max-sm:py-3">
            <th scope="row" className="py-2 pr-4 text-left font-medium max-sm:block max-sm:py-0">
              {fieldName(difference.field)}
            </th>
            {(["before", "after"] as const).map((side, index) => (
              <td
                key={side}
                className={
                  side === "before"
                    ? "border-l-3 border-l-madder bg-madder-soft px-3 py-2 break-words whitespace-pre-line max-sm:mt-2 max-sm:block"
                    : "border-l-3 border-l-indigo bg-indigo-soft px-3 py-2 break-words whitespace-pre-line max-sm:mt-2 max-sm:block"
                }
              >
                <span className="text-small text-ink-2 sm:hidden">{heads[index]}: </span>
                {cell(difference, side) ?? <span className="text-ink-2">nothing</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
