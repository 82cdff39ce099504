import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Cost, costIn, largest } from "./costs.ts";
import type { LogLine } from "./lambda.ts";
import type { Plan } from "./stage-options.ts";

/** Where stages leave what their routes and workers took from the table; `tools/test.ts` names it and reads it. */
export const COST_REPORTS = "SLEEKAPP_COST_REPORTS";

/** The costs of a stage, line by line, for whoever asked for them. */
export type StageCosts = { readonly add: (line: LogLine) => void; readonly leave: () => void };

/** Keeps the most that each route and worker took; of a stage whose services are made to fail nothing, for what is asked again costs again. */
export function openCosts({ name, options }: Pick<Plan, "name" | "options">): StageCosts {
  const dir = process.env[COST_REPORTS];
  const most = new Map<string, Cost>();
  if (dir === undefined || options.faults || options.edit) return { add: () => undefined, leave: () => undefined };
  return {
    add: (line) => {
      const found = costIn(line);
      if (found) most.set(found.name, largest([found.cost, most.get(found.name) ?? found.cost]));
    },
    leave: () => {
      mkdirSync(dir, { recursive: true });
      writeFileSync(path.join(dir, `${name}-${process.pid}-${Date.now()}.json`), JSON.stringify(Object.fromEntries(most)));
    },
  };
}
