import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { LogLine } from "./lambda.ts";
import type { Manifest } from "./manifest.ts";
import type { SharedEngine } from "./engines/dynamodb-database.ts";
import type { WebMode } from "./stage-web.ts";

export type StageOptions = {
  /** Root of the repository. */
  readonly root: string;
  /** Tells stages on one machine apart; `dev` when absent. */
  readonly name?: string;
  /** Where rows, objects, users and logs are kept; `.local/<name>` when absent. */
  readonly dataDir?: string;
  /** Keeps nothing: data lies in memory and in a folder that goes with the stage. */
  readonly ephemeral?: boolean;
  /** Port of the one origin; the next free one above it is taken when it is in use. */
  readonly port?: number;
  /** `dev`: from the sources with live reload, `dist`: as built, `none`: API only. */
  readonly web?: WebMode;
  /** Rebuilds and reloads functions when their sources change. */
  readonly watch?: boolean;
  /** Whether the gateway refuses what is over the stage's request rate, as AWS does. */
  readonly throttle?: boolean;
  /** Seconds until a failed queue message comes again; the queue's own visibility timeout when absent. */
  readonly retryAfterSeconds?: number;
  /** Environments of all functions together, and milliseconds until an idle one is ended. */
  readonly maxEnvironments?: number;
  readonly idleMs?: number;
  /** Whether environments hold little memory and pay for it with up to a third of their time; true when absent. */
  readonly savesMemory?: boolean;
  /** Lets `stage.faults.service` fail the calls of functions on services, at the cost of one more hop for each. */
  readonly faults?: boolean;
  /** Where a stage that keeps nothing has its tables: in an engine that others use too. In one of its own when absent. */
  readonly tableEngine?: SharedEngine | undefined;
  /** Takes parts away before anything is wired, to see who notices. */
  readonly edit?: (manifest: Manifest) => Manifest;
  /** More entries of `/config.json`. */
  readonly webConfig?: Readonly<Record<string, unknown>>;
  /** What functions print, as it comes. */
  readonly onLog?: (line: LogLine) => void;
  /** What the stage itself has to say. */
  readonly onNote?: (note: string) => void;
};

/** The options with everything decided. */
export type Plan = {
  readonly options: StageOptions;
  readonly root: string;
  readonly name: string;
  readonly dataDir: string;
  /** The engines' folder; undefined: in memory. */
  readonly keepDir: string | undefined;
  readonly isEphemeral: boolean;
  readonly localDir: string;
  readonly web: WebMode;
  readonly note: (text: string) => void;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A folder for this run; those of runs that were killed go now. */
function scratchDir(localDir: string): string {
  for (const name of readdirSync(localDir)) {
    const [, pid] = /^ephemeral-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(path.join(localDir, name), { recursive: true, force: true });
  }
  return mkdtempSync(path.join(localDir, `ephemeral-${process.pid}-`));
}

/** Decides what the options leave open and makes the folders. */
export function planOf(options: StageOptions): Plan {
  const { root, name = "dev", ephemeral = false, web = "none", onNote = () => undefined } = options;
  const localDir = path.join(root, ".local");
  mkdirSync(localDir, { recursive: true });
  const dataDir = options.dataDir ?? (ephemeral ? scratchDir(localDir) : path.join(localDir, name));
  mkdirSync(dataDir, { recursive: true });
  // A named folder is kept even by a stage that is otherwise ephemeral.
  const isEphemeral = ephemeral && options.dataDir === undefined;
  return { options, root, name, dataDir, keepDir: isEphemeral ? undefined : dataDir, isEphemeral, localDir, web, note: onNote };
}
