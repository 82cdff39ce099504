import { expect, test } from "vitest";
import { secondsBefore } from "./come-back.ts";

test("a message waits longer with each try, half of it by chance, and never longer than four minutes", () => {
  const range = (tries: number) => [secondsBefore(tries, () => 0), secondsBefore(tries, (below) => below - 1)];

  expect([1, 2, 3, 4, 5, 50].map(range)).toEqual([
    [8, 15],
    [15, 30],
    [30, 60],
    [60, 120],
    [120, 240],
    [120, 240],
  ]);
});
