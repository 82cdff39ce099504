import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Owned, partyOf } from "../order/policy.ts";

type Subject = { readonly order: Owned };

const policy = (act: (actor: Actor, order: Owned) => boolean): Policy<Subject> => ({
  see: (actor, { order }) => partyOf(actor, order) !== undefined,
  act: (actor, { order }) => act(actor, order),
});

/** Every party of the order reads its claims, each what is theirs to know. */
export const read: Policy<Subject> = policy((actor, order) => partyOf(actor, order) !== undefined);
/** Whoever may act for the buyer claims, shows photos and takes a claim back. */
export const claim: Policy<Subject> = policy(
  (actor, order) => partyOf(actor, order) === "buyer" && actor.type === "member" && actor.kind !== "viewer",
);
/** The company that made it is heard; its floor is not asked. */
export const answer: Policy<Subject> = policy((actor, order) => partyOf(actor, order) === "supplier");
export const decide: Policy<Subject> = policy((actor) => actor.type === "admin");
