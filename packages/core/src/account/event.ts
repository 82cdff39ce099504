import * as z from "zod";
import { MemberKind, OrgKind } from "../kernel/actor.ts";
import { defineEvent } from "../kernel/event.ts";

export const Opened = defineEvent("account.opened", z.object({ userId: z.string(), orgId: z.string(), as: z.enum(["buyer", "supplier"]) }));
export const ProfileChanged = defineEvent("account.profile_changed", z.object({ userId: z.string() }));
export const UsernameChosen = defineEvent("account.username_chosen", z.object({ userId: z.string() }));
export const AvatarChanged = defineEvent("account.avatar_changed", z.object({ userId: z.string(), uploadId: z.string().optional() }));
export const EmailChanged = defineEvent("account.email_changed", z.object({ userId: z.string() }));
export const OrgChanged = defineEvent("account.organisation_changed", z.object({ orgId: z.string() }));
export const OrgChosen = defineEvent("account.organisation_chosen", z.object({ userId: z.string(), orgId: z.string() }));
export const Joined = defineEvent("account.member_joined", z.object({ orgId: z.string(), orgKind: OrgKind, userId: z.string(), kind: MemberKind }));
export const KindChanged = defineEvent(
  "account.member_kind_changed",
  z.object({ orgId: z.string(), userId: z.string(), before: MemberKind, after: MemberKind }),
);
export const HandedOver = defineEvent("account.organisation_handed_over", z.object({ orgId: z.string(), from: z.string(), to: z.string() }));
export const Left = defineEvent("account.member_left", z.object({ orgId: z.string(), userId: z.string(), kind: MemberKind }));
export const Removed = defineEvent("account.member_removed", z.object({ orgId: z.string(), userId: z.string(), kind: MemberKind }));
export const SessionEnded = defineEvent("account.session_ended", z.object({ userId: z.string(), sessionMark: z.string() }));
export const AllSessionsEnded = defineEvent("account.all_sessions_ended", z.object({ userId: z.string(), sessions: z.int() }));
/** A new password by a mailed code. */
export const PasswordReset = defineEvent("account.password_reset", z.object({ userId: z.string() }));
export const AdminMade = defineEvent("account.admin_made", z.object({ userId: z.string() }));

const Standing = z.enum(["active", "suspended"]);
/** The platform shuts somebody out, whatever organisations they belong to. */
export const PersonSuspended = defineEvent("account.suspended", z.object({ userId: z.string(), before: Standing, after: Standing }));
export const PersonRestored = defineEvent("account.restored", z.object({ userId: z.string(), before: Standing, after: Standing }));
