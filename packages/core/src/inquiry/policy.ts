import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Side } from "./model.ts";

/** What a decision about an inquiry needs to know of it. */
type Subject = { readonly ownerId: string; readonly supplierId: string };

/** Which side of the inquiry somebody is on; undefined for strangers and for the platform. */
export function sideOf(actor: Actor, { ownerId, supplierId }: Subject): Side | undefined {
  if (actor.type !== "member") return undefined;
  if (actor.orgKind === "buyer") return actor.orgId === ownerId ? "buyer" : undefined;
  return actor.orgId === supplierId ? "supplier" : undefined;
}

const sees = (actor: Actor, inquiry: Subject): boolean => actor.type === "admin" || sideOf(actor, inquiry) !== undefined;
/** A buyer who only looks on and a factory's floor speak for nobody. */
const speaks = (actor: Actor): boolean => actor.type === "member" && actor.kind !== "viewer" && actor.kind !== "factory";
const speaksFor = (side: Side) => (actor: Actor, inquiry: Subject) => speaks(actor) && sideOf(actor, inquiry) === side;

/** Buyers ask, after they have signed in. */
export const ask: Policy<object> = { see: () => true, act: (actor) => speaks(actor) && actor.type === "member" && actor.orgKind === "buyer" };
/** A thread is for the people of both sides and the platform, but not for the floor. */
export const read: Policy<Subject> = {
  see: sees,
  act: (actor, inquiry) => sees(actor, inquiry) && !(actor.type === "member" && actor.kind === "factory"),
};
export const write: Policy<Subject> = { see: sees, act: (actor, inquiry) => speaks(actor) && sideOf(actor, inquiry) !== undefined };
export const offer: Policy<Subject> = { see: sees, act: speaksFor("supplier") };
export const convert: Policy<Subject> = { see: sees, act: speaksFor("buyer") };
export const list: Policy<object> = { see: () => true, act: (actor) => actor.type === "member" && actor.kind !== "factory" };
