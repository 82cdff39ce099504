import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { kinds as known } from "../../../../test/support/invariants/kinds.ts";
import { declaredEntities } from "../table/table.ts";
import { kindRule, kinds } from "./kinds.ts";

beforeAll(async () => {
  const root = path.join(import.meta.dirname, "..");
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" }))
    if (/(^|\/)(entities|store|event-row|unique)\.ts$/.test(file)) await import(path.join(root, file));
});

test("every kind of row is in the table of kinds, and no other", () => {
  expect(Object.keys(kinds).toSorted()).toEqual(Object.keys(known).toSorted());
  expect([...declaredEntities().keys()].filter((kind) => !(kind in kinds))).toEqual([]);
  expect(declaredEntities().size).toBeGreaterThan(30);
});

test("a kind that is not there is refused, so that nothing is told, forgotten or kept by accident", () => {
  expect(() => kindRule("brand-new")).toThrow("brand-new is not in the table of kinds");
});

describe.each(Object.entries(kinds))("%s", (kind, { told, about, keeping, erasing }) => {
  test("tells only what its rows have", () => {
    const attributes = declaredEntities().get(kind) ?? [];
    expect(told.filter((name) => !attributes.includes(name))).toEqual([]);
  });

  test("tells no secret, no hash and nothing of the platform's own", () => {
    const secrets = /hash|secret|token|key$|^pk$|^sk$|^ttl$|^version$|platformFee|buyerTotal|margin|supplierId|supplierName|Bps$|^by$|acceptedBy/i;
    expect(told.filter((name) => secrets.test(name))).toEqual([]);
  });

  test("says how long it stays and why", () => {
    expect(keeping.until.length).toBeGreaterThan(3);
    expect(keeping.why.length).toBeGreaterThan(3);
    if (erasing.how !== "removed") expect(erasing.why.length).toBeGreaterThan(2);
  });

  test("goes by itself exactly where its rows carry the instant for it", () => {
    const attributes = declaredEntities().get(kind);
    if (attributes && kind !== "unique") expect(attributes.includes("ttl")).toBe(keeping.by === "ttl");
  });

  test("does not stay as it is when it is a person's or an organisation's, unless it goes by itself", () => {
    if (about === "person" || about === "organisation") expect(erasing.how !== "kept" || keeping.by === "ttl").toBe(true);
  });
});
