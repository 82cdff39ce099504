import type * as z from "zod";
import { invalid } from "./error.ts";

const SHOWN = 50;

const fieldOf = (issue: z.core.$ZodIssue) => ({ path: issue.path.map(String).join("."), message: issue.message, code: issue.code });

/**
 * What a caller sent, in the schema's shape; throws `request.invalid` with the path of each wrong field. Only what callers send
 * goes through here: a stored row that does not fit its schema is our bug, and answers as one.
 */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw invalid("request.invalid", "Some of what was sent cannot be used", { fields: parsed.error.issues.slice(0, SHOWN).map(fieldOf) });
}
