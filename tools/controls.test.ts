import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const document = readFileSync(path.join(root, "docs/controls.md"), "utf8");
const rows = document.split("\n").filter((line) => /^\| V\d+ /.test(line));

test("every chapter of the standard has its row, in its order", () => {
  expect(rows.map((row) => Number(/V(\d+)/.exec(row)?.[1]))).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
});

test("every row but that of what does not exist names tests, and each of them is there and has some", () => {
  const unshown = rows.filter((row) => !/`[^`]+\.test\.tsx?`/.test(row)).map((row) => row.split("|")[1]?.trim());
  const named = [...document.matchAll(/`([^`]+\.test\.tsx?)`/g)].map(([, file = ""]) => file);
  const empty = named
    .filter((file) => file !== "tools/controls.test.ts")
    .filter((file) => {
      const whole = path.join(root, file);
      return !existsSync(whole) || !/\btest(?:\.each)?\(/.test(readFileSync(whole, "utf8"));
    });

  expect(unshown).toEqual(["V17 WebRTC"]);
  expect(empty).toEqual([]);
});

test("every test that is quoted after its file is in it, under that name", () => {
  const quoted = [...document.matchAll(/`([^`]+\.test\.tsx?)` \("([^"]+)"\)/g)].map(([, file = "", name = ""]) => ({ file, name }));
  const missing = quoted.filter(({ file, name }) => !readFileSync(path.join(root, file), "utf8").includes(`test("${name}"`));

  expect(quoted.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});
