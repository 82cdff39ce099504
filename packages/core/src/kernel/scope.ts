import type { Actor } from "./actor.ts";
import { forbidden } from "./error.ts";

declare const made: unique symbol;

/** Whose records a list may read. Only `scopeOf` makes one, and it picks the index, so a wrong scope reads another partition. */
export type Scope =
  | { readonly by: "owner"; readonly ownerId: string; readonly [made]: true }
  | { readonly by: "supplier"; readonly orgId: string; readonly [made]: true }
  | { readonly by: "admin"; readonly [made]: true };

type Bare = { by: "owner"; ownerId: string } | { by: "supplier"; orgId: string } | { by: "admin" };

const brand = (scope: Bare): Scope => Object.assign(scope, {}) as Scope; // the brand exists in types only; this is its one maker

/** The lists this actor may read: a buyer's or guest's own, a supplier's own, or all for an admin; `forbidden` for others. */
export function scopeOf(actor: Actor): Scope {
  if (actor.type === "admin") return brand({ by: "admin" });
  if (actor.type === "guest") return brand({ by: "owner", ownerId: actor.ownerId });
  if (actor.type !== "member") throw forbidden("list.forbidden", "You are not allowed to list these");
  return actor.orgKind === "supplier" ? brand({ by: "supplier", orgId: actor.orgId }) : brand({ by: "owner", ownerId: actor.orgId });
}
