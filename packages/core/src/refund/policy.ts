import type { Policy } from "../kernel/action.ts";
import { type Owned, partyOf } from "../order/policy.ts";

type Subject = { readonly order: Owned };

/** The buyer sees what goes back; only the platform decides about it. */
export const give: Policy<Subject> = {
  see: (actor, { order }) => partyOf(actor, order) === "buyer" || actor.type === "admin",
  act: (actor) => actor.type === "admin",
};

/** Who may give up a paid order: the buyer's people who may act, and the platform; how far, the order's process says. */
export const callOff: Policy<Subject> = {
  see: (actor, { order }) => partyOf(actor, order) !== undefined,
  act: (actor, { order }) => actor.type === "admin" || (partyOf(actor, order) === "buyer" && actor.type === "member" && actor.kind !== "viewer"),
};

/** Only the payment worker asks the provider. */
export const send: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
