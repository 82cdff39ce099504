import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Owned as Ordered, partyOf } from "../order/policy.ts";

type Owned = { readonly ownerId: string };

const isBuyer = (actor: Actor): boolean => actor.type === "member" && actor.orgKind === "buyer";
const owns = (actor: Actor, { ownerId }: Owned): boolean => isBuyer(actor) && actor.type === "member" && actor.orgId === ownerId;
const acts = (actor: Actor): boolean => isBuyer(actor) && actor.type === "member" && actor.kind !== "viewer";

/** A picture costs money: only signed-in buyers who may act have one drawn. */
export const create: Policy<object> = { see: () => true, act: acts };
/** Designs are private: their own organisation sees them, and others only where they were shown with a quote. */
export const read: Policy<Owned> = { see: owns, act: owns };
export const list: Policy<object> = { see: () => true, act: isBuyer };
export const write: Policy<Owned> = { see: owns, act: (actor, record) => owns(actor, record) && acts(actor) };
/** Workers draw, and keep what has been looked at. */
export const work: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
/** What was agreed to be made is for every party of the order. */
const isParty = (actor: Actor, { order }: { readonly order: Ordered }): boolean => partyOf(actor, order) !== undefined;
export const ofOrder: Policy<{ readonly order: Ordered }> = { see: isParty, act: isParty };
