import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";

const about = { userId: z.string() };
const ofExport = { ...about, exportId: id("export") };

export const ExportAsked = defineEvent("privacy.export_asked", z.object(ofExport));
export const ExportReady = defineEvent("privacy.export_ready", z.object({ ...ofExport, bytes: z.int() }));
export const ErasureAsked = defineEvent("privacy.erasure_asked", z.object({ ...about, organisations: z.int() }));
/** How many rows and files went; the proof has them by kind. */
export const Erased = defineEvent("privacy.erased", z.object({ ...about, rows: z.int(), files: z.int() }));
