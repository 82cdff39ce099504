// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ProductionThread, type ThreadStage, stageSentence } from "./production-thread.tsx";

const stages: readonly ThreadStage[] = [
  { key: "knitting", name: "Knitting", state: "done", plannedOn: "2026-10-09", actualOn: "2026-10-08" },
  { key: "linking", name: "Linking", state: "active", plannedOn: "2026-10-14", percent: 60, lateDays: 3 },
  { key: "washing", name: "Washing", state: "skipped" },
  { key: "quality", name: "Final check", state: "blocked", plannedOn: "2026-10-19", revisedOn: "2026-10-23" },
];

test.each(["row", "panel", "print"] as const)("the %s thread is an ordered list whose knots name their stage and state", (size) => {
  const { container } = render(<ProductionThread stages={stages} size={size} label={`Stages ${size}`} />);

  const items = within(screen.getByRole("list", { name: `Stages ${size}` })).getAllByRole("listitem");
  const knots = [...container.querySelectorAll("[data-stage]")].map((knot) => [knot.getAttribute("data-stage"), knot.getAttribute("data-state")]);

  expect(items).toHaveLength(4);
  expect(knots).toEqual([
    ["knitting", "done"],
    ["linking", "active"],
    ["washing", "skipped"],
    ["quality", "blocked"],
  ]);
});

test("each stage says in words what its knot shows", () => {
  expect(stages.map(stageSentence)).toEqual([
    "Knitting: done, planned 9 Oct, finished 8 Oct",
    "Linking: in progress, 60 %, 3 days late, planned 14 Oct",
    "Washing: skipped",
    "Final check: blocked, planned 19 Oct, moved to 23 Oct",
  ]);
});
