import { Family } from "../garment/model.ts";
import type { Example } from "./fit.testing.ts";
import { type History, tookOf } from "./forecast.ts";
import { holidays } from "./holidays.ts";
import { planStages } from "./plan.ts";
import { dice, type Factory, factoryFrom, make } from "./simulated.testing.ts";

/** Finished orders of a simulated trade: to learn from, and others to try on. */
export type World = { readonly training: readonly Example[]; readonly heldOut: readonly Example[] };

const runs = [80, 200, 400, 900, 2_000] as const;
const FACTORIES = 24;
/** Orders that only make the factories' history. */
const BEFORE = 480;
/** On how many days of its making each order is looked at. */
const LOOKS = 4;

const startOf = (roll: () => number): string => new Date(Date.UTC(2026, 0, 5 + Math.floor(roll() * 600))).toISOString().slice(0, 10);

function withTaken(history: History, stages: Example["stages"]): History {
  return stages.reduce<History>((sums, stage) => {
    const took = tookOf(stage, holidays.BD);
    const { count, sum } = sums[stage.key] ?? { count: 0, sum: 0 };
    return took === undefined ? sums : { ...sums, [stage.key]: { count: count + 1, sum: sum + took } };
  }, history);
}

type Trade = { readonly roll: () => number; readonly factories: readonly Factory[]; readonly known: Map<string, History> };

/** One more order of the trade, seen on some days, with what was known of its factory before it. */
function order({ roll, factories, known }: Trade): readonly Example[] {
  const factory = factories[Math.floor(roll() * factories.length)];
  const family = Family.options[Math.floor(roll() * Family.options.length)];
  const quantity = runs[Math.floor(roll() * runs.length)];
  if (!factory || !family || !quantity) throw new Error("The dice are loaded");
  const plan = planStages(family, { quantity, decorated: roll() < 0.5, sample: roll() < 0.6 }, { startOn: startOf(roll) });
  const made = make({ plan, factory, family, holidays: new Set(holidays.BD), roll });
  const history = known.get(factory.id) ?? {};
  known.set(factory.id, withTaken(history, made.stages));
  const last = made.days.length - 1;
  return Array.from({ length: LOOKS }, () => made.days[Math.min(last - 1, Math.floor(roll() * last))]).flatMap((day) =>
    day
      ? [
          {
            supplierId: factory.id,
            standing: { family, stages: day.stages, today: day.on, holidays: holidays.BD, history },
            doneOn: made.doneOn,
            stages: made.stages,
          },
        ]
      : [],
  );
}

/** The same trade from the same seed: so many orders to learn from and so many to try on, made by the same factories one after another. */
export function world({ seed, training, heldOut }: { readonly seed: number; readonly training: number; readonly heldOut: number }): World {
  const roll = dice(seed);
  const factories = Array.from({ length: FACTORIES }, (_, index) => factoryFrom(roll, `factory-${index}`));
  const trade: Trade = { roll, factories, known: new Map() };
  const many = (count: number) => Array.from({ length: count }, () => order(trade));
  many(BEFORE);
  return { training: many(training).flat(), heldOut: many(heldOut).flat() };
}

/** The trade that the shipped model was fitted to, and that it is tried on: 1,200 orders to learn from, 1,000 held out. */
export const trialWorld = (): World => world({ seed: 11, training: 1_200, heldOut: 1_000 });
