import { type ChildProcess, spawn } from "node:child_process";

/**
 * A shell that starts the program, prints its process id, and ends it when our end of the pipe closes. The kernel closes that
 * pipe however we end, SIGKILL included, so no engine outlives the stage.
 */
const GUARD =
  'exec 3<&0; "$@" </dev/null >/dev/null 3<&- & J=$!; echo "$J"; (cat <&3 >/dev/null; kill "$J" 2>/dev/null) >/dev/null 2>&1 & exec 3<&-; wait "$J"';

/** A child process that cannot outlive this one. */
export interface Guarded {
  /** The process id of the program itself, not of the shell that guards it. */
  readonly pid: number;
  /** The last 4,000 characters the program wrote to standard error. */
  stderr(): string;
  /** Set once the program has ended. */
  ended(): boolean;
  /** Ends the program and waits for it; kills it outright after 3 s. */
  stop(): Promise<void>;
}

const KILL_AFTER_MS = 3_000;

/** Starts a program that ends when this process does; on Windows it is an ordinary child, ended by `stop`. */
export async function spawnGuarded(command: string, args: readonly string[], cwd: string): Promise<Guarded> {
  const shell = process.platform !== "win32";
  // Its own process group: Ctrl-C in the terminal reaches only us, and we end the engine after everything that still writes to it.
  const child = shell
    ? spawn("sh", ["-c", GUARD, "sh", command, ...args], { cwd, stdio: ["pipe", "pipe", "pipe"], detached: true })
    : spawn(command, [...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-4_000);
  });
  child.stdin?.on("error", () => {});
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const pid = await pidOf(child, shell);
  return {
    pid,
    stderr: () => stderr,
    ended: () => child.exitCode !== null || child.signalCode !== null,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      if (shell) child.stdin?.end();
      else child.kill();
      const timer = setTimeout(() => kill(pid), KILL_AFTER_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

function pidOf(child: ChildProcess, shell: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    if (!shell) {
      if (child.pid !== undefined) resolve(child.pid);
      return;
    }
    child.stdout?.once("data", (line: Buffer) => resolve(Number(line.toString().trim())));
    child.once("exit", () => reject(new Error("The guard ended before the program started")));
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended between the question and the signal.
  }
}
