import type { Actor, Member } from "@sleekapp/core/kernel/actor";

/** A well-formed id that says which record of the test it names: `idOf("org", "b1")`. */
export const idOf = (prefix: string, tag: string): string =>
  `${prefix}_${tag
    .toLowerCase()
    .replace(/[^0-9a-hjkmnp-tv-z]/g, "0")
    .padStart(26, "0")}`;

export const BUYER = idOf("org", "b1");
export const OTHER_BUYER = idOf("org", "b2");
export const SUPPLIER = idOf("org", "s1");
export const OTHER_SUPPLIER = idOf("org", "s2");

const member = (orgKind: Member["orgKind"], orgId: string, kind: Member["kind"]): Member => ({
  type: "member",
  userId: `user-${orgKind}-${kind}-${orgId.at(-1)}`,
  orgId,
  orgKind,
  kind,
});

/** One of each kind of caller there is; policies are tested against all of them. */
export const actors = {
  visitor: { type: "visitor" },
  guest: { type: "guest", ownerId: "e~guest", email: "guest@example.com" },
  otherGuest: { type: "guest", ownerId: "e~other", email: "other@example.com" },
  link: { type: "link", subjectId: idOf("ord", "1") },
  buyerOwner: member("buyer", BUYER, "owner"),
  buyerMember: member("buyer", BUYER, "member"),
  buyerViewer: member("buyer", BUYER, "viewer"),
  otherBuyer: member("buyer", OTHER_BUYER, "owner"),
  supplierOwner: member("supplier", SUPPLIER, "owner"),
  supplierManager: member("supplier", SUPPLIER, "manager"),
  supplierFactory: member("supplier", SUPPLIER, "factory"),
  otherSupplier: member("supplier", OTHER_SUPPLIER, "owner"),
  admin: { type: "admin", userId: "user-admin" },
  system: { type: "system", cause: "test" },
} as const satisfies Record<string, Actor>;

export type ActorName = keyof typeof actors;

/** What a policy answers to each actor: `yes`, `forbidden` (may see, may not act) or `hidden`. */
export function verdicts<R>(
  policy: { see: (actor: Actor, record: R) => boolean; act: (actor: Actor, record: R) => boolean },
  record: R,
): Record<ActorName, "yes" | "forbidden" | "hidden"> {
  const answer = (actor: Actor) => (policy.see(actor, record) ? (policy.act(actor, record) ? "yes" : "forbidden") : "hidden");
  const entries = Object.entries(actors).map(([name, actor]) => [name, answer(actor)]);
  return Object.fromEntries(entries);
}

/** The verdicts of a policy by which only the named actors may act; of the others, those in `seeing` get 403 and the rest 404. */
export function only(acting: readonly ActorName[], seeing: readonly ActorName[] = []): Record<string, "yes" | "forbidden" | "hidden"> {
  const answer = (name: string) => (acting.some((one) => one === name) ? "yes" : seeing.some((one) => one === name) ? "forbidden" : "hidden");
  return Object.fromEntries(Object.keys(actors).map((name) => [name, answer(name)]));
}
