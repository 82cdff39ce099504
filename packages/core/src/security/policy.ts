import type { Policy } from "../kernel/action.ts";

/** Everybody may know that we look; what we saw is for the platform's people. */
export const read: Policy<object> = { see: () => true, act: (actor) => actor.type === "admin" };
