import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { townOf } from "@sleekapp/local/people/person";
import { peopleOf, steps, type World } from "@sleekapp/local/path/index";
import { bootStage } from "@sleekapp/local/stage";
import { assemblyKey } from "@sleekapp/local/stage-assembly";
import { type Cost, costsIn } from "@sleekapp/local/costs";
import { root } from "../source.ts";
import type { Figure } from "./figure.ts";

function secondsToBoot(): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, "boot.ts")], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`The stage did not boot: ${stderr}`);
  return Number(stdout) / 1000;
}

/** Seconds from the start of a process to the stage's first 200, with nothing synthesised yet and with everything at hand. */
export async function bootFigures(): Promise<Figure[]> {
  rmSync(path.join(root, ".local/assemblies", await assemblyKey({ root, stage: "dev" })), { recursive: true, force: true });
  return [
    { row: "P7", what: "boot to the first 200, stacks to synthesise", value: secondsToBoot(), unit: "s", goal: 15 },
    { row: "P7", what: "boot to the first 200, unchanged stacks", value: secondsToBoot(), unit: "s", goal: 6 },
  ];
}

export type Walked = { readonly costs: ReadonlyMap<string, readonly Cost[]>; readonly figures: readonly Figure[] };

/** Walks the golden path once: what each route took from the table, and what the stage holds in memory at the end. */
export async function walk(): Promise<Walked> {
  const stage = await bootStage({ root, ephemeral: true, web: "none" });
  try {
    const town = townOf(stage);
    const world: World = { town, root, people: peopleOf(town, "bench"), made: {}, password: "thread needle and cloth" };
    for (const step of steps) await step.run(world);
    await stage.drain();
    const megabytes = (await stage.residentBytes()) / 1_048_576;
    return {
      costs: costsIn(stage.logs()),
      figures: [{ row: "P7", what: "resident after the golden path, all processes", value: megabytes, unit: "MB", goal: 1200 }],
    };
  } finally {
    await stage.stop();
  }
}
