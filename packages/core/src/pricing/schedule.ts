import { decorations, familyOf } from "../garment/model.ts";
import { addDays, type CalendarDate, endOfWork } from "../kernel/calendar.ts";
import { subtract } from "../kernel/money.ts";
import { type LeadTime, Rush, type Schedule } from "../production/model.ts";
import { leadTime } from "../production/templates.ts";
import type { PriceBook } from "./book-model.ts";
import type { Brief, WantedAnswer } from "./model.ts";
import { totalOf } from "./parts.ts";

/** Calendar days allowed for deposit and matching before a supplier accepts, when a wanted date is checked. */
export const MATCHING_DAYS = 3;

export const isDecorated = (brief: Pick<Brief, "customisations">): boolean =>
  brief.customisations.some(({ technique }) => decorations.includes(technique));

/** What the length of production depends on, as the quote and the order's plan both read it from the brief; trims need no stage of their own. */
export const scheduleOf = (brief: Brief): Schedule => ({
  quantity: brief.quantity,
  rush: brief.rush,
  decorated: isDecorated(brief),
  sample: brief.sample,
});

/** The working days a brief takes by stage on a schedule, its own unless another is asked for; what the production plan of the order will add up to. */
export const leadTimeOf = (brief: Brief, rush: Rush = brief.rush): LeadTime => leadTime(familyOf(brief.garmentType), scheduleOf({ ...brief, rush }));

/** The day the goods would be ready to ship if a supplier accepts `MATCHING_DAYS` after `today`. */
export const readyOn = (brief: Brief, today: CalendarDate, rush: Rush = brief.rush): CalendarDate =>
  endOfWork(addDays(today, MATCHING_DAYS), leadTimeOf(brief, rush).totalDays);

/** The cheapest schedule, not slower than the one chosen, that is ready by the wanted date; undefined when none is. */
export function rushFor(brief: Brief, wantedOn: CalendarDate, today: CalendarDate): Rush | undefined {
  const fastEnough = Rush.options.slice(Rush.options.indexOf(brief.rush));
  return fastEnough.find((rush) => readyOn(brief, today, rush) <= wantedOn);
}

export type Timing = { readonly rush: Rush; readonly note?: string; readonly isMissed: boolean; readonly wanted?: WantedAnswer };

/** How the wanted date is answered: as asked, by a faster schedule and what it costs, or by the earliest day there is. */
export function timing(brief: Brief, book: PriceBook, today: CalendarDate | undefined): Timing {
  const { wantedOn } = brief;
  if (!wantedOn) return { rush: brief.rush, isMissed: false };
  if (!today) return { rush: brief.rush, note: `The wanted date ${wantedOn} has not been checked against the schedule`, isMissed: false };
  const met = rushFor(brief, wantedOn, today);
  const rush = met ?? "express";
  const ready = readyOn(brief, today, rush);
  const surcharge = subtract(totalOf({ ...brief, rush }, book), totalOf(brief, book));
  const answer = met === undefined ? "earliest" : met === brief.rush ? "yes" : "rush";
  const note = met
    ? `Ready to ship by ${wantedOn} if the deposit is paid and a supplier accepts within ${MATCHING_DAYS} days`
    : `${wantedOn} cannot be met; on the express schedule the goods are ready on ${ready}`;
  return { rush, note, isMissed: met === undefined, wanted: { wantedOn, answer, rush, readyOn: ready, surcharge } };
}
