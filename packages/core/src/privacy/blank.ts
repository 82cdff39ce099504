import type { Blank, HeldRow } from "../table/held.ts";
import type { Erased } from "./kind.ts";

/** What stands where a name stood. */
export const ERASED = "Erased";

const plain = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === "object" && value !== null ? { ...value } : {});

/** The same object without these fields. */
export const without = (value: unknown, ...names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(plain(value)).filter(([name]) => !names.includes(name)));

/** An inspection without what the inspector wrote, of the lot and of each defect. */
export function wordless(inspection: unknown): Readonly<Record<string, unknown>> {
  const { findings, ...rest } = without(inspection, "note");
  return Array.isArray(findings) ? { ...rest, findings: findings.map((finding) => without(finding, "note")) } : rest;
}

/** An address with the country alone, which the books need. */
export const nowhere = (address: unknown) => ({
  name: ERASED,
  street: ERASED,
  city: ERASED,
  postcode: "00",
  country: String(plain(address)["country"] ?? "ZZ"),
});

/** The row stays, with other words where it spoke of the person. */
export const blanked = (why: string, blank: (row: HeldRow, erased: Erased) => Blank) => ({ how: "blanked", why, blank }) as const;
