import { readFileSync } from "node:fs";

const checkMs = 1000;

/** The parent of a process, where the system tells; undefined when it is gone. */
function parentOf(pid: number): number | undefined {
  try {
    // "pid (command) state ppid": the command may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

const chain = (): string => {
  const parent = process.ppid;
  return process.platform === "linux" ? `${parent} ${parentOf(parent)}` : String(parent);
};

/** Calls back once when npm or the shell in between is gone: a stage that nobody can stop must stop itself. */
export function onParentGone(run: () => void): void {
  const before = chain();
  const timer = setInterval(() => {
    if (chain() === before) return;
    clearInterval(timer);
    run();
  }, checkMs);
  timer.unref();
}
