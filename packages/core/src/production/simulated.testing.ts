/**
 * A world of factories to try forecasts on. It knows nothing of the forecaster: its own clock, its own dice, its own idea of how work
 * goes. Every day each stage under way is worked on by as many hands as are there; some days nobody is.
 */
import type { Stage } from "./model.ts";

/** Numbers between 0 and 1 from a seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Roll = () => number;
const bell = (roll: Roll): number => Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll());
const between = (roll: Roll, low: number, high: number): number => low + (high - low) * roll();
const whole = (roll: Roll, low: number, high: number): number => Math.floor(between(roll, low, high + 1));

const DAY = 86_400_000;
const plus = (on: string, days: number): string => new Date(Date.parse(on) + days * DAY).toISOString().slice(0, 10);
const isFriday = (on: string): boolean => new Date(on).getUTCDay() === 5;

export type Factory = {
  readonly id: string;
  /** Above 1 is slow. */
  readonly slowness: number;
  readonly weakStage: string;
  readonly weakness: number;
  /** How much more it says than it has done. */
  readonly boast: number;
  readonly stallsPerStage: number;
  /** Days between two reports. */
  readonly silence: number;
};

const stageNames = ["materials", "cutting", "knitting", "sewing", "washing", "decoration", "linking", "quality"];

export const factoryFrom = (roll: Roll, id: string): Factory => ({
  id,
  slowness: Math.exp(0.05 + 0.17 * bell(roll)),
  weakStage: stageNames[whole(roll, 0, stageNames.length - 1)] ?? "sewing",
  weakness: between(roll, 1.1, 1.6),
  boast: between(roll, 0.5, 0.95),
  stallsPerStage: between(roll, 0.03, 0.12),
  silence: between(roll, 1, 3.5),
});

/** The trade's own troubles by family: how uneven the work is, how often it has to be done again. */
const troubles: Readonly<Record<string, { readonly uneven: number; readonly again: number }>> = {
  knitwear: { uneven: 0.26, again: 0.2 },
  casualwear: { uneven: 0.16, again: 0.12 },
  "cut-and-sew": { uneven: 0.22, again: 0.18 },
  activewear: { uneven: 0.2, again: 0.15 },
  uniforms: { uneven: 0.14, again: 0.1 },
};

type Day = { readonly on: string; readonly stages: readonly Stage[] };
export type Made = { readonly days: readonly Day[]; readonly doneOn: string; readonly stages: readonly Stage[] };

type Work = { left: number; readonly all: number; stalled: number; said: number; lastSaid: number };

/** How many hands are there: all, fewer while machines are down or people gone, none on a strike day. */
function handsOf(roll: Roll): () => number {
  let fewer = 0;
  let share = 1;
  return () => {
    if (fewer > 0) fewer -= 1;
    else if (roll() < 0.012) {
      fewer = whole(roll, 5, 16);
      share = between(roll, 0.35, 0.8);
    } else share = 1;
    return roll() < 0.012 ? 0 : share;
  };
}

/** What somebody who is asked on the floor says: more than is true, in fives, and done only when it is. */
function said(work: Work, boast: number): number {
  const truth = 1 - work.left / work.all;
  return Math.max(work.said, Math.min(95, Math.round((truth ** boast * 100) / 5) * 5));
}

function workOn(stage: Stage, { roll, factory, family }: { readonly roll: Roll; readonly factory: Factory; readonly family: string }): Work {
  const { uneven, again } = troubles[family] ?? { uneven: 0.2, again: 0.15 };
  const weak = stage.key === factory.weakStage ? factory.weakness : 1;
  const repeat = stage.key === "quality" && roll() < again ? whole(roll, 2, 6) : 0;
  const all = Math.max(0.6, stage.days * factory.slowness * weak * Math.exp(uneven * bell(roll)) * 0.97) + repeat;
  const waits = stage.key === "materials" && roll() < 0.22 ? whole(roll, 2, 9) : 0;
  return { left: all, all, stalled: waits, said: 0, lastSaid: 0 };
}

type Making = {
  readonly plan: readonly Stage[];
  readonly factory: Factory;
  readonly family: string;
  readonly holidays: ReadonlySet<string>;
  readonly roll: Roll;
};

type Floor = { readonly stages: Stage[]; at: number; work: Work | undefined };

/** A day on which the factory is open: a stage begins, waits, stalls or goes on, and now and then somebody says how far it is. */
function dayOfWork(floor: Floor, on: string, { roll, factory, family, hands }: Making & { readonly hands: () => number }): void {
  const stage = floor.stages[floor.at];
  if (!stage) return;
  if (!floor.work) {
    floor.work = workOn(stage, { roll, factory, family });
    floor.stages[floor.at] = { ...stage, state: "active", startedOn: on, reportedOn: on };
  }
  const { work } = floor;
  if (work.stalled > 0) work.stalled -= 1;
  else if (roll() < factory.stallsPerStage / Math.max(2, stage.days)) work.stalled = whole(roll, 2, 8);
  else work.left -= hands();
  const moved = tell({ stages: floor.stages, at: floor.at, work, on, factory, roll });
  floor.at += moved;
  if (moved > 0) floor.work = undefined;
}

/** Makes one order day by day and keeps what its page showed on each. */
export function make(making: Making): Made {
  const { plan, holidays, roll } = making;
  const floor: Floor = { stages: plan.map((stage) => ({ ...stage })), at: 0, work: undefined };
  const hands = handsOf(roll);
  const days: Day[] = [];
  let on = plan[0]?.plannedStartOn ?? "2026-01-01";
  for (let day = 0; floor.at < floor.stages.length && day < 700; day += 1, on = plus(on, 1)) {
    if (!isFriday(on) && !holidays.has(on)) dayOfWork(floor, on, { ...making, hands });
    days.push({ on, stages: floor.stages.map((one) => ({ ...one })) });
  }
  return { days, doneOn: floor.stages.at(-1)?.finishedOn ?? on, stages: floor.stages };
}

type Telling = {
  readonly stages: Stage[];
  readonly at: number;
  readonly work: Work;
  readonly on: string;
  readonly factory: Factory;
  readonly roll: Roll;
};

/** Says that the stage is done, or now and then how far it is; answers by how many stages the order has moved on. */
function tell({ stages, at, work, on, factory, roll }: Telling): number {
  const stage = stages[at];
  if (!stage) return 0;
  if (work.left <= 0) {
    stages[at] = { ...stage, state: "done", percent: 100, finishedOn: on, reportedOn: on };
    return 1;
  }
  work.lastSaid += 1;
  const speaks = work.lastSaid >= factory.silence && work.stalled === 0 && roll() < 0.7;
  if (speaks) {
    work.said = said(work, factory.boast);
    work.lastSaid = 0;
    stages[at] = { ...stage, percent: work.said, reportedOn: on };
  }
  return 0;
}
