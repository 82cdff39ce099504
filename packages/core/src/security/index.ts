import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { PageQuery } from "../kernel/page.ts";
import { type SecurityEvent, Severity } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { Kind, LimitView, SecurityEvent, Severity } from "./model.ts";

const Listing = PageQuery.extend({ day: z.iso.date().optional(), severity: Severity.optional() });

/** Security events, newest first: of a day (today unless said), or of one severity. */
export const events = action(
  { name: "security.events", effect: "sensitive-read", input: Listing, load: nothing, policy: policy.read },
  async ({ input, now }) => store.list({ day: input.day ?? dateOf(now), severity: input.severity }, input),
);

/** Who has met a limit today, among the newest events of the day. */
export const limitHits = action(
  { name: "security.limit_hits", effect: "sensitive-read", input: z.strictObject({}), load: nothing, policy: policy.read },
  async ({ now }): Promise<readonly SecurityEvent[]> => {
    const { items } = await store.list({ day: dateOf(now) }, { limit: 50 });
    return items.filter(({ kind }) => kind === "rate_limited");
  },
);
