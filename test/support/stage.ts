import type { SharedEngine } from "@sleekapp/local/engines/dynamodb-database";
import { bootStage as bootWhole, type Stage, type StageOptions } from "@sleekapp/local/stage";
import { inject } from "vitest";
import { REMOVED, without } from "./parts.ts";

export type { DeliveryFault, ServiceFault, Stage } from "@sleekapp/local/stage";

/** What the setup of the test run hands to the files: the engine in which their stages have their tables. */
declare module "vitest" {
  interface ProvidedContext {
    readonly tableEngine: SharedEngine;
  }
}

/**
 * A stage of a test keeps every function warm. On a laptop forty of them take turns in six environments, to spare its memory,
 * and to start one takes longer than most of what it is asked. None of them saves memory either, which would cost it a third of its time.
 */
const warm = { maxEnvironments: 48, idleMs: 600_000, savesMemory: false } as const;

/** Boots a stage as the templates have it, or without the part that is to be missed by somebody. */
export function bootStage(options: StageOptions): Promise<Stage> {
  const removed = process.env[REMOVED];
  return bootWhole({
    ...warm,
    tableEngine: inject("tableEngine"),
    ...options,
    ...(removed === undefined ? {} : { edit: (manifest) => without(manifest, removed) }),
  });
}
