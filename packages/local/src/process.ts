import { type ChildProcess, spawn } from "node:child_process";

/**
 * Ends children when this process dies, however it dies. A stopped (frozen) child cannot notice a closed socket and
 * Java does not look, so a small shell holds a pipe of ours and kills every pid it was last told when the pipe closes.
 */
export type ProcessGuard = {
  readonly add: (child: ChildProcess) => void;
  readonly stop: () => void;
};

const script = 'pids=""; while read -r line; do pids="$line"; done; [ -z "$pids" ] || kill -9 $pids 2>/dev/null; exit 0';

/** Starts a guard; on Windows there is no such shell and children end by their closed sockets. */
export function guardProcesses(): ProcessGuard {
  if (process.platform === "win32") return { add: () => undefined, stop: () => undefined };
  const pids = new Set<number>();
  // Its own process group: a Ctrl-C meant for us must not end the guard before its work is done.
  const shell = spawn("sh", ["-c", script], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  shell.stdin.on("error", () => undefined);
  shell.unref();
  const tell = () => shell.stdin.write(`${[...pids].join(" ")}\n`);
  return {
    add: (child) => {
      const { pid } = child;
      if (pid === undefined) return;
      pids.add(pid);
      tell();
      child.once("exit", () => {
        pids.delete(pid);
        tell();
      });
    },
    stop: () => shell.stdin.end(),
  };
}

/** Resident memory of a process in bytes; undefined where the system has no /proc or the process is gone. */
export async function residentBytes(pid: number): Promise<number | undefined> {
  const { readFile } = await import("node:fs/promises");
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
