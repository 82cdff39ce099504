import { bootStage as bootWhole, type Stage, type StageOptions } from "@sleekapp/local/stage";
import { without } from "./parts.ts";

export type { DeliveryFault, ServiceFault, Stage } from "@sleekapp/local/stage";

/** Name of the part that the stages of a test run have to do without; `tools/removals.ts` sets it. */
export const REMOVED = "SLEEKAPP_REMOVED";

/** Boots a stage as the templates have it, or without the part that is to be missed by somebody. */
export function bootStage(options: StageOptions): Promise<Stage> {
  const removed = process.env[REMOVED];
  return bootWhole(removed === undefined ? options : { ...options, edit: (manifest) => without(manifest, removed) });
}
