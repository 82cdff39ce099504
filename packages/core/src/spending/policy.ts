import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Owned = { readonly orgId: string };

const belongs = (actor: Actor, { orgId }: Owned): boolean => actor.type === "member" && actor.orgKind === "buyer" && actor.orgId === orgId;

/** What holds for their orders is for everybody of the buyer. */
export const read: Policy<Owned> = { see: belongs, act: belongs };
/** Owners decide what others may order. */
export const decide: Policy<Owned> = {
  see: belongs,
  act: (actor, record) => belongs(actor, record) && actor.type === "member" && actor.kind === "owner",
};
