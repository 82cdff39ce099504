import { getHealth, getTerms } from "@sleekapp/contracts/content";
import { config } from "@sleekapp/core/config";
import * as Terms from "@sleekapp/core/terms";
import { serve } from "../bind.ts";

/** What everybody may read and nobody has to ask for. */
export const content = [
  serve(getHealth, async () => ({ status: "ok" as const, stage: config("STAGE") })),
  serve(getTerms, async () => Terms.current),
];
