import * as z from "zod";
import { Source } from "../ai/model.ts";
import { Language, Reading } from "./model.ts";

/** What was read of a brief, for whoever wrote it to correct. */
export const ReadView = z.strictObject({
  reading: Reading,
  language: Language,
  /** A model read it together with the rules, or the rules alone. */
  source: Source,
  /** Files that nobody could look at: without a model there are only rules, which read words. */
  unreadFiles: z.int().min(0),
});
export type ReadView = z.infer<typeof ReadView>;
