import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

const isSelf = (actor: Actor, { userId }: { readonly userId: string }): boolean =>
  (actor.type === "member" || actor.type === "admin") && actor.userId === userId;

/** Everybody who is signed in looks after their own second factor. */
export const own: Policy<{ readonly userId: string }> = { see: isSelf, act: isSelf };

/** Who has lost theirs is somebody who proved the address of the account. */
export const proven: Policy<object> = { see: () => true, act: (actor) => actor.type === "guest" };
