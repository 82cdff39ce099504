import { addDays, type CalendarDate, daysBetween, weekday, workingDayFrom } from "../kernel/days.ts";
import { promisedOn } from "./plan.ts";
import type { Stage, StageKey } from "./model.ts";

/** What a stage has taken of its planned working days, as natural logarithms: how many were counted, and their sum. */
export type Tally = { readonly count: number; readonly sum: number };

/** What a supplier's finished stages took. */
export type History = Readonly<Partial<Record<StageKey, Tally>>>;

/** How far off forecasts were, in shares of the square root of the days they spoke of, for one part of the way. */
export type Spread = { readonly low: number; readonly high: number };

/**
 * A fitted forecaster. `stages` says how long stages take of their planned days (the mean of the logarithm) and how much suppliers
 * differ (`between`) and orders differ (`within`, variances); `left` what is left of a stage that is reported at 0, 10, … 100 percent,
 * as a share of all it takes; `quiet` the days that each day without a report costs; `spreads` by family and by quarter of the way.
 */
export type Model = {
  readonly version: number;
  readonly stages: Readonly<Record<StageKey, { readonly mean: number; readonly within: number }>>;
  readonly between: number;
  readonly left: readonly number[];
  readonly quiet: number;
  readonly bias: readonly (readonly [offset: number, slope: number])[];
  readonly spreads: Readonly<Record<string, readonly Spread[]>>;
};

/** An order as a forecast sees it: stages in their order, the last day that is known, the days on which nobody works. */
export type Standing = {
  readonly family: string;
  readonly stages: readonly Stage[];
  readonly today: CalendarDate;
  readonly holidays: readonly CalendarDate[];
  readonly history: History;
};

/**
 * Why a forecast is what it is, in working days: `stage` is behind its day, `supplier` usually takes longer or shorter for what is left,
 * `order` has been slower or faster so far, `quiet` is how long nothing was heard, `holidays` are days off before the likely day.
 */
export type Cause = { readonly what: "stage" | "supplier" | "order" | "quiet" | "holidays"; readonly stage?: string; readonly days: number };

export type Forecast = {
  readonly model: number;
  /** The day it is most likely done, and the days between which it is in four of five orders. */
  readonly likelyOn: CalendarDate;
  readonly earliestOn: CalendarDate;
  readonly latestOn: CalendarDate;
  readonly promisedOn: CalendarDate;
  /** Working days that are left until the promised day, less those that the work is likely to take; negative when it will be late. */
  readonly slackDays: number;
  readonly causes: readonly Cause[];
};

const isOpen = ({ state }: Stage): boolean => state !== "done" && state !== "skipped";

const FRIDAY = 5;

/** Working days after the first date up to and with the second; negative when the second is earlier. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, holidays: readonly CalendarDate[]): number {
  if (to < from) return -workingDaysBetween(to, from, holidays);
  const days = daysBetween(from, to);
  const firstFriday = (FRIDAY - weekday(from) + 7) % 7 || 7;
  const fridays = days < firstFriday ? 0 : 1 + Math.floor((days - firstFriday) / 7);
  const off = holidays.filter((on) => on > from && on <= to && weekday(on) !== FRIDAY);
  return days - fridays - off.length;
}

/** The day on which so many working days after today are over. */
function dayAfter(today: CalendarDate, days: number, holidays: readonly CalendarDate[]): CalendarDate {
  let day = today;
  for (let left = Math.max(0, Math.round(days)); left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), holidays);
  return day;
}

/** What a finished stage took of its planned days, as a logarithm; at least a day. */
export function tookOf({ startedOn, finishedOn, days }: Stage, holidays: readonly CalendarDate[]): number | undefined {
  if (!startedOn || !finishedOn) return undefined;
  return Math.log(Math.max(1, workingDaysBetween(startedOn, finishedOn, holidays) + 1) / days);
}

/** How far a supplier, or an order, is from the usual: few observations say little and are drawn towards it. */
const drawn = (deviations: readonly number[], within: number, between: number): number =>
  deviations.reduce((sum, one) => sum + one, 0) / (deviations.length + within / Math.max(between, 1e-6));

