import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { guardProcesses } from "@sleekapp/local/process";

/** Tests to run: all of a file, or those whose full name matches. */
export type Tests = { readonly file: string; readonly named?: string };

/** One test as it went; `error` is the first line of what it failed with. */
export type TestOutcome = { readonly name: string; readonly state: "passed" | "failed" | "not run"; readonly error?: string };

/** What came of running a file: its tests, and what went wrong outside of any test, a line each. */
export type FileOutcome = { readonly tests: readonly TestOutcome[]; readonly broken: readonly string[] };

export type Run = Tests & {
  /** The tree whose tests are run. */
  readonly root: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** No run takes this long; one that does hangs. */
const LIMIT_MS = 15 * 60_000;

const children = new Set<ChildProcess>();
let isEnding = false;
let guard: ReturnType<typeof guardProcesses> | undefined;

/** The last line that names an error, or the last one there is. */
function complaint(said: string): string {
  const lines = said.split("\n").map((line) => line.trim());
  return lines.findLast((line) => /error/i.test(line)) ?? lines.findLast((line) => line !== "") ?? "";
}

const isOutcome = (message: unknown): message is FileOutcome => typeof message === "object" && message !== null && "tests" in message;

/** Runs a test file in a process of its own, up to its first failure. */
export function runFile({ root, env, ...tests }: Run): Promise<FileOutcome> {
  guard ??= guardProcesses();
  const child = fork(path.join(root, "tools/trials/run-file.ts"), [JSON.stringify(tests)], {
    cwd: root,
    env: { ...process.env, SLEEKAPP_PICTURES: "none", ...env },
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  children.add(child);
  guard.add(child);
  const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => (said = (said + part.toString()).slice(-4_000)));
  let outcome: FileOutcome | undefined;
  child.on("message", (message) => {
    if (isOutcome(message)) outcome = message;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      children.delete(child);
      // A run that we end ourselves says nothing, and nobody goes on from it.
      if (isEnding) return;
      resolve(outcome ?? { tests: [], broken: [`the run ended with ${signal ?? code} and told nothing: ${complaint(said)}`] });
    });
  });
}

/** Ends what runs now, before this process ends itself. */
export async function endRuns(): Promise<void> {
  isEnding = true;
  const ended = [...children].map((child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(ended);
}
