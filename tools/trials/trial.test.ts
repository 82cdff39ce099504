import { expect, test } from "vitest";
import { summary, told } from "./report.ts";
import type { FileOutcome, Run } from "./run.ts";
import { distinct, eachOf, type Ending, endingOf, faultsOfControls } from "./trial.ts";

const fine: FileOutcome = { tests: [{ name: "works", state: "passed" }], broken: [] };
const red: FileOutcome = { tests: [{ name: "mails the code", state: "failed", error: "no mail came" }], broken: [] };
const unbooted: FileOutcome = { tests: [{ name: "works", state: "not run" }], broken: ["no stage"] };

const runs = (...files: string[]): readonly Run[] => files.map((file) => ({ file, root: "/" }));
const answering =
  (outcomes: Readonly<Record<string, FileOutcome>>) =>
  async ({ file }: Run) =>
    outcomes[file] ?? fine;

test("the first file with a failed test catches, and those after it are not run", async () => {
  const asked: string[] = [];
  const run = async (one: Run) => {
    asked.push(one.file);
    return answering({ b: red })(one);
  };

  const ending = await endingOf({ name: "queue q", runs: runs("a", "b", "c") }, run);

  expect(ending).toMatchObject({ isCaught: true, file: "b", test: "mails the code", error: "no mail came" });
  expect(asked).toEqual(["a", "b"]);
});

test("what no test misses survives, with what each file had to say", async () => {
  const ending = await endingOf({ name: "queue q", runs: runs("a", "b") }, answering({ b: unbooted }));

  expect(ending).toMatchObject({ isCaught: false, why: ["a: every test passed", expect.stringMatching(/^b: .*no stage$/)] });
});

test("what nothing touches survives", async () => {
  expect(await endingOf({ name: "queue q", runs: [] }, answering({}))).toMatchObject({ isCaught: false });
});

test("tests that fail as things are, or whose surroundings do, are named before anything is tried", async () => {
  expect(await faultsOfControls(runs("a", "b", "c"), 2, answering({ b: red, c: unbooted }))).toEqual([
    "b: mails the code: no mail came",
    "c: no stage",
  ]);
});

test("the same run is one control", () => {
  expect(distinct(runs("a", "b", "a"))).toEqual(runs("a", "b"));
});

test("no more is done at once than was asked for, and all of it", async () => {
  let now = 0;
  let most = 0;
  const done: number[] = [];
  await eachOf([1, 2, 3, 4, 5], 2, async (one) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    done.push(one);
  });

  expect(most).toBe(2);
  expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
});

test("the report names the test that caught, and the summary the survivors", () => {
  const caught: Ending = {
    trial: { name: "queue q", runs: [] },
    isCaught: true,
    file: "a",
    test: "mails the code",
    error: "no mail came",
    seconds: 9,
  };
  const survived: Ending = { trial: { name: "route GET /v1/x", runs: [] }, isCaught: false, why: ["a: every test passed"], seconds: 7 };

  expect(told(caught)).toBe("caught    queue q (9 s)\n          by a: mails the code\n          no mail came");
  expect(told(survived)).toBe("SURVIVED  route GET /v1/x (7 s)\n          a: every test passed");
  expect(summary([caught], "removed")).toBe("1 removed, 1 caught, 0 survivors");
  expect(summary([caught, survived], "broken")).toBe("2 broken, 1 caught, 1 survivors: route GET /v1/x");
});
