import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { longest } from "./test-order.ts";

test("every file that is to be begun first is there", () => {
  expect(longest.filter((file) => !existsSync(join(import.meta.dirname, "..", file)))).toEqual([]);
});
