import type { Policy } from "../kernel/action.ts";

/** Disputes are between the platform, the provider and a bank. */
export const read: Policy<object> = { see: (actor) => actor.type === "admin", act: (actor) => actor.type === "admin" };
