import { expect, test } from "vitest";
import { verdictOf } from "../inspection/rules.ts";
import { inspectionIn } from "./inspected.ts";

const verdict = verdictOf(300, { critical: 0, major: 1, minor: 0 });
const at = "2026-03-02T08:00:00.000Z";

test("an inspection is read with the keys of its photos, however long", () => {
  const key = `private/order/ord_${"0".repeat(26)}/upl_${"0".repeat(26)}.webp`;
  const finding = { type: "hole", class: "major", count: 1, photos: [key] };

  expect(
    inspectionIn({ inspectionId: "ins_1", at, inspection: { ...verdict, defects: { critical: 0, major: 1, minor: 0 }, findings: [finding] } }),
  ).toMatchObject({
    inspection: { findings: [{ photos: [key] }] },
  });
});

test("one that was written before there were limits, rounds and findings was held to what was agreed", () => {
  const { level: _level, ...plan } = verdict;
  const inspection = { ...plan, defects: { critical: 0, major: 1, minor: 0 } };

  expect(inspectionIn({ inspectionId: "ins_1", at, inspection })).toMatchObject({ inspection: { limits: { level: "II" }, round: 1, findings: [] } });
});
