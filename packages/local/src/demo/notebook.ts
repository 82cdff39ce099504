import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** What has been loaded, a line each, so that a load that was interrupted goes on instead of beginning again. */
export type Notebook = {
  /** Does the work once: a second time, also after a restart, it is skipped. */
  readonly once: (what: string, work: () => Promise<unknown>) => Promise<void>;
  readonly has: (what: string) => boolean;
};

/** Opens the notebook of a stage. */
export function openNotebook(file: string): Notebook {
  const done = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : []);
  return {
    has: (what) => done.has(what),
    once: async (what, work) => {
      if (done.has(what)) return;
      await work();
      done.add(what);
      appendFileSync(file, `${what}\n`);
    },
  };
}
