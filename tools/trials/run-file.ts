import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { startVitest, type TestCase, type TestModule } from "vitest/node";
import type { FileOutcome, TestOutcome, Tests } from "./run.ts";

// A process of its own for each file: whoever started it gets what came of every test as a message.

const root = path.resolve(import.meta.dirname, "../..");

// Errors come from another process: they have an error's fields and are none.
type Failed = { readonly message?: unknown; readonly diff?: unknown };

/** The first line of an error; a comparison is known by what it found in the wrong place. */
function said([error]: readonly Failed[]): string {
  const textOf = (field: unknown): string => (typeof field === "string" ? stripVTControlCharacters(field).trim() : "");
  const [line = ""] = textOf(error?.message).split("\n");
  const found = textOf(error?.diff)
    .split("\n")
    .flatMap((each) => /^\+ +(.*[\w"].*)$/.exec(each)?.[1] ?? []);
  const received = found.filter((each) => !/^Received:?$/.test(each));
  return received.length > 0 ? `${line}: found ${received.join(" ")}` : line;
}

function outcomeOf(test: TestCase): TestOutcome {
  const { state, errors = [] } = test.result();
  const name = test.fullName;
  if (state === "failed") return { name, state, error: said(errors) };
  return { name, state: state === "passed" ? "passed" : "not run" };
}

const brokenIn = (module: TestModule): readonly string[] =>
  [module.errors(), ...[...module.children.allSuites()].map((suite) => suite.errors())].flatMap((errors) =>
    errors.length > 0 ? [said(errors)] : [],
  );

async function run({ file, named }: Tests): Promise<FileOutcome> {
  const vitest = await startVitest("test", [file], {
    root,
    run: true,
    watch: false,
    bail: 1,
    reporters: ["verbose"],
    ...(named === undefined ? {} : { testNamePattern: named }),
  });
  const modules = vitest.state.getTestModules();
  const unhandled = vitest.state.getUnhandledErrors().map((error) => said([Object(error)]));
  const outcome = {
    tests: modules.flatMap((module) => [...module.children.allTests()].map(outcomeOf)),
    broken: [...modules.flatMap(brokenIn), ...unhandled],
  };
  await vitest.close();
  return outcome;
}

const outcome = await run(JSON.parse(process.argv[2] ?? "{}"));
process.send?.(outcome, () => process.exit(0));
