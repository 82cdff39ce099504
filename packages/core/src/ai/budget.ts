import { sha256 } from "../ports/crypto.ts";
import { adjust, adjustParts, type Counter, take, takeParts } from "../table/counter.ts";
import type { Quota } from "./task.ts";

const HOUR = 3_600;
const DAY = 86_400;
/** So many failures of a task in five minutes, and it is not tried again before they are over. */
export const BREAKER = { seconds: 300, failures: 5 } as const;
/** The share of the stage's day that one owner may spend in a day, and one task in an hour, in basis points. */
const SHARES = { owner: 1_000, task: 2_500 } as const;
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
  /** The most the call can cost, and what the stage may spend in a day, in millionths of a US dollar. */
  readonly worstMicros: number;
  readonly dayMicros: number;
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

type Place = { readonly counter: Counter; readonly calls?: number; readonly micros: number };

export const breakerOf = (task: string, now: Date): Counter => counterOf(`breaker#${task}`, BREAKER.seconds, now);
export const stageOf = (now: Date): Counter => counterOf("stage", DAY, now);
export const hourOf = (task: string, now: Date): Counter => counterOf(`task#${task}`, HOUR, now);

const shareOf = (micros: number, bps: number): number => Math.floor((micros * bps) / 10_000);

/** What one owner may spend in a day, and a task in an hour, in millionths of a US dollar. */
export const limitsOf = ({ ownerBps = SHARES.owner, taskBps = SHARES.task }: Quota, dayMicros: number) => ({
  owner: shareOf(dayMicros, ownerBps),
  task: shareOf(dayMicros, taskBps),
});

function placesOf({ task, ownerId, quota, dayMicros, now }: Wish): readonly Place[] {
  const limits = limitsOf(quota, dayMicros);
  return [
    { counter: counterOf(`owner#${task}#${sha256(ownerId).slice(0, 32)}`, DAY, now), calls: quota.perOwnerDay, micros: limits.owner },
    { counter: hourOf(task, now), calls: quota.perHour, micros: limits.task },
    { counter: stageOf(now), micros: dayMicros },
  ];
}

const wanted = ({ calls, micros }: Place, by: number) => [
  ...(calls === undefined ? [] : [{ name: "calls", by: 1, max: calls }]),
  { name: "used", by, max: micros },
];

/** The first of the day to see it is who tells. */
const once = async (alert: Alert, now: Date): Promise<Alert | undefined> =>
  (await take(counterOf(`alert#${alert}`, DAY, now), 1, 1)) === undefined ? undefined : alert;

/**
 * Takes every place one after another; the first that is not there gives back those before it. What was taken is the worst case, so that
 * what is spent can never be more than a budget.
 */
export async function reserve(wish: Wish): Promise<Reserved> {
  const { task, worstMicros, dayMicros, now } = wish;
  const breaker = breakerOf(task, now);
  if ((await take(breaker, 0, BREAKER.failures - 1)) === undefined) return { refusal: "paused" };
  const taken: Place[] = [];
  let stageUsed = 0;
  for (const place of placesOf(wish)) {
    const { isTaken, used } = await takeParts(place.counter, wanted(place, worstMicros));
    if (!isTaken) {
      await Promise.all(taken.map(({ counter, calls }) => adjustParts(counter, { used: -worstMicros, calls: calls === undefined ? 0 : -1 })));
      const isFull = place.calls !== undefined && (used["calls"] ?? 0) >= place.calls;
      const isStage = place.calls === undefined;
      return { refusal: isFull ? "over_quota" : "over_budget", alert: isStage ? await once(100, now) : undefined };
    }
    taken.push(place);
    stageUsed = used["used"] ?? 0;
  }
  const isLow = stageUsed * 100 >= dayMicros * LOW_PERCENT;
  return {
    alert: isLow ? await once(80, now) : undefined,
    reservation: {
      settle: async (costMicros) => void (await Promise.all(taken.map(({ counter }) => adjustParts(counter, { used: costMicros - worstMicros })))),
      failed: () => adjust(breaker, 1),
    },
  };
}
