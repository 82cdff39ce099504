import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";

const about = { jobId: id("job"), orgId: z.string() };

export const Opened = defineEvent("import.opened", z.object(about));
/** `attempt` says how often it has been started. */
export const Started = defineEvent("import.started", z.object({ ...about, attempt: z.int(), isDryRun: z.boolean() }));
/** The file was read to its end, and some of its products lack answers that its beginning did not ask for. */
export const Asking = defineEvent("import.asking", z.object({ ...about, questions: z.int() }));
/** So many products are done, and the rest is the next message's. */
export const Advanced = defineEvent("import.advanced", z.object({ ...about, attempt: z.int(), next: z.int() }));
export const Finished = defineEvent("import.finished", z.object({ ...about, created: z.int(), updated: z.int(), skipped: z.int() }));
export const Failed = defineEvent("import.failed", z.object({ ...about, next: z.int() }));
export const ExportAsked = defineEvent("export.products_asked", z.object(about));
export const Exported = defineEvent("export.products_ready", z.object({ ...about, products: z.int() }));
