import * as z from "zod";

/** The first five hexadecimal digits of the SHA-1 of a password: some hundreds of leaked ones share them. */
export const RangePrefix = z
  .string()
  .regex(/^[0-9a-fA-F]{5}$/, "five hexadecimal digits")
  .toUpperCase();

/** The other 35 digits of every leaked password in the range; `isChecked` is false when nobody could be asked. */
export const RangeView = z.strictObject({ isChecked: z.boolean(), suffixes: z.array(z.string()).readonly() });
export type RangeView = z.infer<typeof RangeView>;
