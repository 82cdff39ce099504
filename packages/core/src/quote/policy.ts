import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Owned, partyOf } from "../order/policy.ts";

type Subject = { readonly ownerId: string };

const owns = (actor: Actor, { ownerId }: Subject): boolean =>
  (actor.type === "guest" && actor.ownerId === ownerId) || (actor.type === "member" && actor.orgKind === "buyer" && actor.orgId === ownerId);
const sees = (actor: Actor, record: Subject): boolean => owns(actor, record) || actor.type === "admin";

/** What belongs to a proven address and to no organisation yet. */
const isGuests = (ownerId: string): boolean => ownerId.startsWith("e~");

/** Guests with a proven address and buyers who may act ask for prices. */
export const create: Policy<object> = {
  see: () => true,
  act: (actor) => actor.type === "guest" || (actor.type === "member" && actor.orgKind === "buyer" && actor.kind !== "viewer"),
};
export const read: Policy<Subject> = { see: sees, act: sees };
/** Only a signed-in buyer who may act binds the organisation. */
export const accept: Policy<Subject> = {
  see: sees,
  act: (actor, record) => owns(actor, record) && actor.type === "member" && actor.kind !== "viewer",
};
/** Whoever may act for the buyer asks, and the platform answers. */
export const ask: Policy<Subject> = { see: sees, act: (actor, record) => actor.type === "admin" || accept.act(actor, record) };
/** The platform looks at a price by hand. */
export const review: Policy<Subject> = { see: sees, act: (actor) => actor.type === "admin" };
export const list: Policy<object> = {
  see: () => true,
  act: (actor) => actor.type === "admin" || (actor.type === "member" && actor.orgKind === "buyer"),
};
/** The claim secret itself is the permission. */
export const claimHolder: Policy<object> = { see: () => true, act: () => true };
/** The secret of a draft itself is the permission: there is nobody yet whose it could be. */
export const draftHolder: Policy<object> = { see: () => true, act: () => true };
/** Files are added and taken out by whoever asked for the price: the buyer's people who may act. */
export const attach: Policy<Subject> = accept;
/** The guest's own secret, while nobody has taken the quote over. */
export const attachAsGuest: Policy<Subject> = { see: (_actor, { ownerId }) => isGuests(ownerId), act: (_actor, { ownerId }) => isGuests(ownerId) };

/** Workers that comment on a quote and hand a guest's quotes to the account that proved the address. */
export const work: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };

/** What an order is made by: its buyer, the platform, and the supplier that is asked to make it, its floor too. */
export const filesOfOrder: Policy<{ readonly order: Owned }> = {
  see: (actor, { order }) => partyOf(actor, order) !== undefined,
  act: (actor, { order }) => partyOf(actor, order) !== undefined,
};
