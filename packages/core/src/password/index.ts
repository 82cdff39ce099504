import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { LeakedPasswords } from "../ports/leaked-passwords.ts";
import { RangePrefix, type RangeView } from "./model.ts";
import * as policy from "./policy.ts";

export { RangePrefix, RangeView } from "./model.ts";

/**
 * Leaked passwords whose hash begins like this. The browser that asks knows the password, we and the service behind us never do.
 * A service that does not answer holds nobody up: the range then is empty and says that it was not checked.
 */
export const range = action(
  { name: "password.range", effect: "read", input: z.strictObject({ prefix: RangePrefix }), load: nothing, policy: policy.anyone },
  async ({ input: { prefix } }): Promise<RangeView> => {
    const suffixes = await LeakedPasswords.use().range(prefix);
    return suffixes ? { isChecked: true, suffixes } : { isChecked: false, suffixes: [] };
  },
);
