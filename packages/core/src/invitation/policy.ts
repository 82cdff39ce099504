import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Subject = { readonly orgId: string };

const belongs = (actor: Actor, { orgId }: Subject): boolean => actor.type === "member" && actor.orgId === orgId;

/** Open invitations are for the organisation's office, not for its floor. */
export const read: Policy<Subject> = { see: belongs, act: (actor) => actor.type === "member" && actor.kind !== "factory" };

/** Owners offer seats and take the offers back. */
export const manage: Policy<Subject> = { see: belongs, act: (actor) => actor.type === "member" && actor.kind === "owner" };

/** Whoever holds the mailed secret and is signed in as a customer may take the seat; the platform's own people may not. */
export const take: Policy<object> = { see: (actor) => actor.type === "member", act: (actor) => actor.type === "member" };
