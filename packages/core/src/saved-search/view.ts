import * as z from "zod";
import { AskedText } from "./model.ts";

/** A search as its owner sees it; `query` is what stands in the catalogue's address. */
export const SavedSearchView = z.strictObject({
  searchId: z.string(),
  name: z.string(),
  query: AskedText,
  hasAlerts: z.boolean(),
  createdAt: z.string(),
});
export type SavedSearchView = z.infer<typeof SavedSearchView>;
