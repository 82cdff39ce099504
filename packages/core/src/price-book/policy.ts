import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

const isAdmin = (actor: Actor): boolean => actor.type === "admin";

/** Everybody may compute with the book in force: browsers do, before anybody has said who they are. */
export const inForce: Policy<object> = { see: () => true, act: () => true };

/** Everybody may know that there are price books; only administrators see which, and what making costs. */
export const list: Policy<object> = { see: () => true, act: isAdmin };

/** A book that is not in force, and everything that is done to one, is the administrators' own. */
export const manage: Policy<object> = { see: isAdmin, act: isAdmin };
