import * as z from "zod";

export const Severity = z.enum(["info", "low", "medium", "high", "critical"]);
export type Severity = z.infer<typeof Severity>;

/** What may be wrong. */
export const Kind = z.enum([
  "sign_in_failed",
  "locked_out",
  "rate_limited",
  "refused",
  "token_unusable",
  "probing",
  "code_guessed",
  "webhook_unsigned",
  "ai_cost",
  "ai_over_budget",
  "audit_tampered",
]);
export type Kind = z.infer<typeof Kind>;

/** One kind of thing by one caller in one hour, counted. */
export const SecurityEvent = z.strictObject({
  kind: Kind,
  /** A person's, organisation's or task's id, or a network; never a name or an address. */
  who: z.string(),
  /** What was last done: an operation's id, a record's id, or an action. */
  what: z.string(),
  severity: Severity,
  /** How often, at least: a container tells of every doubling. Of AI costs it is millionths of a dollar. */
  count: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
});
export type SecurityEvent = z.infer<typeof SecurityEvent>;

/** A limit that a route declares, and how often callers have met one of its windows today. */
export const LimitView = z.strictObject({
  operationId: z.string(),
  per: z.string(),
  max: z.int(),
  seconds: z.int(),
});
export type LimitView = z.infer<typeof LimitView>;
