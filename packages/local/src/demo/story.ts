import { familyOf } from "@sleekapp/core/garment/model";
import { addDays, type CalendarDate, dateOf, daysBetween, workingDayFrom } from "@sleekapp/core/kernel/calendar";
import { Brief } from "@sleekapp/core/pricing/model";
import { scheduleOf } from "@sleekapp/core/pricing/rules";
import type { Stage, StageKey } from "@sleekapp/core/production/model";
import { holidays } from "@sleekapp/core/production/holidays";
import { planStages } from "@sleekapp/core/production/plan";
import type { Moment, OrderData } from "./data/orders/index.ts";

export type Report = { readonly what: "report"; readonly stage: Stage; readonly percent: number; readonly note?: string };

/** One thing that is done to an order. */
export type Deed =
  | {
      readonly what:
        | "quote"
        | "accept quote"
        | "accept offer"
        | "approve sample"
        | "finish"
        | "deliver"
        | "complete"
        | "pay out"
        | "hold"
        | "cancel"
        | "ship";
    }
  | { readonly what: "invoice" | "pay"; readonly purpose: "deposit" | "balance" }
  | { readonly what: "offer" | "decline"; readonly supplier: string; readonly reason?: string }
  | { readonly what: "inspect"; readonly passes: boolean }
  | Report;

export type Happening = { readonly at: Date; readonly deed: Deed; readonly reaches: Moment | undefined };

const instant = (on: CalendarDate, time: string): Date => new Date(`${on}T${time}:00.000Z`);
const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** Notes of the floor, so that its log reads like one. */
const notes: Readonly<Partial<Record<StageKey, string>>> = {
  materials: "Cloth checked on the light table; the shade agrees with the swatch.",
  cutting: "Lay cut, bundles numbered by size.",
  knitting: "First panels are on the blocking board.",
  decoration: "Strike-off approved, the run begins.",
  sewing: "The line is balanced; about a bundle an hour and machine.",
  washing: "Shrinkage is within the tolerance of the size set.",
  packing: "Cartons sealed and marked; the packing list follows.",
};

type Telling = {
  readonly order: OrderData;
  readonly add: (at: Date, deed: Deed, reaches?: Moment) => void;
  /** The day something of the plan really happens. */
  readonly real: (on: CalendarDate) => CalendarDate;
  readonly fallBehind: (days: number) => void;
};

function tell(order: OrderData): Telling & { readonly happenings: readonly Happening[] } {
  const happenings: Happening[] = [];
  let behind = 0;
  return {
    order,
    happenings,
    add: (at, deed, reaches) => void happenings.push({ at, deed, reaches }),
    real: (on) => addDays(on, behind),
    fallBehind: (days) => {
      behind += days;
    },
  };
}

/** From the quote to the supplier's yes; the day it says yes. */
function agree({ order, add }: Telling, openedOn: CalendarDate): CalendarDate {
  add(instant(openedOn, "08:05"), { what: "quote" });
  add(instant(openedOn, "08:20"), { what: "accept quote" });
  add(instant(openedOn, "08:21"), { what: "invoice", purpose: "deposit" }, "opened");
  const paidOn = addDays(openedOn, 1);
  add(instant(paidOn, "09:30"), { what: "pay", purpose: "deposit" }, "deposit paid");
  const { declinedBy, supplier } = order;
  const offeredOn = declinedBy ? addDays(paidOn, 1) : paidOn;
  if (declinedBy) {
    add(instant(paidOn, "11:00"), { what: "offer", supplier: declinedBy.supplier });
    add(instant(offeredOn, "05:00"), { what: "decline", ...declinedBy });
  }
  add(instant(offeredOn, "11:00"), { what: "offer", supplier }, "offered");
  const acceptedOn = workingDayFrom(addDays(offeredOn, 1));
  add(instant(acceptedOn, "05:30"), { what: "accept offer" }, "accepted");
  return acceptedOn;
}

const half = (stage: Stage): CalendarDate => addDays(stage.plannedStartOn, Math.floor(daysBetween(stage.plannedStartOn, stage.plannedDueOn) / 2));

/** How far the floor has come with the stage it is at now. */
function showProgress({ order, add, real }: Telling, stage: Stage): void {
  const { percent = 50, note } = order.progress ?? {};
  const days = Math.floor((daysBetween(stage.plannedStartOn, stage.plannedDueOn) * percent) / 100);
  add(instant(real(addDays(stage.plannedStartOn, days)), "10:30"), { what: "report", stage, percent, ...(note ? { note } : {}) }, "making");
}

/** Falls behind where the order does at this stage; the note with which the floor explains it. */
function meetDelay({ order, fallBehind }: Telling, { key }: Stage): string | undefined {
  if (order.late?.from !== key) return undefined;
  fallBehind(order.late.days);
  return order.late.note;
}

const noted = (note: string | undefined): { readonly note?: string } => (note ? { note } : {});

