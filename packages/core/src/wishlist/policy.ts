import type { Policy } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";

type Owned = { readonly userId: string };

const isSelf = (actor: Actor, { userId }: Owned): boolean => (actor.type === "member" || actor.type === "admin") && actor.userId === userId;

/** Lists are kept by people who act for a buyer, each for themselves and nobody else. */
export const own: Policy<Owned> = {
  see: isSelf,
  act: (actor, record) => isSelf(actor, record) && actor.type === "member" && actor.orgKind === "buyer",
};

/** The link itself is the permission: whoever holds its secret has found the list. */
export const holder: Policy<object> = { see: () => true, act: () => true };
