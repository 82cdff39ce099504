import { savedTemplates, stages } from "../support/templates.ts";

/** Synthesises the stages once, before the test files that read their templates ask for them all at the same time. */
export async function setup(): Promise<void> {
  for (const stage of stages) await savedTemplates(stage);
}