/** What is left of a stage at a reported percent, between the two tens around it. */
export function shareLeft(percent: number, left: readonly number[]): number {
  const at = Math.min(9, Math.floor(percent / 10));
  const [low = 1, high = 0] = [left[at], left[at + 1]];
  return low + ((high - low) * (percent - at * 10)) / 10;
}

type Pace = { readonly supplier: (key: StageKey) => number; readonly order: number };

/** The supplier's usual deviation, of the stage and of all it made, and what this order showed beyond that. */
export function paceOf({ stages, history, holidays }: Standing, model: Model): Pace {
  const all = Object.entries(history).reduce(
    (total, [key, tally]) => {
      const usual = usualOf(model, key);
      return { count: total.count + tally.count, sum: total.sum + tally.sum - usual.mean * tally.count, within: usual.within };
    },
    { count: 0, sum: 0, within: 0.05 },
  );
  const general = all.count === 0 ? 0 : all.sum / (all.count + all.within / model.between);
  const supplier = (key: StageKey): number => {
    const tally = history[key];
    if (!tally) return general;
    const { mean, within } = usualOf(model, key);
    const own = tally.sum - (mean + general) * tally.count;
    return general + own / (tally.count + within / (model.between / 2));
  };
  const seen = stages.flatMap((stage) => {
    const took = tookOf(stage, holidays);
    return took === undefined ? [] : [took - usualOf(model, stage.key).mean - supplier(stage.key)];
  });
  return { supplier, order: drawn(seen, 0.06, model.between) };
}

function usualOf({ stages }: Model, key: string): { readonly mean: number; readonly within: number } {
  return Object.entries(stages).find(([name]) => name === key)?.[1] ?? { mean: 0, within: 0.05 };
}

const EXPECTED = 0.5;

/** Working days that a stage that is still open is expected to take from today on. */
export function daysLeft(stage: Stage, standing: Standing, { model, pace }: { readonly model: Model; readonly pace: Pace }): number {
  const { mean, within } = usualOf(model, stage.key);
  // Half the variance turns the mean of a logarithm into the mean of what it is the logarithm of.
  const whole = stage.days * Math.exp(mean + pace.supplier(stage.key) + pace.order + within * EXPECTED);
  if (stage.state === "todo") return whole;
  const elapsed = stage.startedOn ? workingDaysBetween(stage.startedOn, standing.today, standing.holidays) : 0;
  const quiet = quietOf(stage, standing);
  const share = shareLeft(stage.percent, model.left);
  // What the clock and the reports say together: a stage that has taken longer than it usually takes in all has a longer whole.
  const shown = share < 0.9 ? (elapsed - quiet) / (1 - share) : whole;
  const blended = (whole * 2 + shown * (1 - share) * 2) / (2 + (1 - share) * 2);
  return Math.max(0.5, blended * share) + quiet * model.quiet;
}

/** Working days since the last word about a stage that is under way. */
export const quietOf = ({ reportedOn, startedOn, state }: Stage, { today, holidays }: Standing): number =>
  state === "todo" ? 0 : Math.max(0, workingDaysBetween(reportedOn ?? startedOn ?? today, today, holidays));

/** Working days until the last open stage is done, before it is set right by the model's bias. */
export function rawDays(standing: Standing, model: Model): number {
  const at = { model, pace: paceOf(standing, model) };
  return standing.stages.filter(isOpen).reduce((sum, stage) => sum + daysLeft(stage, standing, at), 0);
}

/** Which quarter of the way is left, by planned days. */
export function quarterOf({ stages }: Pick<Standing, "stages">): number {
  const counted = stages.filter(({ state }) => state !== "skipped");
  const whole = counted.reduce((sum, { days }) => sum + days, 0);
  const left = counted.filter(isOpen).reduce((sum, { days, percent }) => sum + (days * (100 - percent)) / 100, 0);
  return Math.min(3, Math.floor((left / Math.max(1, whole)) * 4));
}

