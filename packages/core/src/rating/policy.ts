import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Owned = { readonly ownerId: string; readonly supplierId?: string | undefined };
type Subject = { readonly order: Owned };

const isBuyer = (actor: Actor, { ownerId }: Owned): boolean => actor.type === "member" && actor.orgKind === "buyer" && actor.orgId === ownerId;
const isMaker = (actor: Actor, { supplierId }: Owned): boolean =>
  actor.type === "member" && actor.orgKind === "supplier" && supplierId !== undefined && actor.orgId === supplierId;
const isAdmin = (actor: Actor): boolean => actor.type === "admin";
const isParty = (actor: Actor, order: Owned): boolean => isBuyer(actor, order) || isMaker(actor, order) || isAdmin(actor);

/** A rating is the buyer's to give; who only looks for the buyer gives none. */
export const give: Policy<Subject> = {
  see: (actor, { order }) => isParty(actor, order),
  act: (actor, { order }) => isBuyer(actor, order) && actor.type === "member" && actor.kind !== "viewer",
};

/** The office of the supplier answers, not its floor. */
export const reply: Policy<Subject> = {
  see: (actor, { order }) => isParty(actor, order),
  act: (actor, { order }) => isMaker(actor, order) && actor.type === "member" && actor.kind !== "factory",
};

export const read: Policy<Subject> = {
  see: (actor, { order }) => isParty(actor, order),
  act: (actor, { order }) => isParty(actor, order) && !(actor.type === "member" && actor.kind === "factory"),
};

/** The platform reads words before others do. */
export const moderate: Policy<Subject> = { see: (actor, { order }) => isParty(actor, order), act: isAdmin };
export const list: Policy<object> = { see: () => true, act: isAdmin };

/** Ratings of a verified supplier are everybody's to read. */
export const browse: Policy<{ readonly verification: string }> = { see: (_actor, { verification }) => verification === "verified", act: () => true };
