import { addDays, type CalendarDate, endOfWork, isWorkingDay, workingDayFrom } from "../kernel/days.ts";
import { conflict, invalid, notFound } from "../kernel/error.ts";
import { workingDaysBetween } from "./forecast.ts";
import type { Stage } from "./model.ts";

export type Revision = {
  readonly position: number;
  readonly dueOn: CalendarDate;
  readonly reason: string;
  readonly today: CalendarDate;
  readonly holidays: readonly CalendarDate[];
};

const dueOf = ({ revisedDueOn, plannedDueOn }: Stage): CalendarDate => revisedDueOn ?? plannedDueOn;
const isOpen = ({ state }: Stage): boolean => state !== "done" && state !== "skipped";

/** So many working days later, or earlier when negative; never before today. */
function shifted(on: CalendarDate, by: number, { today, holidays }: Revision): CalendarDate {
  if (by >= 0) return by === 0 ? workingDayFrom(on, holidays) : endOfWork(addDays(on, 1), by, holidays);
  let day = on;
  while (day > today && workingDaysBetween(day, on, holidays) < -by) day = addDays(day, -1);
  return day;
}

/**
 * The plan after one stage has another day: what comes after it and is not done moves by as many working days, each with the reason. The
 * planned days stay as they were promised. Throws `stage.done`, `stage.past` for a day that is over, `stage.rest` for one on which nobody works and `stage.same` where nothing moves.
 */
export function revised(stages: readonly Stage[], revision: Revision): Stage[] {
  const { position, dueOn, reason, today, holidays } = revision;
  const stage = stages.find((one) => one.position === position);
  if (!stage) throw notFound();
  if (!isOpen(stage)) throw conflict("stage.done", "This stage is done already");
  if (dueOn < today) throw invalid("stage.past", "A stage cannot be due on a day that is over", { today });
  if (!isWorkingDay(dueOn, holidays)) throw invalid("stage.rest", "The factory does not work on that day");
  if (dueOn === dueOf(stage)) throw invalid("stage.same", "The stage is due on that day already");
  const by = workingDaysBetween(dueOf(stage), dueOn, holidays);
  return stages.map((one) => {
    if (one.position < position || !isOpen(one)) return one;
    return { ...one, revisedDueOn: one.position === position ? dueOn : shifted(dueOf(one), by, revision), revisionReason: reason };
  });
}
