import * as z from "zod";

/** Who did it: ids only, so that an entry says the same after the person has been forgotten. */
export const Actor = z.strictObject({
  type: z.enum(["member", "admin", "guest", "link", "visitor", "system"]),
  id: z.string(),
  orgId: z.string().optional(),
});

const Shown = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const Changes = z.record(z.string(), z.strictObject({ before: Shown.optional(), after: Shown.optional() }));

/** One entry as an admin reads it. */
export const EntryView = z.strictObject({
  eventId: z.string(),
  /** `expiry` when it says that an event's row has reached the end of its time and is gone. */
  kind: z.enum(["event", "expiry"]),
  action: z.string(),
  subjectId: z.string(),
  actor: Actor,
  at: z.string(),
  requestId: z.string(),
  source: z.string().optional(),
  /** Ids and facts of the event; lists and amounts as their JSON. */
  data: z.record(z.string(), Shown),
  changes: Changes.optional(),
  position: z.int(),
  sealedAt: z.string(),
});
export type EntryView = z.infer<typeof EntryView>;

/** A calendar day, UTC. */
export const Day = z.iso.date();

/** What was found wrong: with which row, and how. */
export const Finding = z.strictObject({
  kind: z.enum(["changed", "deleted", "inserted", "late"]),
  /** Where: the event's own row, the sealed entry, the day's head, or the copy in locked storage. */
  where: z.enum(["row", "entry", "head", "export"]),
  position: z.int().optional(),
  eventId: z.string().optional(),
  subjectId: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

export const Report = z.strictObject({
  day: Day,
  entries: z.int(),
  /** The last link of the day's chain; an empty day has its first. */
  link: z.string(),
  /** Event rows that have expired in their time and are known by their entry alone. */
  expired: z.int(),
  /** Entries that the copy in locked storage holds; absent while there is none. */
  exported: z.int().optional(),
  findings: z.array(Finding).readonly(),
});
export type Report = z.infer<typeof Report>;
