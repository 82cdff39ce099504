import * as z from "zod";
import { MemberKind, OrgKind } from "../kernel/actor.ts";

/** The organisation of the people who run the platform. */
export const PLATFORM = "platform";

/** What a person signs up as. */
export const SignUpAs = z.enum(["buyer", "supplier"]);
export type SignUpAs = z.infer<typeof SignUpAs>;

/** As what a person signs up, and for which company if they said. */
export type Intent = { readonly as: SignUpAs; readonly company?: string | undefined };
export const Intent = z.object({ as: SignUpAs, company: z.string().trim().min(1).max(120).optional().catch(undefined) });

/** What a person says about themselves. */
export const Profile = z.strictObject({ name: z.string().trim().min(2).max(100), locale: z.enum(["en", "bn"]).optional() });

const orgFields = {
  name: z.string().trim().min(2).max(120),
  country: z.string().trim().length(2).toUpperCase().optional(),
  phone: z.string().trim().min(6).max(30).optional(),
};

/** What an owner says about the organisation, with the version they were shown. */
export const OrgProfile = z.strictObject({ ...orgFields, version: z.int() });

/** An organisation as its own people see it. */
export const OrgView = z.strictObject({
  orgId: z.string(),
  kind: z.enum(["buyer", "supplier"]),
  name: z.string(),
  country: z.string().optional(),
  phone: z.string().optional(),
  version: z.int(),
});
export type OrgView = z.infer<typeof OrgView>;

export const Membership = z.strictObject({ orgId: z.string(), orgKind: OrgKind, kind: MemberKind, orgName: z.string() });
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