const scaleOf = (days: number): number => Math.sqrt(days + 1);
export const missOf = (actual: number, likely: number): number => (actual - likely) / scaleOf(likely);

export function likelyDays(standing: Standing, model: Model): number {
  const [offset, slope] = model.bias[quarterOf(standing)] ?? [0, 1];
  return Math.max(0, offset + slope * rawDays(standing, model));
}

/** What is left of the plan at the pace of every pace that is told. */
const sumAt = (standing: Standing, model: Model, pace: Pace): number =>
  standing.stages.filter(isOpen).reduce((sum, stage) => sum + daysLeft(stage, standing, { model, pace }), 0);

/** Fewer days than this are nothing to speak of. */
const WORTH_SAYING = 1;

function behindOf({ stages, today, holidays }: Standing): Cause[] {
  return stages.filter(isOpen).flatMap(({ name, revisedDueOn, plannedDueOn, state }) => {
    const days = workingDaysBetween(revisedDueOn ?? plannedDueOn, today, holidays);
    return state === "active" && days >= WORTH_SAYING ? [{ what: "stage", stage: name, days } as const] : [];
  });
}

/** Every cause with its days, the greatest first. */
function causesOf(standing: Standing, model: Model, likelyOn: CalendarDate): readonly Cause[] {
  const pace = paceOf(standing, model);
  const usual: Pace = { supplier: () => 0, order: 0 };
  const plain = sumAt(standing, model, usual);
  const bySupplier = sumAt(standing, model, { ...usual, supplier: pace.supplier }) - plain;
  const active = standing.stages.find(({ state }) => state === "active");
  const quiet = active ? quietOf(active, standing) : 0;
  const off = standing.holidays.filter((on) => on > standing.today && on <= likelyOn && weekday(on) !== FRIDAY).length;
  const causes: Cause[] = [
    ...behindOf(standing),
    { what: "supplier", days: Math.round(bySupplier) },
    { what: "order", days: Math.round(sumAt(standing, model, { ...usual, order: pace.order }) - plain) },
    { what: "quiet", days: quiet >= QUIET_DAYS ? quiet : 0 },
    { what: "holidays", days: off },
  ];
  return causes.filter(({ days }) => Math.abs(days) >= WORTH_SAYING).toSorted((a, b) => Math.abs(b.days) - Math.abs(a.days));
}

/** Working days without a word after which the silence is a cause of its own. */
const QUIET_DAYS = 4;

/** The days that are likely left with the bounds of four cases in five, whole working days from today. */
export function daysOf(standing: Standing, model: Model): { readonly likely: number; readonly least: number; readonly most: number } {
  const likely = likelyDays(standing, model);
  const { low, high } = model.spreads[standing.family]?.[quarterOf(standing)] ?? model.spreads["any"]?.[quarterOf(standing)] ?? { low: -1, high: 2 };
  const scale = scaleOf(likely);
  const least = Math.max(0, Math.ceil(likely + low * scale));
  return { likely: Math.max(0, Math.round(likely)), least, most: Math.max(least, Math.floor(likely + high * scale)) };
}

/**
 * When an order will be done: the likely day, the days between which four of five orders like it are done, and why. It depends on
 * nothing but what it is given, so that one that was written down can be made again from the same model. Undefined where nothing is
 * left to be done.
 */
export function forecast(standing: Standing, model: Model): Forecast | undefined {
  const { stages, today, holidays } = standing;
  if (!stages.some(isOpen)) return undefined;
  const { likely, least, most } = daysOf(standing, model);
  const [earliestOn, likelyOn, latestOn] = [least, Math.min(Math.max(likely, least), most), most].map((days) => dayAfter(today, days, holidays));
  if (!earliestOn || !likelyOn || !latestOn) return undefined;
  const promised = promisedOn(stages);
  return {
    model: model.version,
    likelyOn,
    earliestOn,
    latestOn,
    promisedOn: promised,
    slackDays: workingDaysBetween(likelyOn, promised, holidays),
    causes: causesOf(standing, model, likelyOn),
  };
}
