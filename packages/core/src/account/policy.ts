import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Seat = { readonly orgId: string };

const belongs = (actor: Actor, { orgId }: Seat): boolean => actor.type === "member" && actor.orgId === orgId;
const isSelf = (actor: Actor, { userId }: { readonly userId: string }): boolean =>
  (actor.type === "member" || actor.type === "admin") && actor.userId === userId;

/** Everybody who is signed in has a profile of their own and no other. */
export const self: Policy<{ readonly userId: string }> = { see: isSelf, act: isSelf };

/** The organisation and who belongs to it are for its office, not for its floor. */
export const readOrg: Policy<Seat> = { see: belongs, act: (actor) => actor.type === "member" && actor.kind !== "factory" };

/** Owners speak for the organisation and take seats away. */
export const manageOrg: Policy<Seat> = { see: belongs, act: (actor) => actor.type === "member" && actor.kind === "owner" };

/** Whoever has a seat may give it back. */
export const ownSeat: Policy<{ readonly userId: string; readonly orgId: string }> = {
  see: (actor, seat) => isSelf(actor, seat) && belongs(actor, seat),
  act: (actor, seat) => isSelf(actor, seat) && belongs(actor, seat),
};

const isAdmin = (actor: Actor): boolean => actor.type === "admin";

/** Whom there is and who is shut out is for the platform's people. */
export const oversee: Policy<object> = { see: isAdmin, act: isAdmin };
/** What follows from a decision is done by workers. */
export const work: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
/** Everybody may know that there are such lists; only the platform reads them. */
export const overseeLists: Policy<object> = { see: () => true, act: isAdmin };
