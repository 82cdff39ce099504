import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";

const about = { userId: z.string(), searchId: id("search") };

export const Saved = defineEvent("saved_search.saved", z.object(about));
export const Changed = defineEvent("saved_search.changed", z.object(about));
export const Removed = defineEvent("saved_search.removed", z.object(about));
export const Stopped = defineEvent("saved_search.stopped", z.object(about));
/** It is time to look for what was listed since `from`, up to and with `until`. */
export const Due = defineEvent("saved_search.due", z.object({ ...about, from: z.string(), until: z.string() }));
export const Alerted = defineEvent("saved_search.alerted", z.object({ ...about, listings: z.int() }));
