import { parseArgs } from "node:util";
import { summary, told } from "./report.ts";
import { endRuns, type Run } from "./run.ts";
import { distinct, eachOf, type Ending, endingOf, faultsOfControls, type Trial } from "./trial.ts";

const BOTH_CORES = 2;

export type Options = { readonly only: string; readonly jobs: number };

/** Reads the options that both commands take; prints the help and ends when it is asked for. */
export function optionsOf(help: string): Options {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: "" },
      jobs: { type: "string", default: String(BOTH_CORES) },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    console.log(help);
    process.exit(0);
  }
  return { only: values.only, jobs: Math.max(1, Number(values.jobs) || BOTH_CORES) };
}

/** What the option `--only` leaves; throws when that is nothing. */
export function chosen<T extends { readonly name: string }>(all: readonly T[], only: string): readonly T[] {
  const found = all.filter(({ name }) => name.includes(only));
  if (found.length === 0) throw new Error(`Nothing is called ${only}`);
  return found;
}

/** Runs a command: whoever ends it ends its runs too, and what is wrong with it is said in a sentence. */
export async function command(main: () => Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      void endRuns().then(() => process.exit(130));
    });
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}

type Work = { readonly controls: readonly Run[]; readonly trials: readonly Trial[]; readonly jobs: number; readonly did: "removed" | "broken" };

/** Shows first that the tests pass as things are, then tries every trial; prints each as it ends and leaves the survivors in the exit code. */
export async function tryAll({ controls, trials, jobs, did }: Work, run: (trial: Trial) => Promise<Ending> = endingOf): Promise<void> {
  const from = performance.now();
  const wanted = distinct(controls);
  const faults = await faultsOfControls(wanted, jobs);
  if (faults.length > 0) {
    console.error(["The tests fail as things are, so that what they say of a change means nothing.", ...faults].join("\n"));
    process.exit(1);
  }
  console.log(`As things are, the tests pass: ${wanted.map(({ file, named }) => (named === undefined ? file : `${file} (${named})`)).join(", ")}\n`);
  const endings: Ending[] = [];
  await eachOf(trials, jobs, async (trial) => {
    const ending = await run(trial);
    endings.push(ending);
    console.log(told(ending));
  });
  console.log(`\nafter ${((performance.now() - from) / 60_000).toFixed(1)} min\n${summary(endings, did)}`);
  process.exit(endings.every(({ isCaught }) => isCaught) ? 0 : 1);
}
