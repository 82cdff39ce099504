import { expect, test } from "vitest";
import type { EntryView } from "./model.ts";
import { csvOf, sentenceOf } from "./view.ts";

const entry: EntryView = {
  eventId: "evt_1",
  kind: "event",
  action: "supplier.verified",
  subjectId: "org_1",
  actor: { type: "admin", id: "user-1" },
  at: "2026-03-02T09:00:00.000Z",
  requestId: "r-1",
  data: { note: 'a "word", and\nanother' },
  position: 1,
  sealedAt: "2026-03-02T09:00:02.000Z",
};

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("a cell that begins like a formula is a text: %j", (subjectId) => {
  expect(csvOf([{ ...entry, subjectId }])).toContain(`"'${subjectId}"`);
});

test("quotes, commas and line breaks stay inside their cell", () => {
  const [head, ...lines] = csvOf([entry]).split("\r\n");

  expect(head?.split(",")).toHaveLength(12);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('"{""note"":""a \\""word\\"", and\\nanother""}"');
});

test("a finding says which row, and what happened to it", () => {
  expect(sentenceOf({ kind: "deleted", where: "row", eventId: "evt_1", position: 3, subjectId: "org_1" })).toBe(
    "The row of event evt_1 at place 3 about org_1 was deleted.",
  );
  expect(sentenceOf({ kind: "changed", where: "head" })).toBe("The end of the chain was changed.");
});
