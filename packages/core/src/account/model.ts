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

export const Locale = z.enum(["en", "bn"]);
export type Locale = z.infer<typeof Locale>;

/** True for a name of the time zone database, as browsers know it: `Asia/Dhaka`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const Phone = z
  .string()
  .trim()
  .min(6)
  .max(30)
  .regex(/^\+?[\d\s().-]+$/, "digits, blanks and + ( ) . - only");

/** What a person says about themselves; what is left out stays as it is, and `null` takes it away. */
export const Profile = z.strictObject({
  name: z.string().trim().min(2).max(100),
  locale: Locale.optional(),
  timeZone: z.string().max(60).refine(isTimeZone, "not a time zone").optional(),
  phone: Phone.nullable().optional(),
});

/** Names that would pass for ours. */
const RESERVED = new Set(
  "admin administrator api app billing help info mail me moderator null official owner root sleek sleekapp staff support system undefined www".split(
    " ",
  ),
);

/** A name of one's own in the whole of SleekApp: small letters, digits and hyphens. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(30)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, "a letter first, then letters, digits and single hyphens")
  .refine((name) => !RESERVED.has(name), "this name is kept for SleekApp itself");

/** A person as they see themselves. */
export const ProfileView = z.strictObject({
  userId: z.string(),
  email: z.string(),
  name: z.string(),
  username: z.string().optional(),
  phone: z.string().optional(),
  locale: z.string(),
  timeZone: z.string().optional(),
  /** A link to the picture that works for a quarter of an hour. */
  avatarUrl: z.string().optional(),
});
export type ProfileView = z.infer<typeof ProfileView>;

/** The seats that are given and taken: an owner is made by founding and by handing over, never otherwise. */
export const SeatKind = z.enum(["member", "viewer", "manager", "factory"]);
export type SeatKind = z.infer<typeof SeatKind>;

const seatKinds: Readonly<Record<"buyer" | "supplier", readonly SeatKind[]>> = { buyer: ["member", "viewer"], supplier: ["manager", "factory"] };

/** Whether a seat of this kind exists in organisations of that kind. */
export const fits = (orgKind: OrgKind, kind: SeatKind): boolean => orgKind !== "platform" && seatKinds[orgKind].includes(kind);

/** What an owner is after handing the organisation over. */
export const formerOwner = { buyer: "member", supplier: "manager" } as const satisfies Record<"buyer" | "supplier", SeatKind>;

/** A VAT or tax registration number as authorities write it, without the blanks and signs that people put between: `DK12345678`. */
export const TaxId = z
  .string()
  .trim()
  .max(40)
  .transform((text) => text.replace(/[\s./-]/g, "").toUpperCase())
  .pipe(
    z
      .string()
      .min(5, "that is too short for a tax number")
      .max(20, "that is too long for a tax number")
      .regex(/^[A-Z0-9]*\d[A-Z0-9]*$/, "letters and digits only, and at least one digit"),
  );

const orgFields = {
  name: z.string().trim().min(2).max(120),
  country: z.string().trim().length(2).toUpperCase().optional(),
  phone: z.string().trim().min(6).max(30).optional(),
  taxId: TaxId.optional(),
};

/** What an owner says about the organisation, with the version they were shown. */
export const OrgProfile = z.strictObject({ ...orgFields, version: z.int() });

/** An organisation as its own people see it; the tax number is told to those who may change it. */
export const OrgView = z.strictObject({
  orgId: z.string(),
  kind: z.enum(["buyer", "supplier"]),
  name: z.string(),
  country: z.string().optional(),
  phone: z.string().optional(),
  taxId: z.string().optional(),
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

/** One sign-in as its owner sees it. */
export const SessionView = z.strictObject({
  sessionId: z.string(),
  device: z.string(),
  address: z.string(),
  country: z.string().optional(),
  signedInAt: z.string(),
  seenAt: z.string(),
  /** The one that asks. */
  isThis: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** The claims our pre-token trigger puts into the access token. */
export type Claims = { readonly orgId: string; readonly orgKind: OrgKind; readonly memberKind: MemberKind };

/** What the pre-token trigger knows of a person: the claims, and the marks of ended sign-ins that could still ask for a token. */
export type TokenFacts = { readonly claims: Claims; readonly ended: readonly string[] };

/** The Cognito group that says which app a person sees. */
export function groupOf(claims: Claims): "buyer" | "supplier" | "factory" | "admin" {
  if (claims.orgKind === "platform") return "admin";
  if (claims.orgKind === "buyer") return "buyer";
  return claims.memberKind === "factory" ? "factory" : "supplier";
}

/** An organisation in an admin's list. */
export const OrgCard = z.strictObject({
  orgId: z.string(),
  kind: z.enum(["buyer", "supplier"]),
  name: z.string(),
  country: z.string().optional(),
  createdAt: z.string(),
});
export type OrgCard = z.infer<typeof OrgCard>;

/** A seat as the platform sees it. */
export const SeatView = z.strictObject({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  kind: MemberKind,
  suspendedAt: z.string().optional(),
});
export type SeatView = z.infer<typeof SeatView>;

/** An organisation with its people, for the platform. */
export const OrgPeople = OrgCard.extend({ members: z.array(SeatView).readonly() });
export type OrgPeople = z.infer<typeof OrgPeople>;

/** Why and since when somebody is shut out. */
export const SuspensionView = z.strictObject({ reason: z.string(), suspendedAt: z.string(), suspendedBy: z.string() });

/** Somebody who is shut out, in the list of them. */
export const SuspendedPerson = z.strictObject({ userId: z.string(), name: z.string(), email: z.string(), ...SuspensionView.shape });
export type SuspendedPerson = z.infer<typeof SuspendedPerson>;

/** A person as the platform sees them: who, where they belong, and how they stand. Nothing that is theirs alone. */
export const PersonView = z.strictObject({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  createdAt: z.string(),
  memberships: z.array(Membership).readonly(),
  suspension: SuspensionView.optional(),
});
export type PersonView = z.infer<typeof PersonView>;
