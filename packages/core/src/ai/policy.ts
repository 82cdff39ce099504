import type { Policy } from "../kernel/action.ts";

/** Tasks that a queue's worker runs on a record's behalf; nobody asks for them by hand. */
export const worker: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
