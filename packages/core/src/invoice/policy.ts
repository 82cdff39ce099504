import type { Policy } from "../kernel/action.ts";
import { type Owned, partyOf } from "../order/policy.ts";

type Subject = { readonly order: Owned };

export const read: Policy<Subject> = {
  see: (actor, { order }) => partyOf(actor, order) === "buyer" || actor.type === "admin",
  act: (actor, { order }) => partyOf(actor, order) === "buyer" || actor.type === "admin",
};

export const list: Policy<object> = { see: () => true, act: (actor) => actor.type === "member" && actor.orgKind === "buyer" };

/** Only the invoice workers issue and render. */
export const work: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
