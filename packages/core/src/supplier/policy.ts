import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Subject = { readonly orgId: string };

const own = (actor: Actor, { orgId }: Subject): boolean => actor.type === "member" && actor.orgKind === "supplier" && actor.orgId === orgId;
const isAdmin = (actor: Actor): boolean => actor.type === "admin";

/** A supplier's own office writes its application; its floor does not. */
export const write: Policy<Subject> = { see: own, act: (actor, record) => own(actor, record) && actor.type === "member" && actor.kind !== "factory" };
export const read: Policy<Subject> = {
  see: (actor, record) => own(actor, record) || isAdmin(actor),
  act: (actor, record) => isAdmin(actor) || (own(actor, record) && actor.type === "member" && actor.kind !== "factory"),
};
export const decide: Policy<object> = { see: isAdmin, act: isAdmin };
/** Everybody may know that there is such a list; only the platform reads it. */
export const list: Policy<object> = { see: () => true, act: isAdmin };
/** What follows from a suspension is done by workers. */
export const work: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
/** Verified suppliers are everybody's to look at; nobody learns of another that there is one. */
export const browse: Policy<{ readonly verification: string }> = {
  see: (_actor, { verification }) => verification === "verified",
  act: () => true,
};
