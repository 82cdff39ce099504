import * as z from "zod";

/** How many recovery codes there are to write down. */
export const RECOVERY_CODES = 10;

/** No letter that reads like a digit, in Crockford's alphabet; four groups of four are 80 bits. */
const GROUP = "[0-9ABCDEFGHJKMNPQRSTVWXYZ]{4}";

/** A recovery code as people copy it: in either case, with or without its hyphens, and I, L and O read as digits. */
export const RecoveryCode = z
  .string()
  .max(60)
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll(/[IL]/g, "1").replaceAll("O", "0"))
  .pipe(
    z
      .string()
      .regex(new RegExp(`^${GROUP.repeat(4)}$`), "sixteen letters and digits")
      .transform((text) => text.replaceAll(/(.{4})(?=.)/g, "$1-")),
  );

export const SecondFactorView = z.strictObject({
  isOn: z.boolean(),
  /** Admins cannot do without. */
  isRequired: z.boolean(),
  recoveryCodesLeft: z.int(),
});
export type SecondFactorView = z.infer<typeof SecondFactorView>;

/** The codes, told this once. */
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });
