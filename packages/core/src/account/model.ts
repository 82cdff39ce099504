import * as z from "zod";
import { MemberKind, OrgKind } from "../kernel/actor.ts";

/** The organisation of the people who run the platform. */
export const PLATFORM = "platform";

/** What a person signs up as. */
export const SignUpAs = z.enum(["buyer", "supplier"]);
export type SignUpAs = z.infer<typeof SignUpAs>;

/** The seats that can be offered: an owner is made by founding or by transfer, never by invitation. */
export const InvitableKind = z.enum(["member", "viewer", "manager", "factory"]);
export type InvitableKind = z.infer<typeof InvitableKind>;

const kindsOf: Readonly<Record<"buyer" | "supplier", readonly InvitableKind[]>> = { buyer: ["member", "viewer"], supplier: ["manager", "factory"] };

/** Whether a seat of this kind exists in organisations of that kind. */
export const fits = (orgKind: "buyer" | "supplier", kind: InvitableKind): boolean => kindsOf[orgKind].includes(kind);

export const Membership = z.strictObject({ orgId: z.string(), orgKind: OrgKind, kind: MemberKind });
export type Membership = z.infer<typeof Membership>;

/** Who is signed in, as the web app needs it. */
export const Me = z.strictObject({
  userId: z.string(),
  email: z.string(),
  name: z.string(),
  locale: z.string(),
  orgId: z.string(),
  orgKind: OrgKind,
  memberKind: MemberKind,
  orgName: z.string(),
  memberships: z.array(Membership),
});
export type Me = z.infer<typeof Me>;

/** A person's seat as the others in the organisation see it. */
export const MemberView = z.strictObject({ userId: z.string(), name: z.string(), email: z.string(), kind: MemberKind });
export type MemberView = z.infer<typeof MemberView>;

/** The claims our pre-token trigger puts into the access token. */
export type Claims = { readonly orgId: string; readonly orgKind: OrgKind; readonly memberKind: MemberKind };

/** The Cognito group that says which app a person sees. */
export function groupOf(claims: Claims): "buyer" | "supplier" | "factory" | "admin" {
  if (claims.orgKind === "platform") return "admin";
  if (claims.orgKind === "buyer") return "buyer";
  return claims.memberKind === "factory" ? "factory" : "supplier";
}
