import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

const of = (actor: Actor, orgKind: "buyer" | "supplier"): boolean => actor.type === "member" && actor.orgKind === orgKind;

/** What a garment costs others is for buyers and the platform; suppliers see how they stand by other suppliers. */
export const benchmark: Policy<object> = { see: () => true, act: (actor) => of(actor, "buyer") || actor.type === "admin" };
/** A supplier's own prices beside the others', for its office and not for its floor. */
export const position: Policy<object> = {
  see: () => true,
  act: (actor) => of(actor, "supplier") && actor.type === "member" && actor.kind !== "factory",
};
/** The whole of it, and what was seen of competitors, is the platform's. */
export const oversee: Policy<object> = { see: () => true, act: (actor) => actor.type === "admin" };
export const work: Policy<object> = { see: (actor) => actor.type === "system", act: (actor) => actor.type === "system" };
