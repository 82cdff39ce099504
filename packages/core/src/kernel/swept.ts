import { type ErrorKind, isKind } from "./error.ts";

/** Somebody was faster, too many are at it, or the record is gone: whatever still is due is found by the next sweep. */
const passes: readonly ErrorKind[] = ["conflict", "unavailable", "not_found"];

/** Counts one thing that a sweep settles by itself: 1 when it did, 0 when it was overtaken; any other error is thrown, for it is a fault. */
export const swept = (settling: Promise<unknown>): Promise<0 | 1> =>
  settling.then(
    () => 1,
    (error: unknown) => {
      if (!passes.some((kind) => isKind(error, kind))) throw error;
      return 0;
    },
  );
