import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const workflows = globSync(".github/workflows/*.yml").map((file) => ({ file, text: readFileSync(file, "utf8") }));

test("every action of a workflow is pinned to a commit, with its version beside it", () => {
  const used = workflows.flatMap(({ text }) => [...text.matchAll(/uses: (.+)$/gm)].map((match) => match[1] ?? ""));

  expect(used.length).toBeGreaterThan(3);
  for (const each of used) expect(each).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("a workflow holds no key of AWS, and what a person typed reaches no shell unquoted", () => {
  for (const { text } of workflows) {
    expect(text).not.toMatch(/aws-access-key-id|aws-secret-access-key|AKIA/);
    expect(text.match(/run: .*\$\{\{ *inputs/g)).toBeNull();
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
  }
});
