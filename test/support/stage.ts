import { bootStage as bootWhole, type Stage, type StageOptions } from "@sleekapp/local/stage";
import { without } from "./parts.ts";

export type { DeliveryFault, ServiceFault, Stage } from "@sleekapp/local/stage";

/** Name of the part that the stages of a test run have to do without; `tools/removals.ts` sets it. */
export const REMOVED = "SLEEKAPP_REMOVED";

/**
 * A stage of a test keeps every function warm. On a laptop forty of them take turns in six environments, to spare its memory,
 * and to start one takes longer than most of what it is asked. None of them saves memory either, which would cost it a third of its time.
 */
export const warm = { maxEnvironments: 48, idleMs: 600_000, savesMemory: false } as const;

/** Boots a stage as the templates have it, or without the part that is to be missed by somebody. */
export function bootStage(options: StageOptions): Promise<Stage> {
  const removed = process.env[REMOVED];
  return bootWhole({ ...warm, ...options, ...(removed === undefined ? {} : { edit: (manifest) => without(manifest, removed) }) });
}
