import type { CalendarDate } from "../kernel/days.ts";
import { invalid } from "../kernel/error.ts";
import { likelyDays, missOf, type Model, quarterOf, quietOf, rawDays, type Spread, type Standing, tookOf, workingDaysBetween } from "./forecast.ts";
import type { Stage, StageKey } from "./model.ts";

/** An order on one day of its making, and the day on which it was done in the end. */
export type Example = { readonly supplierId: string; readonly standing: Standing; readonly doneOn: CalendarDate; readonly stages: readonly Stage[] };

const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
const variance = (numbers: readonly number[]): number => {
  const middle = mean(numbers);
  return mean(numbers.map((one) => (one - middle) ** 2));
};

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => Map.groupBy(items, keyOf);

/** The share of numbers that lies below. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, share * (sorted.length + 1) - 1));
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

type Taken = { readonly supplierId: string; readonly key: StageKey; readonly took: number };

/** What every finished stage took, each order once. */
const takenIn = (examples: readonly Example[]): readonly Taken[] =>
  [...new Map(examples.map((one) => [one.stages, one])).values()].flatMap(({ stages, supplierId, standing }) =>
    stages.flatMap((stage) => {
      const took = tookOf(stage, standing.holidays);
      return took === undefined ? [] : [{ supplierId, key: stage.key, took }];
    }),
  );

function usualsOf(taken: readonly Taken[]): Model["stages"] {
  const byKey = groupBy(taken, ({ key }) => key);
  const usual = (key: StageKey) => {
    const logs = (byKey.get(key) ?? []).map(({ took }) => took);
    return { mean: mean(logs), within: Math.max(0.01, variance(logs)) };
  };
  return {
    sample: usual("sample"),
    materials: usual("materials"),
    pattern: usual("pattern"),
    cutting: usual("cutting"),
    knitting: usual("knitting"),
    linking: usual("linking"),
    decoration: usual("decoration"),
    sewing: usual("sewing"),
    washing: usual("washing"),
    pressing: usual("pressing"),
    quality: usual("quality"),
    packing: usual("packing"),
    handover: usual("handover"),
  };
}

/** How much the means of suppliers differ beyond what chance alone makes them differ. */
function betweenOf(taken: readonly Taken[], stages: Model["stages"]): number {
  const groups = [...groupBy(taken, ({ supplierId }) => supplierId).values()];
  const off = groups.map((group) => group.map(({ key, took }) => took - (stages[key]?.mean ?? 0)));
  const chance = mean(off.map((one) => variance(one) / one.length));
  return Math.max(0.002, variance(off.map(mean)) - chance);
}

/** What is really left of stages reported at 0, 10, … 100 percent; never more than before. */
function leftOf(examples: readonly Example[]): readonly number[] {
  const seen = examples.flatMap(({ standing, stages }) =>
    standing.stages.flatMap((stage, index) => {
      const end = stages[index];
      if (stage.state !== "active" || !end?.startedOn || !end.finishedOn) return [];
      const whole = workingDaysBetween(end.startedOn, end.finishedOn, standing.holidays) + 1;
      return [{ percent: stage.percent, share: workingDaysBetween(standing.today, end.finishedOn, standing.holidays) / whole }];
    }),
  );
  const at = (ten: number): number => mean(seen.filter(({ percent }) => Math.abs(percent - ten * 10) <= 5).map(({ share }) => share));
  const raw = Array.from({ length: 11 }, (_, ten) => (ten === 10 ? 0 : at(ten)));
  return raw.map((share, ten) => Math.min(1, ...raw.slice(0, ten).filter((one) => one > 0), share || 1));
}

/** The line through pairs that misses them least. */
function lineOf(pairs: readonly (readonly [x: number, y: number])[]): readonly [offset: number, slope: number] {
  const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const spread = mean(pairs.map(([x]) => (x - mx) ** 2));
  const slope = spread === 0 ? 0 : mean(pairs.map(([x, y]) => (x - mx) * (y - my))) / spread;
  return [my - slope * mx, slope];
}

const actualDays = ({ standing, doneOn }: Example): number => workingDaysBetween(standing.today, doneOn, standing.holidays);

/** The middle four fifths of how far off the forecasts of a family were, by the quarter of the way that was left. */
function spreadsOf(examples: readonly Example[], model: Model): Model["spreads"] {
  const spread = (members: readonly Example[]): Spread => {
    const misses = members.map((one) => missOf(actualDays(one), likelyDays(one.standing, model)));
    return { low: quantile(misses, 0.1), high: quantile(misses, 0.9) };
  };
  const families = [...groupBy(examples, ({ standing }) => standing.family), ["any", examples] as const];
  return Object.fromEntries(
    families.map(([family, members]) => {
      const quarters = groupBy(members, ({ standing }) => String(quarterOf(standing)));
      return [family, [0, 1, 2, 3].map((quarter) => spread(quarters.get(String(quarter)) ?? members))];
    }),
  );
}

/** What each day without a word about the stage under way adds to the days that are left. */
function quietIn(examples: readonly Example[], model: Model): number {
  const pairs = examples.flatMap((one) => {
    const active = one.standing.stages.find(({ state }) => state === "active");
    return active ? [[quietOf(active, one.standing), actualDays(one) - rawDays(one.standing, model)] as const] : [];
  });
  return lineOf(pairs)[1];
}

/** Sets the sum of the stages right, for each quarter of the way by a line of its own. */
function biasOf(examples: readonly Example[], model: Model): Model["bias"] {
  const quarters = groupBy(examples, ({ standing }) => String(quarterOf(standing)));
  return [0, 1, 2, 3].map((quarter) =>
    lineOf((quarters.get(String(quarter)) ?? examples).map((one) => [rawDays(one.standing, model), actualDays(one)] as const)),
  );
}

/** Fits the forecaster to finished orders, each seen on some days of its making. Throws `forecast.examples` for too few of them. */
export function fit(examples: readonly Example[], version: number): Model {
  if (examples.length < 50) throw invalid("forecast.examples", "Too few finished orders to learn from", { examples: examples.length });
  const taken = takenIn(examples);
  const stages = usualsOf(taken);
  const plain: Model = { version, stages, between: betweenOf(taken, stages), left: leftOf(examples), quiet: 0, bias: [], spreads: {} };
  const heard = { ...plain, quiet: quietIn(examples, plain) };
  const model = { ...heard, bias: biasOf(examples, heard) };
  return rounded({ ...model, spreads: spreadsOf(examples, model) });
}

/** To four places: more says nothing, and the data stays readable. */
const rounded = (model: Model): Model =>
  JSON.parse(JSON.stringify(model), (_key, value: unknown) => (typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value));
