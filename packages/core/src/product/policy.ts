import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Subject = { readonly orgId: string };

const owns = (actor: Actor, { orgId }: Subject): boolean => actor.type === "member" && actor.orgKind === "supplier" && actor.orgId === orgId;
const isOffice = (actor: Actor): boolean => actor.type === "member" && actor.orgKind === "supplier" && actor.kind !== "factory";
const isAdmin = (actor: Actor): boolean => actor.type === "admin";

/** A supplier's office makes listings of its own. */
export const create: Policy<object> = { see: () => true, act: isOffice };
export const write: Policy<Subject> = {
  see: (actor, record) => owns(actor, record) || isAdmin(actor),
  act: (actor, record) => owns(actor, record) && isOffice(actor),
};
export const read: Policy<Subject> = {
  see: (actor, record) => owns(actor, record) || isAdmin(actor),
  act: (actor, record) => isAdmin(actor) || (owns(actor, record) && isOffice(actor)),
};
export const list: Policy<object> = { see: () => true, act: (actor) => isAdmin(actor) || isOffice(actor) };
export const decide: Policy<object> = { see: isAdmin, act: isAdmin };
/** The catalogue is for everybody. */
export const browse: Policy<object> = { see: () => true, act: () => true };
/** Workers index what was approved. */
export const work: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
