import type { Policy } from "../kernel/action.ts";

/** The books are the platform's alone. */
export const read: Policy<object> = {
  see: (actor) => actor.type === "admin" || actor.type === "system",
  act: (actor) => actor.type === "admin" || actor.type === "system",
};
