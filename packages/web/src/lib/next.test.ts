import { expect, test } from "vitest";
import { safeNext } from "./next.ts";

test.each([
  ["/app/orders?tab=log#x", "/app/orders?tab=log#x"],
  ["https://evil.example/app", "/app"],
  ["//evil.example", "/app"],
  ["/\\evil.example", "/app"],
  ["/..//evil.example", "/app"],
  ["javascript:alert(1)", "/app"],
  ["JaVaScRiPt:alert(1)", "/app"],
  ["data:text/html,<script>alert(1)</script>", "/app"],
  ["http:evil.example", "/app"],
  ["https:///evil.example", "/app"],
  ["///evil.example", "/app"],
  ["/\t/evil.example", "/app"],
  ["/\n/evil.example", "/app"],
  ["/\\/evil.example", "/app"],
  ["\\\\evil.example", "/app"],
  [" //evil.example", "/app"],
  ["/.//evil.example", "/app"],
  ["/app/..//evil.example", "/app"],
  ["@evil.example", "/app"],
  ["evil.example/app", "/app"],
  ["/%2f%2fevil.example", "/%2f%2fevil.example"],
  ["/sign-in?next=/sign-in", "/app"],
  ["/sign-up", "/app"],
  ["", "/app"],
  [null, "/app"],
])("after signing in with next=%j one goes to %s", (next, path) => {
  expect(safeNext(next)).toBe(path);
});
