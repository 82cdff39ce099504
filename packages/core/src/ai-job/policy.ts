import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

/** Who had it done: as a buyer's organisation or as a supplier's. */
type Owned = { readonly ownerId: string; readonly supplierId: string };

const owns = (actor: Actor, { ownerId, supplierId }: Owned): boolean =>
  actor.type === "member" && actor.orgId === (actor.orgKind === "supplier" ? supplierId : ownerId);
const acts = (actor: Actor): boolean => actor.type === "member" && actor.kind !== "viewer" && actor.kind !== "factory";

/** A job is watched by the people of the organisation it was asked for, the floor apart. */
export const read: Policy<Owned> = { see: owns, act: (actor, record) => owns(actor, record) && actor.type === "member" && actor.kind !== "factory" };
/** Stopping it and starting it again is for those who may ask. */
export const write: Policy<Owned> = { see: owns, act: (actor, record) => owns(actor, record) && acts(actor) };
export const list: Policy<object> = { see: () => true, act: (actor) => actor.type === "member" && actor.kind !== "factory" };
