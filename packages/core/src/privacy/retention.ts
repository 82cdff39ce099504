/** Days that files, messages and logs are kept; the templates take these figures from here, and the rows' own are in `kinds.ts`. */
export const keptDays = {
  /** Access logs of the buckets and of the edge. */
  accessLogs: 90,
  /** A version of a file that was written over or removed, where versions are kept. */
  formerVersions: 90,
  /** A message that nobody takes, and one that nobody could work with. */
  messages: 14,
  backups: 35,
  incoming: 1,
  exports: 7,
  imports: 30,
  jobs: 30,
} as const;

/** What functions print, by kind of stage. */
export const logDays = { dev: 7, staging: 30, prod: 365 } as const;

export type Kept = { readonly what: string; readonly until: string; readonly why: string; readonly by: string };

/** Files of the private bucket that go by their age, by their prefix. */
export const expiringFiles = [
  { prefix: "incoming/", days: keptDays.incoming, why: "A file waits to be checked" },
  { prefix: "export/", days: keptDays.exports, why: "Whoever asked for it fetches it" },
  { prefix: "import/", days: keptDays.imports, why: "The supplier looks at what became of it" },
] as const;

const days = (many: number): string => `${many} ${many === 1 ? "day" : "days"}`;

/** Everything that is kept and is no row of the table. */
export const keptElsewhere: readonly Kept[] = [
  ...expiringFiles.map(({ prefix, days: many, why }) => ({ what: `private bucket, ${prefix}`, until: days(many), why, by: "lifecycle rule" })),
  { what: "private bucket, avatar/", until: "the picture or the account is taken away", why: "Its person is shown it", by: "the act itself" },
  {
    what: "private bucket, quote/",
    until: "the file is taken out (and a week) or the account is erased",
    why: "Artwork and tech packs that a price is asked for with, and that an order is made by",
    by: "the act itself, the sweep",
  },
  { what: "private bucket, quote-document/", until: "the account is erased", why: "The PDF of a quote, which names its buyer", by: "the erasure" },
  {
    what: "private bucket, design/",
    until: "the design is deleted or the account erased",
    why: "Its owner orders by it",
    by: "the sweep, the erasure",
  },
  { what: "private bucket, order/", until: "ten years after the order at least", why: "Shows what was made", by: "nothing" },
  { what: "private bucket, invoice/", until: "ten years at least", why: "Tax law", by: "nothing" },
  { what: "private bucket, search/", until: "the next change of the catalogue", why: "The catalogue is searched in it", by: "the next snapshot" },
  {
    what: "media bucket",
    until: "the supplier is erased; a week for pictures that no listing shows",
    why: "Pictures of listings",
    by: "the act itself, the sweep",
  },
  { what: "versions of files (prod)", until: days(keptDays.formerVersions), why: "A mistake can be taken back", by: "lifecycle rule" },
  { what: "access logs", until: days(keptDays.accessLogs), why: "Attacks are looked into", by: "lifecycle rule" },
  { what: "messages in queues, dead letters too", until: days(keptDays.messages), why: "Work is done later", by: "the queue's retention" },
  {
    what: "logs of functions",
    until: Object.entries(logDays)
      .map(([stage, many]) => `${days(many)} (${stage})`)
      .join(", "),
    why: "Faults are looked into; they hold ids, no person",
    by: "the log group's retention",
  },
  {
    what: "recovery points of the table (staging, prod)",
    until: days(keptDays.backups),
    why: "A mistake or a loss can be taken back",
    by: "DynamoDB, AWS Backup",
  },
  { what: "user pool", until: "the account is erased", why: "People sign in with it", by: "the erasure" },
];
