import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { startVitest, type TestCase, type TestModule } from "vitest/node";
import type { FileOutcome, TestOutcome, Tests } from "./run.ts";

// A process of its own for each file: whoever started it gets what came of every test as a message.

const root = path.resolve(import.meta.dirname, "../..");

type Failed = { readonly message: string; readonly diff?: string | undefined };

/** The first line of an error; a comparison is known by what it found in the wrong place. */
function said([error]: readonly Failed[]): string {
  const [line = ""] = error?.message.trim().split("\n") ?? [];
  const found = stripVTControlCharacters(error?.diff ?? "")
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
  const unhandled = vitest.state.getUnhandledErrors().map((error) => (error instanceof Error ? said([error]) : String(error)));
  const outcome = {
    tests: modules.flatMap((module) => [...module.children.allTests()].map(outcomeOf)),
    broken: [...modules.flatMap(brokenIn), ...unhandled],
  };
  await vitest.close();
  return outcome;
}

const outcome = await run(JSON.parse(process.argv[2] ?? "{}"));
process.send?.(outcome, () => process.exit(0));
