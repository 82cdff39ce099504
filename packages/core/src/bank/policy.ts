import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Subject = { readonly orgId: string };

const own = (actor: Actor, { orgId }: Subject): boolean => actor.type === "member" && actor.orgKind === "supplier" && actor.orgId === orgId;
const isAdmin = (actor: Actor): boolean => actor.type === "admin";

/** The supplier's office reads where it is paid; its floor does not. */
export const read: Policy<Subject> = { see: own, act: (actor, record) => own(actor, record) && actor.type === "member" && actor.kind !== "factory" };
/** Only the owner says where the money goes. */
export const write: Policy<Subject> = { see: own, act: (actor, record) => own(actor, record) && actor.type === "member" && actor.kind === "owner" };
/** Whoever pays suppliers out reads the account in full, and leaves a trace. */
export const reveal: Policy<object> = { see: isAdmin, act: isAdmin };
