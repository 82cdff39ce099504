import { type FileOutcome, type Run, runFile } from "./run.ts";
import { faultOfControl, type Verdict, verdictOf } from "./verdict.ts";

/** One thing to be missed by somebody, and the runs that should miss it, the likeliest first. */
export type Trial = { readonly name: string; readonly runs: readonly Run[] };

/** How a trial ended: the file that caught it, or what each file that was run had to say. */
export type Ending =
  | { readonly trial: Trial; readonly isCaught: true; readonly file: string; readonly test: string; readonly error: string; readonly seconds: number }
  | { readonly trial: Trial; readonly isCaught: false; readonly why: readonly string[]; readonly seconds: number };

type Runner = (run: Run) => Promise<FileOutcome>;

const secondsSince = (from: number): number => Math.round((performance.now() - from) / 1000);

const toldOf = (file: string, verdict: Exclude<Verdict, { kind: "caught" }>): string =>
  `${file}: ${verdict.kind === "survived" ? "every test passed" : verdict.why}`;

/** Runs one file after another until a test of one fails. */
export async function endingOf(trial: Trial, run: Runner = runFile): Promise<Ending> {
  const from = performance.now();
  const why: string[] = [];
  for (const one of trial.runs) {
    const verdict = verdictOf(await run(one));
    if (verdict.kind === "caught")
      return { trial, isCaught: true, file: one.file, test: verdict.test, error: verdict.error, seconds: secondsSince(from) };
    why.push(toldOf(one.file, verdict));
  }
  return { trial, isCaught: false, why, seconds: secondsSince(from) };
}

/** Does the work for all of them, at most so many at once, in order. */
export async function eachOf<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Runs what the trials run on the unchanged tree; gives the runs that fail there, a sentence each. A trial means nothing while there are any. */
export async function faultsOfControls(controls: readonly Run[], atOnce: number, run: Runner = runFile): Promise<readonly string[]> {
  const faults: string[] = [];
  await eachOf(controls, atOnce, async (one) => {
    const fault = faultOfControl(await run(one));
    if (fault !== undefined) faults.push(`${one.file}: ${fault}`);
  });
  return faults;
}

/** Runs that differ, each once. */
export function distinct(runs: readonly Run[]): readonly Run[] {
  return [...new Map(runs.map((run) => [JSON.stringify(run), run])).values()];
}
