import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { defineEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { ProductSearch } from "../ports/product-search.ts";
import { commit } from "../table/commit.ts";
import * as policy from "./policy.ts";

/** The index is to be made anew from the table; the worker does it in its turn. */
export const RebuildAsked = defineEvent("search.rebuild_asked", z.object({ jobId: id("job") }));

/** Asks for the index to be made anew; its `jobId` is what `rebuiltBy` is asked with. */
export const askRebuild = action(
  { name: "search.ask_rebuild", effect: "command", input: z.strictObject({}), load: nothing, policy: policy.work },
  async () => {
    const jobId = newId("job");
    return commit({ about: jobId, writes: [], events: [RebuildAsked({ jobId })], reply: { jobId } });
  },
);

/**
 * Asks for the index to be made anew where another release wrote it in another way than this one reads; says whether it had to. Until
 * the worker has done it, it may be asked for again: the worker makes the same index twice.
 */
export async function renewOutdated(): Promise<boolean> {
  if (await ProductSearch.use().isReadable()) return false;
  await askRebuild({});
  return true;
}
