import { expect, test } from "vitest";
import { checkPages } from "./support/pages.ts";
import { unreached } from "./support/targets.ts";

test("every page of the table has an address to check", () => {
  expect(unreached()).toEqual([]);
});

checkPages((path) => !path.startsWith("/app") && !path.startsWith("/admin"));
