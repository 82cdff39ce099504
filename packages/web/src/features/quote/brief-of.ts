import { Brief } from "@sleekapp/core/pricing/model";
import { partialOf, type QuoteForm } from "./quote-form.ts";

/** The finished brief; undefined while something is missing or not accepted. */
export function briefFrom(form: QuoteForm): Brief | undefined {
  const known = Object.fromEntries(Object.entries(partialOf(form)).filter(([, value]) => value !== undefined));
  const parsed = Brief.safeParse(known);
  return parsed.success ? parsed.data : undefined;
}
