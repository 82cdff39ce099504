import type { FunctionError, Lambda } from "../lambda.ts";

/** Something that calls functions by itself: a queue, a stream, a clock, a bucket. */
export type Source = {
  readonly name: string;
  /** Nothing is being delivered now, and what was there when asked has been. */
  readonly isIdle: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

export type SourceError = { readonly source: string; readonly functionName: string; readonly error: FunctionError };

/** What every source needs of its stage. */
export type Delivery = {
  readonly lambda: Pick<Lambda, "invoke">;
  readonly onError: (error: SourceError) => void;
};

/** Waits, or less when the signal fires. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done, { once: true });
  });
}

/** Identifiers a handler reported as failed; undefined when it reported none of its own accord. */
export function failedItems(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null || !("batchItemFailures" in value) || !Array.isArray(value.batchItemFailures)) return [];
  return value.batchItemFailures.map((item: unknown) =>
    typeof item === "object" && item !== null && "itemIdentifier" in item ? item.itemIdentifier : undefined,
  );
}
