import { createWriteStream } from "node:fs";
import path from "node:path";
import type { LogLine } from "./lambda.ts";

export type StageLogs = {
  readonly add: (line: LogLine) => void;
  /** The latest lines (at most 5,000), of one function when named. */
  readonly lines: (functionName?: string) => readonly LogLine[];
  readonly stop: () => Promise<void>;
};

const remembered = 5000;

/** Keeps what functions print: the latest in memory, all of it as JSON lines in a file of this run. */
export function openLogs(dataDir: string | undefined, onLine: (line: LogLine) => void): StageLogs {
  const lines: LogLine[] = [];
  const file = dataDir === undefined ? undefined : createWriteStream(path.join(dataDir, "lambda.jsonl"));
  return {
    add: (line) => {
      lines.push(line);
      if (lines.length > remembered * 1.2) lines.splice(0, lines.length - remembered);
      file?.write(`${JSON.stringify(line)}\n`);
      onLine(line);
    },
    lines: (functionName) => (functionName === undefined ? lines : lines.filter((line) => line.functionName === functionName)),
    stop: () => new Promise((resolve) => (file ? file.end(resolve) : resolve())),
  };
}
