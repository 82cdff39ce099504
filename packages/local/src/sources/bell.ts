import { pause } from "./source.ts";

/** Wakes those who look for something new, so that they need to look but rarely while nothing happens. */
export type Bell = {
  readonly ring: () => void;
  /** Waits for the next ring, or until it is time to look without one; after a ring not for long, since more may come. */
  readonly rest: (signal: AbortSignal) => Promise<void>;
};

type Pauses = {
  /** Milliseconds between two looks shortly after a ring. */
  readonly livelyMs?: number;
  /** Milliseconds between two looks without a ring. */
  readonly quietMs?: number;
  /** For how many milliseconds after a ring looks are frequent. */
  readonly livelyForMs?: number;
};

/** A bell for any number of listeners. */
export function createBell({ livelyMs = 50, quietMs = 1_000, livelyForMs = 250 }: Pauses = {}): Bell {
  let rungAt = -Infinity;
  const resting = new Set<AbortController>();
  const restLong = async (signal: AbortSignal) => {
    const alarm = new AbortController();
    const wake = () => alarm.abort();
    resting.add(alarm);
    signal.addEventListener("abort", wake, { once: true });
    await pause(quietMs, alarm.signal);
    signal.removeEventListener("abort", wake);
    resting.delete(alarm);
  };
  return {
    ring: () => {
      rungAt = performance.now();
      for (const alarm of resting) alarm.abort();
    },
    rest: (signal) => (performance.now() - rungAt < livelyForMs ? pause(livelyMs, signal) : restLong(signal)),
  };
}
