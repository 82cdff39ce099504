import "./zod-setup.ts";
import * as z from "zod";
import { expect, test } from "vitest";

test("schemas of the application do not compile themselves", () => {
  expect(z.config().jitless).toBe(true);
});
