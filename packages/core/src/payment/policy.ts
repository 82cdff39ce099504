import type { Policy } from "../kernel/action.ts";
import { type Owned, partyOf } from "../order/policy.ts";

type Subject = { readonly order: Owned };

/** The buyer's people who may act pay; everybody of the buyer may see. */
export const pay: Policy<Subject> = {
  see: (actor, { order }) => partyOf(actor, order) === "buyer" || actor.type === "admin",
  act: (actor, { order }) => partyOf(actor, order) === "buyer" && actor.type === "member" && actor.kind !== "viewer",
};

export const read: Policy<Subject> = {
  see: (actor, { order }) => partyOf(actor, order) === "buyer" || actor.type === "admin",
  act: (actor, { order }) => partyOf(actor, order) === "buyer" || actor.type === "admin",
};

/** Only the payment worker settles. */
export const settle: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };

/** Only the webhook, after its signature has been checked, reports. */
export const receive: Policy<object> = settle;

export const payOut: Policy<object> = { see: (actor) => actor.type === "admin", act: (actor) => actor.type === "admin" };
