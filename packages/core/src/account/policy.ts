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
