import { getHealth } from "@sleekapp/contracts/content";
import { config } from "@sleekapp/core/config";
import { serve } from "../bind.ts";

export const content = [serve(getHealth, async () => ({ status: "ok" as const, stage: config("STAGE") }))];
