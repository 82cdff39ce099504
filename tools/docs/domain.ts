import path from "node:path";
import { type DeclaredAction, declaredActions } from "@sleekapp/core/kernel/action";
import { declaredEvents } from "@sleekapp/core/kernel/event";
import type * as z from "zod";
import { root, sourcesIn } from "../source.ts";

export type Domain = { readonly actions: readonly DeclaredAction[]; readonly events: ReadonlyMap<string, z.ZodType> };

const isDomain = (file: string): boolean => !/src\/(kernel|ports|adapters|table)\//.test(file) && !/\.(fixture|testing)\.ts$/.test(file);

/** Loads every module of every domain, and gives what they declared, by name. */
export async function loadDomain(): Promise<Domain> {
  // Entities take the name of their table when they are loaded; nothing here asks the table anything.
  process.env["TABLE_NAME"] ??= "none";
  for (const file of sourcesIn(["packages/core/src/*/**/*.ts"]).filter(isDomain)) await import(path.join(root, file));
  const actions = declaredActions().toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const events = [...declaredEvents()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { actions, events: new Map(events) };
}
