import * as z from "zod";

/** Hours in which a second administrator has to confirm. */
export const GRANT_HOURS = 24;

/** An administrator as the others see them. */
export const AdminView = z.strictObject({ userId: z.string(), name: z.string(), email: z.string() });
export type AdminView = z.infer<typeof AdminView>;

/** A role that one administrator asked for and another has to confirm. */
export const GrantView = z.strictObject({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  expiresAt: z.string(),
});
export type GrantView = z.infer<typeof GrantView>;

/** Who runs the platform, and who is about to. */
export const StaffView = z.strictObject({ admins: z.array(AdminView).readonly(), grants: z.array(GrantView).readonly() });
export type StaffView = z.infer<typeof StaffView>;
