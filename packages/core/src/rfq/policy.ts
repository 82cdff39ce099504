import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Owned = { readonly ownerId: string };
type Invited = { readonly supplierId: string };

const owns = (actor: Actor, { ownerId }: Owned): boolean => actor.type === "member" && actor.orgKind === "buyer" && actor.orgId === ownerId;
const seesOwn = (actor: Actor, record: Owned): boolean => owns(actor, record) || actor.type === "admin";
const isInvited = (actor: Actor, { supplierId }: Invited): boolean =>
  actor.type === "member" && actor.orgKind === "supplier" && actor.orgId === supplierId;
/** A buyer who only looks on and a factory's floor speak for nobody. */
const speaks = (actor: Actor): boolean => actor.type === "member" && actor.kind !== "viewer" && actor.kind !== "factory";

/** Buyers ask for bids after they have signed in. */
export const open: Policy<object> = { see: () => true, act: (actor) => speaks(actor) && actor.type === "member" && actor.orgKind === "buyer" };
/** The buyer's side of a request: every bid of it. */
export const read: Policy<Owned> = { see: seesOwn, act: seesOwn };
/** Countering, awarding and calling off bind the buyer's organisation. */
export const decide: Policy<Owned> = { see: seesOwn, act: (actor, record) => owns(actor, record) && speaks(actor) };
export const invite: Policy<Owned> = { see: seesOwn, act: (actor) => actor.type === "admin" };
/** One supplier's side of a request: its own bid and nothing of anybody else's. */
export const readRequest: Policy<Invited> = { see: isInvited, act: (actor, record) => isInvited(actor, record) && speaks(actor) };
export const list: Policy<object> = {
  see: () => true,
  act: (actor) => actor.type === "admin" || (actor.type === "member" && actor.orgKind === "buyer"),
};
export const listRequests: Policy<object> = {
  see: () => true,
  act: (actor) => actor.type === "member" && actor.orgKind === "supplier" && speaks(actor),
};