function makeStage(telling: Telling, stage: Stage): void {
  const { order, add, real } = telling;
  const excuse = meetDelay(telling, stage);
  if (order.until === "making" && order.progress?.stage === stage.key) return showProgress(telling, stage);
  if (daysBetween(stage.plannedStartOn, stage.plannedDueOn) >= 2)
    add(instant(real(half(stage)), "10:00"), { what: "report", stage, percent: 50, ...noted(excuse ?? notes[stage.key]) });
  add(instant(real(stage.plannedDueOn), "11:00"), { what: "report", stage, percent: 100, ...noted(excuse) });
  if (stage.key === "sample") add(instant(addDays(real(stage.plannedDueOn), 1), "07:00"), { what: "approve sample" }, "sampled");
}

const isAfterMaking = ({ key }: Stage): boolean => key === "quality" || key === "packing" || key === "handover";

/** The days that an inspection takes which has to be done again. */
const REWORK_DAYS = 5;

function inspect({ order, add, real, fallBehind }: Telling, quality: Stage): CalendarDate {
  const firstOn = real(quality.plannedDueOn);
  if (order.failsOnce) {
    add(instant(firstOn, "09:00"), { what: "inspect", passes: false }, "failed");
    add(instant(addDays(firstOn, REWORK_DAYS - 1), "12:00"), { what: "finish" });
    fallBehind(REWORK_DAYS);
  }
  const checkedOn = real(quality.plannedDueOn);
  add(instant(checkedOn, "08:30"), { what: "report", stage: quality, percent: 100 });
  add(instant(checkedOn, "09:00"), { what: "inspect", passes: true }, "passed");
  add(instant(checkedOn, "09:01"), { what: "invoice", purpose: "balance" }, "balance due");
  return checkedOn;
}

function leave({ add, real }: Telling, checkedOn: CalendarDate, { packing, handover }: { readonly packing: Stage; readonly handover: Stage }): void {
  const packedOn = real(packing.plannedDueOn);
  add(instant(packedOn, "11:00"), { what: "report", stage: packing, percent: 100, ...(notes.packing ? { note: notes.packing } : {}) });
  const paidOn = later(addDays(checkedOn, 2), packedOn);
  add(instant(paidOn, "13:00"), { what: "pay", purpose: "balance" }, "balance paid");
  const shippedOn = later(addDays(paidOn, 1), real(handover.plannedDueOn));
  add(instant(shippedOn, "08:00"), { what: "report", stage: handover, percent: 100 });
  add(instant(shippedOn, "09:00"), { what: "ship" }, "shipped");
  const deliveredOn = addDays(shippedOn, 11);
  add(instant(deliveredOn, "10:00"), { what: "deliver" }, "delivered");
  add(instant(addDays(deliveredOn, 2), "10:00"), { what: "complete" }, "completed");
  add(instant(addDays(deliveredOn, 4), "07:00"), { what: "pay out" }, "paid out");
}

/** Everything that would ever happen to the order if it was opened on that day, in order. */
function wholeStory(order: OrderData, openedOn: CalendarDate): readonly Happening[] {
  const telling = tell(order);
  const acceptedOn = agree(telling, openedOn);
  const brief = Brief.parse(order.brief);
  const stages = planStages(familyOf(brief.garmentType), scheduleOf(brief), { startOn: addDays(acceptedOn, 1), holidays: holidays.BD });
  const making = stages.filter((stage) => !isAfterMaking(stage));
  for (const stage of making) makeStage(telling, stage);
  const [quality, packing, handover] = stages.filter(isAfterMaking);
  const lastMade = making.at(-1);
  if (!quality || !packing || !handover || !lastMade) throw new Error(`The plan of ${brief.garmentType} lacks a stage`);
  telling.add(instant(telling.real(lastMade.plannedDueOn), "12:00"), { what: "finish" }, "finished");
  leave(telling, inspect(telling, quality), { packing, handover });
  return telling.happenings;
}

const HOUR = 3_600_000;

/** The story as far as the order is to come, with the hold or the cancellation that ends it. */
function storyFrom(order: OrderData, openedOn: CalendarDate): readonly Happening[] {
  const all = wholeStory(order, openedOn);
  const end = all.findIndex(({ reaches }) => reaches === order.until);
  const last = all[end];
  if (!last) throw new Error(`An order never comes to "${order.until}"`);
  const told = all.slice(0, end + 1);
  const then = new Date(last.at.getTime() + 3 * HOUR);
  if (order.hold) return [...told, { at: then, deed: { what: "hold" }, reaches: undefined }];
  return order.isCancelled ? [...told, { at: then, deed: { what: "cancel" }, reaches: undefined }] : told;
}

/** How long ago an order may have been opened. */
const OLDEST_DAYS = 180;

/** What happened to an order up to now; it was opened as late as its last step allows. */
export function storyOf(order: OrderData, now: Date): readonly Happening[] {
  const quietSince = new Date(now.getTime() - order.quietDays * 24 * HOUR);
  for (let days = 0; days <= OLDEST_DAYS; days += 1) {
    const story = storyFrom(order, addDays(dateOf(now), -days));
    const last = story.at(-1);
    if (last && last.at <= quietSince) return story;
  }
  throw new Error(`An order does not come to "${order.until}" within ${OLDEST_DAYS} days`);
}
