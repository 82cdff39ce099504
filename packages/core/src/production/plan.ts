import type { Family } from "../garment/model.ts";
import { addDays, type CalendarDate, daysBetween, endOfWork, workingDayFrom } from "../kernel/calendar.ts";
import { conflict, invalid } from "../kernel/error.ts";
import { type Milestone, MilestoneKey, milestoneNames, type Schedule, type Stage, type StageState } from "./model.ts";
import { schedule, templates } from "./templates.ts";

/** The day work begins, and the days on which the country of the factory does not work beside its Fridays. */
type Start = { readonly startOn: CalendarDate; readonly holidays?: readonly CalendarDate[] };

/**
 * The plan of an order from the day it starts: stages one after another on working days, each due date the sum of all days up
 * to it, so that the last one is the promise of the quote.
 */
export function planStages(family: Family, wish: Schedule, { startOn, holidays = [] }: Start): Stage[] {
  let next = workingDayFrom(startOn, holidays);
  return schedule(templates[family], wish).map(({ key, name, milestone, days, weightBps }, index) => {
    const plannedStartOn = next;
    const plannedDueOn = endOfWork(plannedStartOn, days, holidays);
    next = workingDayFrom(addDays(plannedDueOn, 1), holidays);
    return { key, name, milestone, days, weightBps, position: index + 1, plannedStartOn, plannedDueOn, percent: 0, state: "todo" };
  });
}

/** The day a stage is due: the revised one when there is one. */
const dueOf = ({ revisedDueOn, plannedDueOn }: Stage): CalendarDate => revisedDueOn ?? plannedDueOn;

/** The day the plan promises: the last stage's revised or planned due date. */
export function promisedOn(stages: readonly Stage[]): CalendarDate {
  const last = stages.findLast(({ state }) => state !== "skipped");
  if (!last) throw invalid("production.empty", "A plan needs at least one stage");
  return dueOf(last);
}

/** How much of the whole is done, in whole percent, each stage by its weight; skipped stages do not count. */
export function overallPercent(stages: readonly Stage[]): number {
  const counted = stages.filter(({ state }) => state !== "skipped");
  const whole = counted.reduce((total, { weightBps }) => total + weightBps, 0);
  const done = counted.reduce((total, { weightBps, percent }) => total + weightBps * percent, 0);
  return whole === 0 ? 0 : Math.floor(done / whole);
}

/** Late means due before today and not done; it is derived, never stored. */
export const isLate = (stage: Stage, today: CalendarDate): boolean => stage.state !== "done" && stage.state !== "skipped" && dueOf(stage) < today;

/** Calendar days a stage is behind its due date, today or when it was finished; 0 when it is on time. */
export function daysLate(stage: Stage, today: CalendarDate): number {
  if (stage.state === "skipped") return 0;
  const until = stage.state === "done" ? (stage.finishedOn ?? today) : today;
  return Math.max(0, daysBetween(dueOf(stage), until));
}

function stateOf(stages: readonly Stage[]): StageState {
  const counted = stages.filter(({ state }) => state !== "skipped");
  if (counted.length === 0) return "skipped";
  if (counted.some(({ state }) => state === "blocked")) return "blocked";
  if (counted.every(({ state }) => state === "done")) return "done";
  return counted.every(({ state }) => state === "todo") ? "todo" : "active";
}

/** The plan as a buyer follows it: one milestone for each group of stages, due with its last stage and late when any of them is. */
export function milestonesOf(stages: readonly Stage[], today: CalendarDate): Milestone[] {
  return MilestoneKey.options.flatMap((key) => {
    const group = stages.filter(({ milestone }) => milestone === key);
    if (group.length === 0) return [];
    const latest = (dates: readonly CalendarDate[]): CalendarDate => dates.reduce((last, on) => (on > last ? on : last), "");
    const [state, percent] = [stateOf(group), overallPercent(group)];
    const finishedOn = state === "done" ? latest(group.flatMap((stage) => stage.finishedOn ?? [])) : "";
    const days = { plannedOn: latest(group.map(({ plannedDueOn }) => plannedDueOn)), dueOn: latest(group.map(dueOf)) };
    const isBehind = group.some((stage) => isLate(stage, today));
    return [{ key, name: milestoneNames[key], ...days, ...(finishedOn ? { finishedOn } : {}), percent, state, isLate: isBehind }];
  });
}

export type Report = { readonly percent: number; readonly note?: string | undefined; readonly on: CalendarDate };

/**
 * A stage after a report from the floor. Throws `stage.falls` when the percent would fall without a note that says why, and
 * `stage.done` when a finished stage is reported again.
 */
export function reported(stage: Stage, { percent, note, on }: Report): Stage {
  if (stage.state === "done" && percent === 100) throw conflict("stage.done", "This stage is done already");
  if (percent < stage.percent && !note) throw invalid("stage.falls", "Say in a note why there is less done than before", { percent: stage.percent });
  const { finishedOn: _finished, ...rest } = stage;
  return {
    ...rest,
    percent,
    state: percent === 100 ? "done" : "active",
    startedOn: stage.startedOn ?? on,
    reportedOn: on,
    ...(percent === 100 ? { finishedOn: on } : {}),
    ...(note ? { note } : {}),
  };
}

/** True when everything before the quality check is finished, so that the goods can be inspected. */
export function readyForInspection(stages: readonly Stage[]): boolean {
  const check = stages.findIndex(({ key }) => key === "quality");
  return stages.slice(0, check < 0 ? stages.length : check).every(({ state }) => state === "done" || state === "skipped");
}
