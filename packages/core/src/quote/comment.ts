import * as z from "zod";
import * as Ai from "../ai/index.ts";
import { quoteAnalysis } from "../ai/tasks/quote-analysis.ts";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { factsFor } from "./findings.ts";
import { factsOf, keepAnalysis } from "./index.ts";
import * as policy from "./policy.ts";

const Commenting = z.strictObject({ quoteId: id("quote"), revision: z.int().min(1), key: z.string().min(1) });
const load = ({ quoteId }: { quoteId: string }) => factsOf(quoteId);

/** Has the commentary of one revision written and keeps it; a revision that is no longer in force gets none. */
export const comment = action(
  {
    name: "quote.comment",
    effect: "command",
    input: Commenting,
    load,
    policy: policy.work,
  },
  async ({ input: { quoteId, revision, key }, record: { ownerId, current, commentary } }) => {
    if (current.revision !== revision) throw conflict("quote.revised", "This quote has been revised; only the revision in force gets a commentary");
    if (commentary) throw conflict("quote.analysed", "This revision has its commentary already");
    const said = await Ai.ask(quoteAnalysis, factsFor(current.brief, current.priced), { key, ownerId });
    await keepAnalysis(quoteId, { revision, analysis: said.value, source: said.source });
    return { source: said.source, outcome: said.outcome, costMicros: said.costMicros };
  },
);
