import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, the longest first. Without a memory of its own of an earlier run the runner goes by the size of
 * a file, and the longest are among the smallest; begun last, one of them would keep one core busy and leave the other idle.
 */
export const longest: readonly string[] = [
  "test/journey/matrix.test.ts",
  "test/browser/pages-app.test.ts",
  "test/browser/pages-order.test.ts",
  "test/journey/four-people.test.ts",
  "packages/local/src/demo/load.test.ts",
  "test/browser/pages-public.test.ts",
  "test/journey/dead-letters.test.ts",
  "test/journey/attacks.test.ts",
  "test/journey/faults.test.ts",
  "test/journey/accounts.test.ts",
  "test/journey/privacy.test.ts",
  "test/journey/golden-path.test.ts",
  "test/journey/market.test.ts",
  "test/browser/orders.test.ts",
];

/** Where a file stands among the longest; those that are not among them come after. */
function rankOf(file: string): number {
  const at = longest.findIndex((one) => file.endsWith(`/${one}`));
  return at < 0 ? longest.length : at;
}

/** Begins with the longest files and leaves the others in the runner's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId));
  }
}
