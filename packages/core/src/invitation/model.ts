import * as z from "zod";

/** The seats that can be offered: an owner is made by founding, never by invitation. */
export const InvitableKind = z.enum(["member", "viewer", "manager", "factory"]);
export type InvitableKind = z.infer<typeof InvitableKind>;

const kindsOf: Readonly<Record<"buyer" | "supplier", readonly InvitableKind[]>> = { buyer: ["member", "viewer"], supplier: ["manager", "factory"] };

/** Whether a seat of this kind exists in organisations of that kind. */
export const fits = (orgKind: "buyer" | "supplier", kind: InvitableKind): boolean => kindsOf[orgKind].includes(kind);

/** An open invitation as the organisation's people see it. */
export const InvitationView = z.strictObject({ invitationId: z.string(), email: z.string(), kind: InvitableKind, expiresAt: z.string() });
export type InvitationView = z.infer<typeof InvitationView>;

/** Days an invitation is open. */
export const OPEN_DAYS = 7;
