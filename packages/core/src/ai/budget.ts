import { sha256 } from "../ports/crypto.ts";
import { adjust, type Counter, take } from "../table/counter.ts";
import type { Quota } from "./task.ts";

const HOUR = 3_600;
const DAY = 86_400;
/** So many failures of a task in five minutes, and it is not tried again before they are over. */
const BREAKER = { seconds: 300, failures: 5 };

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

/** Money and places that have been set aside; a reservation that a crash left behind goes with its day. */
export type Reservation = {
  /** Puts the true cost in the place of the worst case. */
  readonly settle: (costMicros: number) => Promise<void>;
  /** Notes that the model let us down. */
  readonly failed: () => Promise<void>;
};

type Place = { readonly counter: Counter; readonly by: number; readonly max: number; readonly refusal: Refusal };

const breakerOf = ({ task, now }: Wish): Counter => counterOf(`breaker#${task}`, BREAKER.seconds, now);
const stageOf = ({ now }: Wish): Counter => counterOf("stage", DAY, now);

const placesOf = (wish: Wish): readonly Place[] => [
  { counter: breakerOf(wish), by: 0, max: BREAKER.failures - 1, refusal: "paused" },
  {
    counter: counterOf(`owner#${wish.task}#${sha256(wish.ownerId).slice(0, 32)}`, DAY, wish.now),
    by: 1,
    max: wish.quota.perOwnerDay,
    refusal: "over_quota",
  },
  { counter: counterOf(`task#${wish.task}`, HOUR, wish.now), by: 1, max: wish.quota.perHour, refusal: "over_quota" },
  { counter: stageOf(wish), by: wish.worstMicros, max: wish.dayMicros, refusal: "over_budget" },
];

/** Takes every place one after another; the first that is not there gives back those before it. */
export async function reserve(wish: Wish): Promise<Reservation | Refusal> {
  const taken: Place[] = [];
  for (const place of placesOf(wish)) {
    if ((await take(place.counter, place.by, place.max)) !== undefined) {
      taken.push(place);
      continue;
    }
    await Promise.all(taken.filter(({ by }) => by > 0).map(({ counter, by }) => adjust(counter, -by)));
    return place.refusal;
  }
  return {
    settle: (costMicros) => adjust(stageOf(wish), costMicros - wish.worstMicros),
    failed: () => adjust(breakerOf(wish), 1),
  };
}
