import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Seat = { readonly orgId: string };

const sees = (actor: Actor, { orgId }: Seat): boolean => actor.type === "admin" || (actor.type === "member" && actor.orgId === orgId);
const owns = (actor: Actor, { orgId }: Seat): boolean => actor.type === "member" && actor.orgId === orgId && actor.kind === "owner";

/** Everybody who is signed in has a profile of their own and no other. */
export const self: Policy<{ readonly userId: string }> = {
  see: (actor, { userId }) => (actor.type === "member" || actor.type === "admin") && actor.userId === userId,
  act: (actor, { userId }) => (actor.type === "member" || actor.type === "admin") && actor.userId === userId,
};

export const listMembers: Policy<Seat> = { see: sees, act: sees };

/** Owners offer and take seats. */
export const manageMembers: Policy<Seat> = { see: sees, act: owns };

/** Whoever holds the mailed secret and is signed in may take the seat. */
export const takeSeat: Policy<object> = { see: (actor) => actor.type === "member", act: (actor) => actor.type === "member" };
