import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { permissionsOfRun } from "./permissions.ts";

const entry = (functionName: string, action: string, times: number) => ({ functionName, action, resource: "arn:aws:dynamodb:::table/t", times });

function folder(...reports: readonly object[]): string {
  const dir = mkdtempSync(path.join(tmpdir(), "permissions-"));
  for (const [index, report] of reports.entries()) writeFileSync(path.join(dir, `${index}.json`), JSON.stringify(report));
  return dir;
}

test("a permission counts as used when any stage of the run needed it", () => {
  const dir = folder(
    { granted: [entry("dev-quote", "dynamodb:GetItem", 0)], refused: [] },
    { granted: [entry("dev-quote", "dynamodb:GetItem", 2)], refused: [] },
  );

  expect(permissionsOfRun(dir)).toEqual({ said: expect.stringContaining("1 granted, 1 used"), faults: [] });
});

test("what nothing needed is named unless somebody has explained it, and so is every call that was refused", () => {
  const granted = [entry("dev-quote", "dynamodb:DeleteItem", 0), entry("dev-quote", "xray:PutTraceSegments", 0)];
  const { faults } = permissionsOfRun(folder({ granted, refused: [entry("dev-quote", "ses:SendRawEmail", 3)] }));

  expect(faults).toEqual([
    "never used: dev-quote dynamodb:DeleteItem arn:aws:dynamodb:::table/t",
    "refused 3 times: dev-quote ses:SendRawEmail arn:aws:dynamodb:::table/t",
  ]);
});

test("a portrait that was erased is looked for in vain, as it is meant to be", () => {
  const { faults } = permissionsOfRun(folder({ granted: [], refused: [entry("dev-sleekapp-identity", "s3:ListBucket", 1)] }));

  expect(faults).toEqual([]);
});

test("a run without stages has nothing to say", () => {
  expect(permissionsOfRun("/nowhere/at/all").faults).toEqual([]);
});
