import type { Policy } from "../kernel/action.ts";

/** Everybody reads what a dollar is worth. */
export const read: Policy<object> = { see: () => true, act: () => true };

/** A rate that no bank's file has is kept by administrators; everybody may know that there is one. */
export const keep: Policy<object> = { see: () => true, act: (actor) => actor.type === "admin" };
