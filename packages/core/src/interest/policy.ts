import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Subject = { readonly orgId: string };

const isOffice = (actor: Actor): boolean => actor.type === "member" && actor.orgKind === "supplier" && actor.kind !== "factory";
const isTheirs = (actor: Actor, { orgId }: Subject): boolean => actor.type === "member" && actor.orgKind === "supplier" && actor.orgId === orgId;

/** Whoever looks may be counted; whether they are is a rule, not a permission. */
export const note: Policy<object> = { see: () => true, act: (actor) => actor.type !== "system" };
/** A supplier's office reads how its own listings do. */
export const list: Policy<object> = { see: () => true, act: isOffice };
export const read: Policy<Subject> = {
  see: (actor, record) => isTheirs(actor, record) || actor.type === "admin",
  act: (actor, record) => actor.type === "admin" || (isTheirs(actor, record) && isOffice(actor)),
};
/** The worker counts what has happened. */
export const work: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
