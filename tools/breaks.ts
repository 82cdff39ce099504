import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { root } from "./source.ts";
import { type Break, breaks, controlsFor, testsFor } from "./trials/breaks.ts";
import { chosen, command, optionsOf, tryAll } from "./trials/command.ts";
import { placeOf } from "./trials/edit.ts";
import { copyTree, whileBroken } from "./trials/tree.ts";
import { endingOf } from "./trials/trial.ts";

const help = `npm run test:breaks -- [options]

Breaks the code on purpose, one exact change at a time, in a copy of the sources, and runs the one test that names what was
broken. What its test lets pass is a survivor. A few minutes on two cores.

  --only TEXT   only breaks whose name contains the text: accept, ledger, "the outbox"
  --jobs N      runs at once (2)
`;

function assertPlaces(wanted: readonly Break[]): void {
  for (const one of wanted) placeOf(one, readFileSync(path.join(root, one.file), "utf8"));
}

async function main(): Promise<void> {
  const { only, jobs } = optionsOf(help);
  const wanted = chosen(breaks, only);
  assertPlaces(wanted);
  const trees = Array.from({ length: Math.min(jobs, wanted.length) }, (_, index) => copyTree(String(index + 1)));
  process.once("exit", () => {
    for (const tree of trees) rmSync(tree, { recursive: true, force: true });
  });
  const [first = root] = trees;
  const free = [...trees];
  const edits = new Map(wanted.map((one) => [one.name, one]));
  const trials = wanted.map((one) => ({ name: one.name, runs: [{ ...testsFor(one), root: first }] }));
  const controls = controlsFor(wanted).map((tests) => ({ ...tests, root: first }));
  await tryAll({ controls, trials, jobs: trees.length, did: "broken" }, async (trial) => {
    const tree = free.pop();
    const edit = edits.get(trial.name);
    if (tree === undefined || edit === undefined) throw new Error(`${trial.name} has no tree to be broken in`);
    const runs = trial.runs.map((run) => ({ ...run, root: tree }));
    try {
      return await whileBroken(tree, edit, () => endingOf({ ...trial, runs }));
    } finally {
      free.push(tree);
    }
  });
}

await command(main);
