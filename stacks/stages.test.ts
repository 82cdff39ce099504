import { expect, test } from "vitest";
import { synthesise } from "../tools/synth.ts";

test.each(["dev", "staging", "prod"])("the stacks of %s synthesise without credentials", async (stage) => {
  const assembly = await synthesise({ stage, bundle: "none", out: `.sst/test/${stage}` });

  expect(assembly.stacks.length).toBeGreaterThan(9);
});
