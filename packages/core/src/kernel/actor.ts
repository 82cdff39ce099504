import * as z from "zod";

export const OrgKind = z.enum(["buyer", "supplier", "platform"]);
export type OrgKind = z.infer<typeof OrgKind>;

/** What a member may do inside the organisation: buyers have owner, member, viewer; suppliers owner, manager, factory; the platform admin. */
export const MemberKind = z.enum(["owner", "member", "viewer", "manager", "factory", "admin"]);
export type MemberKind = z.infer<typeof MemberKind>;

/** A signed-in person acting for one organisation. */
export type Member = {
  readonly type: "member";
  readonly userId: string;
  readonly orgId: string;
  readonly orgKind: "buyer" | "supplier";
  readonly kind: MemberKind;
};

/** A signed-in person acting for the platform. */
export type Admin = { readonly type: "admin"; readonly userId: string };

/** Somebody who proved an e-mail address by code; `ownerId` is the keyed hash that owns their work until they sign up. */
export type Guest = { readonly type: "guest"; readonly ownerId: string; readonly email: string };

/** Somebody who holds a secret link to one record. */
export type LinkHolder = { readonly type: "link"; readonly subjectId: string };

/** Nobody in particular. */
export type Visitor = { readonly type: "visitor" };

/** A worker, hook or schedule; the cause says which and why. */
export type System = { readonly type: "system"; readonly cause: string };

export type Actor = Member | Admin | Guest | LinkHolder | Visitor | System;

/** Who did it, as stored with events: ids only, never an address or a name. */
export type ActorRef = { readonly type: Actor["type"]; readonly id: string; readonly orgId?: string };

/** The stored form of an actor. */
export function refOf(actor: Actor): ActorRef {
  switch (actor.type) {
    case "member":
      return { type: "member", id: actor.userId, orgId: actor.orgId };
    case "admin":
      return { type: "admin", id: actor.userId };
    case "guest":
      return { type: "guest", id: actor.ownerId };
    case "link":
      return { type: "link", id: actor.subjectId };
    case "visitor":
      return { type: "visitor", id: "visitor" };
    case "system":
      return { type: "system", id: actor.cause };
  }
}

/** The key of the records this actor owns, or undefined for actors that own none. */
export function ownerIdOf(actor: Actor): string | undefined {
  if (actor.type === "member") return actor.orgId;
  return actor.type === "guest" ? actor.ownerId : undefined;
}
