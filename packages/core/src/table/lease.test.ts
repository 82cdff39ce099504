import { beforeAll, expect, test } from "vitest";
import { NOW, startTable } from "../../../../test/support/table.ts";
import { lease, release } from "./lease.ts";

beforeAll(startTable);

const later = (ms: number) => new Date(NOW.getTime() + ms);

test("one of many at once has it", async () => {
  const taken = await Promise.all(Array.from({ length: 8 }, () => lease("race", 1_000, NOW)));

  expect(taken.filter(Boolean)).toHaveLength(1);
});

test("it is free again when its time is over, and not before", async () => {
  expect(await lease("time", 1_000, NOW)).toBe(true);
  expect(await lease("time", 1_000, later(999))).toBe(false);
  expect(await lease("time", 1_000, later(1_000))).toBe(true);
  expect(await lease("time", 1_000, later(1_500))).toBe(false);
});

test("it is free at once when it was given back", async () => {
  expect(await lease("back", 1_000, NOW)).toBe(true);
  await release("back");
  expect(await lease("back", 1_000, later(1))).toBe(true);
});

test("one is not another", async () => {
  expect([await lease("one", 1_000, NOW), await lease("other", 1_000, NOW)]).toEqual([true, true]);
});
