import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Party } from "./model.ts";

/** What a decision about an order needs to know of it. */
export type Owned = { readonly ownerId: string; readonly supplierId?: string | undefined };

/** Which party of the order the actor is, or undefined for strangers. */
export function partyOf(actor: Actor, order: Owned): Party | undefined {
  if (actor.type === "admin" || actor.type === "system") return "admin";
  if (actor.type !== "member") return undefined;
  if (actor.orgKind === "buyer") return actor.orgId === order.ownerId ? "buyer" : undefined;
  if (actor.orgId !== order.supplierId) return undefined;
  return actor.kind === "factory" ? "factory" : "supplier";
}

const party = (actor: Actor, order: Owned): boolean => partyOf(actor, order) !== undefined;
const buyerMayAct = (actor: Actor, order: Owned): boolean => partyOf(actor, order) === "buyer" && actor.type === "member" && actor.kind !== "viewer";
const isAdmin = (actor: Actor): boolean => actor.type === "admin";
const isSystem = (actor: Actor): boolean => actor.type === "system";

type Rule<R> = (actor: Actor, record: R) => boolean;
const policy = <R extends { readonly order: Owned }>(act: Rule<Owned>): Policy<R> => ({
  see: (actor, { order }) => party(actor, order),
  act: (actor, { order }) => act(actor, order),
});
type Subject = { readonly order: Owned };

export const read: Policy<Subject> = policy(party);
/** Prices of the buyer: the buyer's own people and the platform. */
export const readTerms: Policy<Subject> = policy((actor, order) => partyOf(actor, order) === "buyer" || isAdmin(actor));
/** Whom to ring at the company that makes it: the buyer's own people and the platform. */
export const readContact: Policy<Subject> = readTerms;
/** Cost and margin: the platform only. */
export const readInternal: Policy<Subject> = policy(isAdmin);
export const list: Policy<object> = { see: () => true, act: (actor) => actor.type === "admin" || actor.type === "member" };
export const offer: Policy<Subject> = policy(isAdmin);
export const answerOffer: Policy<Subject> = policy((actor, order) => partyOf(actor, order) === "supplier");
export const report: Policy<Subject> = policy((actor, order) => ["supplier", "factory"].includes(partyOf(actor, order) ?? ""));
/** The dates are the office's and the platform's to move, not the floor's. */
export const revise: Policy<Subject> = policy((actor, order) => partyOf(actor, order) === "supplier" || isAdmin(actor));
export const approveSample: Policy<Subject> = policy(buyerMayAct);
/** What misses its limits by little is the buyer's to take or to refuse. */
export const decideLot: Policy<Subject> = policy(buyerMayAct);
export const inspect: Policy<Subject> = policy((actor, order) => partyOf(actor, order) === "supplier" || isAdmin(actor));
export const ship: Policy<Subject> = policy((actor, order) => partyOf(actor, order) === "supplier" || isAdmin(actor));
export const receive: Policy<Subject> = policy((actor, order) => buyerMayAct(actor, order) || isAdmin(actor));
export const cancel: Policy<Subject> = receive;
export const shareTracking: Policy<Subject> = receive;
/** Anybody finds a listing of the catalogue; the people of a buyer who may act order from it. */
export const place: Policy<object> = {
  see: () => true,
  act: (actor) => actor.type === "member" && actor.orgKind === "buyer" && actor.kind !== "viewer",
};
/** What happens because of the time. */
export const expire: Policy<Subject> = policy(isSystem);
export const remind: Policy<Subject> = expire;
export const lapse: Policy<Subject> = expire;
export const hold: Policy<Subject> = policy(isAdmin);
export const requestBalance: Policy<Subject> = policy(isSystem);
