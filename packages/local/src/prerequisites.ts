import { findJava } from "./engines/dynamodb.ts";

/** Something the machine lacks, and the command that brings it. */
export type Missing = { readonly what: string; readonly install: string };

/** What must be installed before a stage can start; Node was looked at before this file could run. */
export async function missingPrerequisites(): Promise<readonly Missing[]> {
  const java = await findJava();
  return java.ok ? [] : [{ what: java.reason, install: java.install }];
}
