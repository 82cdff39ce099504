import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { importGraph, violations } from "./import-graph.ts";
import { lockfileFaults, readLockfile } from "./lockfile.ts";
import { root } from "./source.ts";

type Outcome = { readonly ok: boolean; readonly said: string };
type Step = { readonly name: string; readonly run: () => Promise<Outcome> };

/** A tool of npm's, run from the root of the repository. */
function tool(command: string, ...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(path.join(root, "node_modules/.bin", command), args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    child.once("error", (error) => resolve({ ok: false, said: error.message }));
    child.once("close", (code) => resolve({ ok: code === 0, said: said.trim() }));
  });
}

/** Something that lists its faults in this process. */
const listed = async (faults: readonly string[]): Promise<Outcome> => ({ ok: faults.length === 0, said: faults.join("\n") });

const projects = [".", ...globSync("packages/*/tsconfig.json", { cwd: root }).map((file) => path.dirname(file))].toSorted();

const steps: readonly Step[] = [
  { name: "format", run: () => tool("oxfmt", "--check") },
  { name: "lint", run: () => tool("oxlint", "--quiet", "--type-aware") },
  ...projects.map((project) => ({ name: `types of ${project}`, run: () => tool("tsc", "--noEmit", "-p", project) })),
  { name: "import directions", run: () => listed(violations(importGraph())) },
  {
    name: "lockfile",
    run: () => {
      const { lock, manifests } = readLockfile();
      return listed(lockfileFaults(lock, manifests));
    },
  },
  { name: "dead code", run: () => tool("knip", "--no-progress") },
  { name: "generated documents", run: () => tool("node", "tools/docs.ts", "--check") },
];

/** Runs the steps, as many at once as there are cores; prints each with its time, and what a failed one said. */
async function main(): Promise<void> {
  const waiting = [...steps];
  let failed = 0;
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const from = performance.now();
      const { ok, said } = await step.run();
      if (!ok) failed += 1;
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      console.log(`${ok ? "ok  " : "FAIL"} ${step.name} (${seconds} s)${ok ? "" : `\n${said}\n`}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  console.log(failed === 0 ? "Everything is in order." : `${failed} of ${steps.length} checks failed.`);
  process.exit(failed === 0 ? 0 : 1);
}

await main();
