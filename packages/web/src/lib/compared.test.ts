import { expect, test } from "vitest";
import { comparedIn, toggled } from "./compared.ts";

test("what is compared stands in the address, three at most and each once", () => {
  expect(toggled("", "a")).toBe("a");
  expect(toggled("a.b", "a")).toBe("b");
  expect(toggled("a.b.c", "d")).toBe("a.b.c");
  expect(comparedIn("a.b.c.d")).toEqual(["a", "b", "c"]);
  expect(comparedIn("a.a..b")).toEqual(["a", "b"]);
});
