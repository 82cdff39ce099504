import { type Content, contentHash, genesis, linkOf, type Sealed } from "./chain.ts";
import type { Finding, Report } from "./model.ts";

/** A sealed entry as it is stored: its seal and what it says. */
export type Entry = Sealed & { readonly content: Content };
export type Head = { readonly entries: number; readonly link: string };

/** Seconds after which an entry is late: the stream and its retries take far less, unless somebody dates a row back. */
export const LATE_SECONDS = 3_600;
/** Seconds an event's row may wait for its seal without being taken for a smuggled one. */
export const GRACE_SECONDS = 900;

export type Checking = {
  readonly day: string;
  readonly entries: readonly Entry[];
  readonly head: Head | undefined;
  /** The rows of the day's events, by event id; of events only that are in the entries, or of all there are. */
  readonly rows: ReadonlyMap<string, Content>;
  /** What the copy in locked storage ended with. */
  readonly exported?: Head | undefined;
  readonly now: Date;
};

const about = ({ content, position }: Entry) => ({ position, eventId: content.eventId, subjectId: content.subjectId });

const inserted = (entry: Entry): Finding => ({ kind: "inserted", where: "entry", ...about(entry) });

/** The head names the link the chain ends with; where the last entry is missing, nobody can tell. */
function headFindings(found: readonly Finding[], head: Head, end: string): readonly Finding[] {
  const ends = end === head.link || found.some(({ kind, position }) => kind === "deleted" && position === head.entries);
  return ends ? [] : [{ kind: "changed", where: "head" }];
}

/** Walks the chain from its first link: whatever does not follow from the entry before it is named, and the walk goes on behind it. */
function chainFindings({ day, entries, head = { entries: 0, link: genesis(day) } }: Checking): readonly Finding[] {
  const findings: Finding[] = [];
  const inOrder = Map.groupBy(entries, ({ position }) => position);
  let before = genesis(day);
  for (let position = 1; position <= head.entries; position += 1) {
    const candidates = inOrder.get(position) ?? [];
    inOrder.delete(position);
    const follows = candidates.find((entry) => entry.link === linkOf(before, entry) && entry.hash === contentHash(entry.content));
    const kept = follows ?? candidates[0];
    if (kept === undefined) findings.push({ kind: "deleted", where: "entry", position });
    else if (follows === undefined && !isBehindGap(findings, position, kept)) findings.push({ kind: "changed", where: "entry", ...about(kept) });
    findings.push(...candidates.filter((entry) => entry !== kept).map(inserted));
    before = kept?.link ?? "";
  }
  const beyond = [...inOrder.values()].flat().map(inserted);
  return [...findings, ...beyond, ...headFindings(findings, head, before)];
}

/** Behind a missing entry the link cannot be followed; the entry's own words still can. */
function isBehindGap(findings: readonly Finding[], position: number, entry: Entry): boolean {
  const last = findings.at(-1);
  return last?.kind === "deleted" && last.position === position - 1 && entry.hash === contentHash(entry.content);
}

const secondsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

const hasExpired = ({ ttl }: Content, now: Date): boolean => ttl !== undefined && ttl * 1000 <= now.getTime();

/** Compares the events' own rows with what was sealed of them. */
function rowFindings({ entries, rows, now }: Checking): readonly Finding[] {
  const events = entries.filter(({ kind }) => kind === "event");
  const sealed = new Set(events.map(({ content }) => content.eventId));
  const unlike = events.flatMap((entry): Finding[] => {
    const row = rows.get(entry.content.eventId);
    if (row === undefined) return hasExpired(entry.content, now) ? [] : [{ kind: "deleted", where: "row", ...about(entry) }];
    return contentHash(row) === entry.hash ? [] : [{ kind: "changed", where: "row", ...about(entry) }];
  });
  const unsealed = [...rows.values()]
    .filter(({ eventId, at }) => !sealed.has(eventId) && secondsBetween(at, now.toISOString()) > GRACE_SECONDS)
    .map(({ eventId, subjectId }): Finding => ({ kind: "inserted", where: "row", eventId, subjectId }));
  return [...unlike, ...unsealed];
}

const lateFindings = ({ entries }: Checking): readonly Finding[] =>
  entries
    .filter(({ kind, sealedAt, content }) => kind === "event" && secondsBetween(content.at, sealedAt) > LATE_SECONDS)
    .map((entry) => ({ kind: "late", where: "entry", ...about(entry) }));

/** A chain only grows: what was exported is its beginning for ever. */
function exportFindings({ entries, exported, day }: Checking): readonly Finding[] {
  if (exported === undefined) return [];
  const link = exported.entries === 0 ? genesis(day) : entries.find(({ position }) => position === exported.entries)?.link;
  return link === exported.link ? [] : [{ kind: "changed", where: "export", position: exported.entries }];
}

/** Everything that is wrong with a day of the audit, each row named; late entries are no fault by themselves, but worth a look. */
export function check(given: Checking): Report {
  const { day, entries, head, rows, exported, now } = given;
  const expired = entries.filter(({ kind, content }) => kind === "event" && !rows.has(content.eventId) && hasExpired(content, now)).length;
  return {
    day,
    entries: head?.entries ?? 0,
    link: head?.link ?? genesis(day),
    expired,
    ...(exported ? { exported: exported.entries } : {}),
    findings: [...chainFindings(given), ...rowFindings(given), ...exportFindings(given), ...lateFindings(given)],
  };
}
