import type { EntryView, Finding } from "./model.ts";

/** A spreadsheet takes a cell that begins like this for a formula; an apostrophe makes it a text. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const columns: readonly (readonly [name: string, of: (entry: EntryView) => string])[] = [
  ["at", ({ at }) => at],
  ["actor", ({ actor }) => `${actor.type} ${actor.id}`],
  ["organisation", ({ actor }) => actor.orgId ?? ""],
  ["action", ({ action, kind }) => (kind === "expiry" ? `${action} (row expired)` : action)],
  ["target", ({ subjectId }) => subjectId],
  ["changes", ({ changes }) => (changes ? JSON.stringify(changes) : "")],
  ["data", ({ data }) => JSON.stringify(data)],
  ["source", ({ source }) => source ?? ""],
  ["request", ({ requestId }) => requestId],
  ["event", ({ eventId }) => eventId],
  ["position", ({ position }) => String(position)],
  ["sealed at", ({ sealedAt }) => sealedAt],
];

/** Entries as a file for a spreadsheet: every cell quoted, none of them a formula, lines ended as RFC 4180 asks. */
export const csvOf = (entries: readonly EntryView[]): string =>
  [columns.map(([name]) => cell(name)), ...entries.map((entry) => columns.map(([, of]) => cell(of(entry))))]
    .map((cells) => `${cells.join(",")}\r\n`)
    .join("");

const places = {
  row: "The row of event",
  entry: "The sealed entry",
  head: "The end of the chain",
  export: "The chain up to its locked copy",
} as const;
const faults = { changed: "was changed", deleted: "was deleted", inserted: "was put in from outside", late: "was sealed late" } as const;

/** A finding as a sentence. */
export function sentenceOf({ kind, where, position, eventId, subjectId }: Finding): string {
  const which = [eventId, position === undefined ? undefined : `at place ${position}`, subjectId ? `about ${subjectId}` : undefined];
  return `${[places[where], ...which.filter((part) => part !== undefined)].join(" ")} ${faults[kind]}.`;
}
