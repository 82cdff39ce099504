import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

const isSelf = (actor: Actor, { userId }: { readonly userId: string }): boolean =>
  (actor.type === "member" || actor.type === "admin") && actor.userId === userId;

/** An address book is its owner's and nobody else's. */
export const own: Policy<{ readonly userId: string }> = { see: isSelf, act: isSelf };
