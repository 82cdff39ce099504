import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { PageQuery } from "../kernel/page.ts";
import { Archive } from "../ports/archive.ts";
import { check, type Head } from "./check.ts";
import { Day, type Report } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { Day, EntryView, Finding, Report } from "./model.ts";
export { type Content, contentHash } from "./chain.ts";
export { check } from "./check.ts";
export { exportDay } from "./export.ts";
export { seal } from "./seal.ts";
export { ContentSchema, type Placed } from "./store.ts";

const Listing = PageQuery.extend({
  day: Day.optional(),
  actorId: z.string().max(120).optional(),
  subjectId: z.string().max(120).optional(),
  action: z.string().max(80).optional(),
});

/** Who did what to which record, newest first: of a day (today unless said), an actor, a record or an action, or of several of these. */
export const list = action(
  { name: "audit.list", effect: "sensitive-read", input: Listing, load: nothing, policy: policy.read },
  async ({ input, now }) => store.list(input, dateOf(now), input),
);

const ExportedHead = z.object({ entries: z.int(), link: z.string() });

/** What the copy in locked storage ended with, or undefined while the day has none. */
export async function exportedHead(day: string): Promise<Head | undefined> {
  const text = await Archive.use().get(`${day}/head.json`);
  return text === undefined ? undefined : ExportedHead.parse(JSON.parse(text));
}

/**
 * Checks a day: its chain, and the row of every event that was sealed in it. With all event rows of the day, which only the operator's
 * command has, also those that were never sealed.
 */
export async function checkDay(day: string, now: Date, all?: readonly unknown[]): Promise<Report> {
  const head = await store.findHead(day);
  const [entries, exported] = await Promise.all([store.entriesOf(day), exportedHead(day)]);
  const sealed = entries.filter(({ position }) => position <= (head?.entries ?? 0));
  const rows = all === undefined ? await store.rowsFor(sealed) : store.contentsOf(all);
  return check({ day, entries, head, rows, exported, now });
}

/** The check of one day, for its page. */
export const verify = action(
  { name: "audit.verify", effect: "sensitive-read", input: z.strictObject({ day: Day }), load: nothing, policy: policy.read },
  async ({ input, now }) => checkDay(input.day, now),
);
