import type { Policy } from "../kernel/action.ts";

/** Whoever may ask for a quote may have a brief read: nothing is kept of it. */
export const read: Policy<object> = {
  see: () => true,
  act: (actor) => actor.type === "visitor" || actor.type === "guest" || (actor.type === "member" && actor.orgKind === "buyer"),
};
