import type { Policy } from "../kernel/action.ts";

/** Counters are written by what they count and read beside their listing; nobody does anything to them. */
export const none: Policy<object> = { see: () => false, act: () => false };
