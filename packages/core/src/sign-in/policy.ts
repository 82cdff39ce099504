import type { Policy } from "../kernel/action.ts";

/** Anybody may be about to sign in; the limits are on the route. */
export const anyone: Policy<object> = { see: () => true, act: () => true };
