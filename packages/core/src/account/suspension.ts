import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { creating, removing } from "../table/write.ts";
import { SuspensionRow } from "./entities.ts";
import { PersonRestored, PersonSuspended } from "./event.ts";
import { noAdminSeat } from "./members.ts";
import { PLATFORM } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const ByUser = z.strictObject({ userId: z.string().max(60) });
const WithReason = ByUser.extend({ reason: z.string().trim().min(10).max(1_000) });

const load = ({ userId }: { readonly userId: string }) => store.findUser(userId);

const adminId = (): string => {
  const { actor } = Request.use();
  if (actor.type !== "admin") throw forbidden("person.forbidden", "Only the platform decides about people");
  return actor.userId;
};

/**
 * Shuts somebody out of every organisation, those of tomorrow too: refused at the next command and the next token, signed out
 * everywhere by a job. Orders and organisations stay as they are. Throws `person.admin` for the platform's own people, who lose
 * their role first, and `person.suspended`.
 */
export const suspend = action(
  { name: "account.suspend", effect: "command", input: WithReason, load, policy: policy.oversee },
  async ({ input: { reason }, record: { userId } }) => {
    const suspendedAt = nowIso();
    const row = SuspensionRow.create({ userId, reason, suspendedAt, suspendedBy: adminId(), desk: PLATFORM });
    return commit({
      about: userId,
      writes: [creating(row), noAdminSeat(userId)],
      events: [PersonSuspended({ userId, before: "active", after: "suspended" })],
      changed: { before: { state: "active" }, after: { state: "suspended", reason } },
      reply: { userId, suspendedAt },
      refused: (index) =>
        index === 0
          ? conflict("person.suspended", "This person is suspended already")
          : conflict("person.admin", "An administrator has to lose that role first"),
    });
  },
);

/** Lets somebody in again; they sign in anew. Throws `person.active`. */
export const restore = action(
  { name: "account.restore", effect: "command", input: ByUser, load, policy: policy.oversee },
  async ({ record: { userId } }) =>
    commit({
      about: userId,
      writes: [removing(SuspensionRow.remove({ userId }))],
      events: [PersonRestored({ userId, before: "suspended", after: "active" })],
      changed: { before: { state: "suspended" }, after: { state: "active" } },
      reply: { userId },
      refused: () => conflict("person.active", "This person is not suspended"),
    }),
);
