import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

const isSelf = (actor: Actor, { userId }: { readonly userId: string }): boolean =>
  (actor.type === "member" || actor.type === "admin") && actor.userId === userId;
const isSystem = (actor: Actor): boolean => actor.type === "system";

/** What is held on a person is theirs to have and to have forgotten, and nobody else's: no admin asks for it in their place. */
export const own: Policy<{ readonly userId: string }> = { see: isSelf, act: isSelf };

/** The worker that makes the copy and forgets. */
export const work: Policy<object> = { see: isSystem, act: isSystem };
