import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

const isAdmin = (actor: Actor): boolean => actor.type === "admin";

/** Whoever has proven an address, and buyers who may act, ask for a person. */
export const submit: Policy<object> = {
  see: () => true,
  act: (actor) => actor.type === "guest" || (actor.type === "member" && actor.orgKind === "buyer" && actor.kind !== "viewer"),
};
/** The pipeline is the platform's alone. */
export const work: Policy<object> = { see: isAdmin, act: isAdmin };
export const list: Policy<object> = { see: () => true, act: isAdmin };
/** The token of a mail is the permission; whether it is a true one is looked into by the action. */
export const stop: Policy<object> = { see: () => true, act: (actor) => actor.type !== "system" };
