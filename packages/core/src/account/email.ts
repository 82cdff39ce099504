import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { Request } from "../kernel/request.ts";
import { Directory } from "../ports/directory.ts";
import { commit } from "../table/commit.ts";
import { normalise } from "../table/unique.ts";
import { changing } from "../table/write.ts";
import { MembershipRow, UserRow } from "./entities.ts";
import { EmailChanged } from "./event.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

async function loadSelf() {
  const { actor } = Request.use();
  const found = actor.type === "member" || actor.type === "admin" ? await store.findHome(actor.userId) : undefined;
  return found ? { ...found, userId: found.user.userId } : undefined;
}

/**
 * Writes the proven address down wherever ours is kept. The former one is kept beside it: its owner, who may know nothing of the
 * change, is written to about it. The same address again changes nothing.
 */
async function followEmail({ user, seats }: store.Home, given: string): Promise<{ readonly email: string }> {
  const email = normalise(given);
  const { userId, version } = user;
  if (email === user.email) return { email };
  const own = UserRow.patch({ userId })
    .set({ email, formerEmail: user.email, version: version + 1 })
    .where((row, { eq }) => eq(row.version, version));
  const cards = seats.map(({ orgId }) => changing(MembershipRow.patch({ userId, orgId }).set({ email })));
  return commit({
    about: userId,
    writes: [changing(own), ...cards],
    events: [EmailChanged({ userId })],
    changed: { before: user, after: { email } },
    reply: { email },
  });
}

/**
 * Takes over the address that the caller has proven to the user pool, which is asked for it: what a caller says of their own
 * address counts for nothing. Throws `email.unproven`.
 */
export const confirmEmail = action(
  { name: "account.confirm_email", effect: "command", input: z.strictObject({}), load: loadSelf, policy: policy.self },
  async ({ record }) => {
    const entry = await Directory.use().find(record.userId);
    if (!entry?.isEmailProven) throw conflict("email.unproven", "This address has not been proven yet");
    return followEmail(record, entry.email);
  },
);
