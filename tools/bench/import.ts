import { spawnSync } from "node:child_process";
import path from "node:path";
import * as z from "zod";
import type { Figure } from "./figure.ts";

const Run = z.object({ seconds: z.number(), requests: z.number(), messages: z.number(), megabytes: z.number() });
const Measured = z.object({ startSeconds: z.number(), first: Run, again: Run });

/** What `import.deep.test.ts` says of itself, on a line of its own. */
const line = /^import figures: (.+)$/mu;

const TEST = "packages/core/src/product-import/import.deep.test.ts";

/** Seconds a call may take before it should be a job. */
const CALL_SECONDS = 3;

/**
 * What a file of fifty thousand rows takes, killed in the middle and taken up again, and once more when it says nothing new: the deep test
 * of the import, in a process of its own beside an engine of its own. It takes minutes.
 */
export function importFigures(): Figure[] {
  const root = path.join(import.meta.dirname, "../..");
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const env = { ...process.env, PROPERTY_SCALE: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, "run", "--project", "table", TEST], { cwd: root, env, encoding: "utf8" });
  const [, json] = line.exec(stdout) ?? [];
  if (status !== 0 || json === undefined) throw new Error(`The import could not be measured: ${stderr || stdout}`);
  const { startSeconds, first, again } = Measured.parse(JSON.parse(json));
  const row = "P6";
  const of = (what: string, { seconds, requests, messages, megabytes }: z.infer<typeof Run>): Figure[] => [
    { row, what: `${what}: time`, value: seconds, unit: "s", note: `${messages} messages` },
    { row, what: `${what}: requests`, value: requests, unit: "" },
    { row, what: `${what}: peak memory`, value: megabytes, unit: "MB", note: "with the test around it" },
  ];
  return [
    { row, what: "import, 50,000 rows: the call that starts it", value: startSeconds, unit: "s", goal: CALL_SECONDS },
    ...of("import, 50,000 rows, after a kill", first),
    ...of("import, 50,000 rows, nothing new", again),
  ];
}
