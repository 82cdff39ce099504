/** What the tally needs to know of a test file that was run; vitest's own `TestModule` fits. */
export type RunModule = {
  readonly errors: () => readonly unknown[];
  readonly children: {
    readonly allTests: () => Iterable<{ readonly result: () => { readonly state: string } }>;
    readonly allSuites: () => Iterable<{ readonly errors: () => readonly unknown[] }>;
  };
};

/**
 * Counts single tests. Whatever did not run to a pass counts as failed: a skipped test, one whose hook failed, and a file or
 * suite that broke before its tests could be counted.
 */
export function tally(modules: readonly RunModule[], unhandledErrors: number): { readonly passed: number; readonly failed: number } {
  let passed = 0;
  let failed = unhandledErrors;
  for (const module of modules) {
    const tests = [...module.children.allTests()];
    const good = tests.filter((test) => test.result().state === "passed").length;
    const broken = module.errors().length > 0 || [...module.children.allSuites()].some((suite) => suite.errors().length > 0);
    passed += good;
    // A broken file whose tests all passed (or that has none) still failed once.
    failed += tests.length - good + (broken && tests.length === good ? 1 : 0);
  }
  return { passed, failed };
}
