import * as z from "zod";
import { action } from "../kernel/action.ts";
import { type AppError, conflict, forbidden } from "../kernel/error.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { changing, creating, removing } from "../table/write.ts";
import { MembershipRow, SuspensionRow, UserRow } from "./entities.ts";
import { PersonRestored, PersonSuspended } from "./event.ts";
import { PLATFORM } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const ByUser = z.strictObject({ userId: z.string().max(60) });
const WithReason = ByUser.extend({ reason: z.string().trim().min(10).max(1_000) });

const load = ({ userId }: { readonly userId: string }) => store.findHome(userId);

const adminId = (): string => {
  const { actor } = Request.use();
  if (actor.type !== "admin") throw forbidden("person.forbidden", "Only the platform decides about people");
  return actor.userId;
};

/** Everything that gives somebody a seat moves the version on, so a seat that is new since the reading refuses this. */
const touched = ({ userId, version }: store.User) =>
  changing(
    UserRow.patch({ userId })
      .set({ version: version + 1 })
      .where((row, { eq }) => eq(row.version, version)),
  );

const changed = (): AppError => conflict("person.changed", "Something about this person changed meanwhile; read it again");

/**
 * Shuts somebody out: refused at the next command and the next token, signed out everywhere by a job. Orders and organisations stay
 * as they are. Throws `person.admin` for the platform's own people, who lose their role first, `person.suspended` and `person.changed`.
 */
export const suspend = action(
  { name: "account.suspend", effect: "command", input: WithReason, load, policy: policy.oversee },
  async ({ input, record: { user, seats, suspension } }) => {
    const { userId } = user;
    if (seats.some(({ orgId }) => orgId === PLATFORM)) throw conflict("person.admin", "An administrator has to lose that role first");
    if (suspension) throw conflict("person.suspended", "This person is suspended already");
    const suspendedAt = nowIso();
    const row = SuspensionRow.create({ userId, reason: input.reason, suspendedAt, suspendedBy: adminId(), desk: PLATFORM });
    return commit({
      about: userId,
      writes: [creating(row), touched(user), ...seats.map(({ orgId }) => changing(MembershipRow.patch({ userId, orgId }).set({ suspendedAt })))],
      events: [PersonSuspended({ userId, before: "active", after: "suspended" })],
      changed: { before: { state: "active" }, after: { state: "suspended", reason: input.reason } },
      reply: { userId, suspendedAt },
      refused: changed,
    });
  },
);

/** Lets somebody in again; they sign in anew. Throws `person.active` and `person.changed`. */
export const restore = action(
  { name: "account.restore", effect: "command", input: ByUser, load, policy: policy.oversee },
  async ({ record: { user, seats, suspension } }) => {
    const { userId } = user;
    if (!suspension) throw conflict("person.active", "This person is not suspended");
    return commit({
      about: userId,
      writes: [
        removing(SuspensionRow.remove({ userId })),
        touched(user),
        ...seats.map(({ orgId }) => changing(MembershipRow.patch({ userId, orgId }).remove(["suspendedAt"]))),
      ],
      events: [PersonRestored({ userId, before: "suspended", after: "active" })],
      changed: { before: { state: "suspended" }, after: { state: "active" } },
      reply: { userId },
      refused: changed,
    });
  },
);
