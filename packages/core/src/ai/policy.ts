import type { Policy } from "../kernel/action.ts";

/** What models cost is for the platform's people. */
export const admin: Policy<object> = { see: () => true, act: (actor) => actor.type === "admin" };

/** Whoever may ask for a quote; how often is the task's quota. */
export const customer: Policy<object> = { see: () => true, act: (actor) => actor.type !== "link" };

/** Tasks that a queue's worker runs on a record's behalf; nobody asks for them by hand. */
export const worker: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
