import { sha256 } from "../ports/crypto.ts";
import { adjust, adjustParts, type Counter, take, takeParts } from "../table/counter.ts";
import { type Budgets, hourMicrosOf } from "./rules.ts";
import type { Quota } from "./task.ts";

const HOUR = 3_600;
const DAY = 86_400;
/** So many failures of a task in five minutes, and it is not tried again before they are over. */
export const BREAKER = { seconds: 300, failures: 5 } as const;
/** From here on the platform's people are told, in percent of the stage's day. */
const LOW_PERCENT = 80;

function counterOf(what: string, seconds: number, now: Date): Counter {
  const epoch = Math.floor(now.getTime() / 1000);
  const start = epoch - (epoch % seconds);
  return { entity: "ai-counter", partition: `$sleek#ai_${what}`, sort: `$window_1#${start}`, endsAt: start + seconds };
}

export type Wish = {
  readonly task: string;
  readonly ownerId: string;
  readonly quota: Quota;
  /** The most the call can cost, in millionths of a US dollar. */
  readonly worstMicros: number;
  readonly budgets: Budgets;
  readonly now: Date;
};

export type Refusal = "paused" | "over_quota" | "over_budget";

/** How much of the stage's day is used up, in percent: told once a day for each. */
export type Alert = 80 | 100;

/** Money and places that have been set aside; a reservation that a crash left behind goes with its day. */
export type Reservation = {
  /** Puts the true cost in the place of the worst case. */
  readonly settle: (costMicros: number) => Promise<void>;
  /** Notes that the model let us down. */
  readonly failed: () => Promise<void>;
};

export type Reserved = { readonly alert?: Alert | undefined } & (
  | { readonly refusal: Refusal; readonly reservation?: undefined }
  | { readonly reservation: Reservation; readonly refusal?: undefined }
);

/** Calls of a task and money under one counter; `name` is the calls' number there. */
type Place = { readonly counter: Counter; readonly calls?: { readonly name: string; readonly most: number }; readonly micros: number };

export const breakerOf = (task: string, now: Date): Counter => counterOf(`breaker#${task}`, BREAKER.seconds, now);
export const stageOf = (now: Date): Counter => counterOf("stage", DAY, now);
export const hourOf = (task: string, now: Date): Counter => counterOf(`task#${task}`, HOUR, now);

/** An owner's calls are counted by the task, their money over all tasks together. */
function placesOf({ task, ownerId, quota, budgets, now }: Wish): readonly Place[] {
  return [
    {
      counter: counterOf(`owner#${sha256(ownerId).slice(0, 32)}`, DAY, now),
      calls: { name: `calls_${task}`, most: quota.perOwnerDay },
      micros: budgets.ownerDayMicros,
    },
    { counter: hourOf(task, now), calls: { name: "calls", most: quota.perHour }, micros: hourMicrosOf(budgets, { name: task, quota }) },
    { counter: stageOf(now), micros: budgets.dayMicros },
  ];
}

const wanted = ({ calls, micros }: Place, by: number) => [
  ...(calls ? [{ name: calls.name, by: 1, max: calls.most }] : []),
  { name: "used", by, max: micros },
];

/** The first of the day to see it is who tells; of a budget that was changed meanwhile it is told anew. */
const once = async (alert: Alert, { budgets: { dayMicros }, now }: Wish): Promise<Alert | undefined> =>
  (await take(counterOf(`alert#${alert}#${dayMicros}`, DAY, now), 1, 1)) === undefined ? undefined : alert;

const givenBack = ({ counter, calls }: Place, micros: number) => adjustParts(counter, { used: -micros, ...(calls ? { [calls.name]: -1 } : {}) });

/**
 * Takes every place one after another; the first that is not there gives back those before it. What was taken is the worst case, so that
 * what is spent can never be more than a budget.
 */
export async function reserve(wish: Wish): Promise<Reserved> {
  const { task, worstMicros, budgets, now } = wish;
  const breaker = breakerOf(task, now);
  if ((await take(breaker, 0, BREAKER.failures - 1)) === undefined) return { refusal: "paused" };
  const taken: Place[] = [];
  let stageUsed = 0;
  for (const place of placesOf(wish)) {
    const { isTaken, used } = await takeParts(place.counter, wanted(place, worstMicros));
    if (!isTaken) {
      await Promise.all(taken.map((one) => givenBack(one, worstMicros)));
      const isFull = place.calls !== undefined && (used[place.calls.name] ?? 0) >= place.calls.most;
      const isStage = place.calls === undefined;
      return { refusal: isFull ? "over_quota" : "over_budget", alert: isStage ? await once(100, wish) : undefined };
    }
    taken.push(place);
    stageUsed = used["used"] ?? 0;
  }
  const isLow = stageUsed * 100 >= budgets.dayMicros * LOW_PERCENT;
  return {
    alert: isLow ? await once(80, wish) : undefined,
    reservation: {
      settle: async (costMicros) => void (await Promise.all(taken.map(({ counter }) => adjustParts(counter, { used: costMicros - worstMicros })))),
      failed: () => adjust(breaker, 1),
    },
  };
}
