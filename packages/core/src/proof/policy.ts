import type { Policy } from "../kernel/action.ts";

/** Anybody may ask to prove an address; the limits are on the route. */
export const anyone: Policy<object> = { see: () => true, act: () => true };
