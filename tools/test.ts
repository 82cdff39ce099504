import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { advice, commandsWithoutAsking, missingPrerequisites } from "@sleekapp/local/prerequisites";
import { COST_REPORTS } from "@sleekapp/local/stage-costs";
import { REPORTS } from "@sleekapp/local/stage-permissions";
import { startVitest } from "vitest/node";
import { costsDir, costsOfRun } from "./costs.ts";
import { permissionsOfRun } from "./permissions.ts";
import { tally } from "./test-tally.ts";

const root = path.resolve(import.meta.dirname, "..");
/** `.ci/run` reads it, to end with the count whatever npm says after a failed script. */
const countFile = path.join(root, ".build/test-count");

/** Where the stages of this run leave what became of their permissions. */
const reportsDir = path.join(root, ".build/permissions");

/** The long run has this many times the cases of every property (`packages/core/src/testing.ts`), and time for them. */
const DEEP = 50;
const DEEP_TIMEOUT_MS = 1_800_000;

/** Debian as root installs what is missing; everybody else is told the command. */
async function requirePrerequisites(): Promise<void> {
  const wanted = ["java", "chromium"] as const;
  for (const command of commandsWithoutAsking(await missingPrerequisites(wanted))) {
    console.log(`Running: ${command}`);
    const { status } = spawnSync(command, { shell: true, stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    if (status !== 0) break;
  }
  const missing = await missingPrerequisites(wanted);
  if (missing.length === 0) return;
  console.error(advice(missing));
  process.exit(1);
}

/** Says what all stages did with their permissions and took from the table; gives 1 when the table was asked for more than is documented. */
function tellOfRun(isDeep: boolean): number {
  const permissions = permissionsOfRun(reportsDir);
  console.log(["", permissions.said, ...permissions.faults].join("\n"));
  // The long run has stages of other sizes.
  if (isDeep) return 0;
  const costs = costsOfRun(costsDir);
  console.log([costs.said, ...costs.faults].join("\n"));
  return costs.faults.length > 0 ? 1 : 0;
}

async function main(): Promise<void> {
  await requirePrerequisites();
  for (const dir of [reportsDir, costsDir]) rmSync(dir, { recursive: true, force: true });
  process.env[REPORTS] = reportsDir;
  process.env[COST_REPORTS] = costsDir;
  const from = performance.now();
  const { values, positionals } = parseArgs({ options: { deep: { type: "boolean", default: false } }, allowPositionals: true });
  process.env["SLEEKAPP_PICTURES"] ??= "none";
  if (values.deep) process.env["PROPERTY_SCALE"] ??= String(DEEP);
  const vitest = await startVitest("test", positionals, { run: true, watch: false, root, ...(values.deep ? { testTimeout: DEEP_TIMEOUT_MS } : {}) });
  const unhandled = vitest.state.getUnhandledErrors().length;
  const tests = tally(vitest.state.getTestModules(), unhandled);
  await vitest.close();
  const rises = positionals.length === 0 ? tellOfRun(values.deep) : 0;
  const [passed, failed] = [tests.passed, tests.failed + rises];
  const line = `${passed} passed, ${failed} failed`;
  mkdirSync(path.dirname(countFile), { recursive: true });
  writeFileSync(countFile, `${line}\n`);
  console.log(`\nafter ${((performance.now() - from) / 1000).toFixed(0)} s\n${line}`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

await main();
