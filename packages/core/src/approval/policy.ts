import type { Policy } from "../kernel/action.ts";
import type { Actor, Member } from "../kernel/actor.ts";
import { mayApprove } from "../spending/rules.ts";

type Owned = { readonly ownerId: string };

const owns = (actor: Actor, { ownerId }: Owned): actor is Member => actor.type === "member" && actor.orgKind === "buyer" && actor.orgId === ownerId;

/** Whoever may order may ask; what is asked for is the organisation's own. */
export const ask: Policy<Owned> = { see: owns, act: (actor, record) => owns(actor, record) && actor.kind !== "viewer" };

/** The owner and whom the owner named decide, never about what they asked for themselves. */
export const decide: Policy<Owned & { readonly askedBy: string; readonly approvers: readonly string[] }> = {
  see: owns,
  act: (actor, record) => owns(actor, record) && mayApprove({ approvers: [...record.approvers] }, actor, record.askedBy),
};

/** What was asked for and decided is for everybody of the buyer. */
export const list: Policy<object> = { see: () => true, act: (actor) => actor.type === "member" && actor.orgKind === "buyer" };
