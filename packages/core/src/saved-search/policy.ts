import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Owned = { readonly userId: string };

const isSelf = (actor: Actor, { userId }: Owned): boolean => (actor.type === "member" || actor.type === "admin") && actor.userId === userId;

/** Searches are kept by people who act for a buyer, each for themselves and nobody else. */
export const own: Policy<Owned> = {
  see: isSelf,
  act: (actor, record) => isSelf(actor, record) && actor.type === "member" && actor.orgKind === "buyer",
};
/** The token of a mail is the permission; whether it is a true one is looked into by the action. */
export const stop: Policy<object> = { see: () => true, act: (actor) => actor.type !== "system" };
/** The worker looks for what is new, and writes. */
export const work: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
