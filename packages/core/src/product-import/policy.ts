import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Subject = { readonly orgId: string };
const isOffice = (actor: Actor): boolean => actor.type === "member" && actor.orgKind === "supplier" && actor.kind !== "factory";
const owns = (actor: Actor, { orgId }: Subject): boolean => isOffice(actor) && actor.type === "member" && actor.orgId === orgId;

export const create: Policy<object> = { see: () => true, act: isOffice };
export const own: Policy<Subject> = { see: owns, act: owns };
export const work: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
