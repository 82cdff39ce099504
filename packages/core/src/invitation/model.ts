import * as z from "zod";
import { SeatKind } from "../account/model.ts";

/** The seats that can be offered. */
export const InvitableKind = SeatKind;
export type InvitableKind = SeatKind;

/** An open invitation as the organisation's people see it. */
export const InvitationView = z.strictObject({ invitationId: z.string(), email: z.string(), kind: InvitableKind, expiresAt: z.string() });
export type InvitationView = z.infer<typeof InvitationView>;

/** Mails of one invitation, so that nobody's mailbox is filled. */
export const MAX_SENDINGS = 5;

/** Days an invitation is open. */
export const OPEN_DAYS = 7;
