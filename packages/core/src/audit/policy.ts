import type { Policy } from "../kernel/action.ts";

/** Everybody may know that there is an audit; only the platform's people read it, and nobody writes it by hand. */
export const read: Policy<object> = { see: () => true, act: (actor) => actor.type === "admin" };
