import type { Part } from "../../test/support/parts.ts";
import { REMOVED } from "../../test/support/parts.ts";
import { root } from "../source.ts";
import type { Run, Tests } from "./run.ts";

const goldenPath = { file: "test/journey/golden-path.test.ts" };
const commentary = { file: "test/journey/commentary.test.ts" };
const deadLetters = { file: "test/journey/dead-letters.test.ts" };
const account = { file: "test/journey/account.test.ts" };
const audit = { file: "test/journey/audit.test.ts" };
const matrix = { file: "test/journey/matrix.test.ts", named: "answer as the table says" };

/** Which tests touch which parts: the first line that fits a part's name decides, and its files are run in this order. */
const touching: readonly (readonly [part: RegExp, tests: readonly Tests[]])[] = [
  [/^route /, [matrix]],
  [/ to .*-seal-audit$|EveryNight/, [audit]],
  [/^queue .*-dead(\.fifo)?$/, [deadLetters]],
  [/^(queue|event source) .*run-task$/, [commentary, goldenPath]],
  [/^(queue|event source) /, [goldenPath, deadLetters]],
  [/^schedule /, [deadLetters]],
  [/^trigger /, [account, goldenPath]],
  [/^bucket notification /, [goldenPath]],
];

/** The files that touch a part of this name; none for a kind that nobody has thought of. */
export const testsTouching = (name: string): readonly Tests[] => touching.find(([part]) => part.test(name))?.[1] ?? [];

/** A route has its own cells in the access matrix, and they are all that is asked. */
const cellsOf = ({ kind, name }: Part): Record<string, string> => (kind === "route" ? { MATRIX_ROUTE: name.slice("route ".length) } : {});

/** The runs that should miss this part. */
export const runsWithout = (part: Part): readonly Run[] =>
  testsTouching(part.name).map((tests) => ({ ...tests, root, env: { [REMOVED]: part.name, ...cellsOf(part) } }));

/** The same tests with everything in place; the cells of all routes are one run. */
export const controlsOf = (part: Part): readonly Run[] =>
  testsTouching(part.name).map((tests) => ({ ...tests, root, env: part.kind === "route" ? { MATRIX_ROUTE: "all" } : {} }));
