import * as z from "zod";
import * as Account from "../account/index.ts";
import { action, nothing } from "../kernel/action.ts";
import { type AppError, conflict, forbidden } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { mustBeFresh } from "../kernel/fresh.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { GRANT_HOURS, type GrantView, type StaffView } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { AdminView, GrantView, StaffView } from "./model.ts";

const Role = z.enum(["none", "admin"]);
const About = z.object({ userId: z.string(), askedBy: z.string() });
/** The role is not given yet: somebody else has to confirm. */
export const Asked = defineEvent("staff.admin_asked", About);
export const CalledOff = defineEvent("staff.admin_called_off", About);
export const Granted = defineEvent("staff.admin_granted", About.extend({ before: Role, after: Role }));
export const Withdrawn = defineEvent("staff.admin_withdrawn", z.object({ userId: z.string(), before: Role, after: Role }));

const isOpen = ({ expiresAt }: store.Grant): boolean => expiresAt > nowIso();

async function viewsOf(grants: readonly store.Grant[]): Promise<readonly GrantView[]> {
  const people = await Promise.all(grants.map(({ userId }) => Account.findUser(userId)));
  return grants.map((grant, at) => ({ ...grant, name: people[at]?.name ?? "", email: people[at]?.email ?? "" }));
}

/** The administrators, and the roles that wait for a second one to confirm them. */
export const list = action(
  { name: "staff.list", effect: "sensitive-read", input: z.strictObject({}), load: nothing, policy: policy.list },
  async (): Promise<StaffView> => {
    const [seats, grants] = await Promise.all([Account.adminSeats(), store.list()]);
    return { admins: seats.map(({ userId, name, email }) => ({ userId, name, email })), grants: await viewsOf(grants.filter(isOpen)) };
  },
);

const ByUser = z.strictObject({ userId: z.string().max(60) });

const adminId = (): string => {
  const { actor } = Request.use();
  if (actor.type !== "admin") throw forbidden("staff.forbidden", "Only administrators decide about the role");
  return actor.userId;
};

async function loadCandidate({ userId }: z.output<typeof ByUser>) {
  const [home, grant] = await Promise.all([Account.findHome(userId), store.find(userId)]);
  return home ? { home, grant } : undefined;
}

/** Somebody who is to be an administrator is none yet, and is not shut out. Throws `staff.already` and `staff.suspended`. */
function mustBeEligible({ seats, suspension }: Account.Home): void {
  if (seats.some(({ orgKind }) => orgKind === "platform")) throw conflict("staff.already", "This person is an administrator already");
  if (suspension) throw conflict("staff.suspended", "Who is suspended cannot be made an administrator");
}

/**
 * Asks for the role for somebody; it is given when another administrator confirms within a day. Throws `staff.asked` for a second
 * request, and `sign_in.too_old`: a session that somebody else has got hold of must not make an administrator.
 */
export const ask = action(
  { name: "staff.ask", effect: "command", input: ByUser, load: loadCandidate, policy: policy.manage },
  async ({ record: { home, grant }, now }) => {
    mustBeEligible(home);
    const again = (): AppError => conflict("staff.asked", "The role was asked for already and waits for a second administrator");
    if (grant && isOpen(grant)) throw again();
    mustBeFresh(now);
    const { userId, name, email } = home.user;
    const expiresAt = new Date(now.getTime() + GRANT_HOURS * 3_600_000).toISOString();
    const asked: store.Grant = { userId, askedBy: adminId(), askedAt: nowIso(), expiresAt };
    return commit({
      about: userId,
      writes: [store.askWrite(asked, grant), Account.adminSeatHolds(asked.askedBy)],
      events: [Asked({ userId, askedBy: asked.askedBy })],
      reply: { ...asked, name, email },
      refused: again,
    });
  },
);

async function loadGrant({ userId }: z.output<typeof ByUser>) {
  const [grant, home, admins] = await Promise.all([store.find(userId), Account.findHome(userId), Account.adminSeats()]);
  return grant && home ? { askedBy: grant.askedBy, hasOneAdmin: admins.length === 1, grant, home } : undefined;
}

/**
 * The second administrator says yes: from the next token on the person may act for the platform, once they have an authenticator
 * app. Both administrators have to be ones at this moment; where there is only one yet, an operator's command is the second. Throws `staff.grant_ended`,
 * `staff.changed`, and `sign_in.too_old` to a person; the operator's command has no sign-in.
 */
export const confirm = action(
  { name: "staff.confirm", effect: "command", input: ByUser, load: loadGrant, policy: policy.confirm },
  async ({ record: { grant, home }, actor, now }) => {
    if (!isOpen(grant)) throw conflict("staff.grant_ended", "This request has ended; ask for the role again");
    mustBeEligible(home);
    if (actor.type === "admin") mustBeFresh(now);
    const { userId, askedBy } = grant;
    return commit({
      about: userId,
      writes: [
        store.endWrite(grant),
        Account.adminSeatHolds(askedBy),
        ...(actor.type === "admin" ? [Account.adminSeatHolds(actor.userId)] : []),
        ...Account.adminSeatWrites(home.user, nowIso()),
      ],
      events: [Granted({ userId, askedBy, before: "none", after: "admin" })],
      changed: { before: { role: "none" }, after: { role: "admin" } },
      reply: { userId },
      refused: () => conflict("staff.changed", "This changed while you were looking at it; read it again"),
    });
  },
);

/** Calls a request off, before it is confirmed or ends. */
export const callOff = action(
  {
    name: "staff.call_off",
    effect: "command",
    input: ByUser,
    load: ({ userId }: z.output<typeof ByUser>) => store.find(userId),
    policy: policy.manage,
  },
  async ({ record: grant }) => {
    const { userId, askedBy } = grant;
    return commit({
      about: userId,
      writes: [store.endWrite(grant)],
      events: [CalledOff({ userId, askedBy })],
      changed: { before: grant, after: { expiresAt: null } },
      reply: { userId },
    });
  },
);

async function loadAdmin({ userId }: z.output<typeof ByUser>) {
  const seats = await Account.adminSeats();
  const seat = seats.find((one) => one.userId === userId);
  return seat ? { seat, others: seats.filter((one) => one.userId !== userId) } : undefined;
}

/**
 * Takes the role from somebody, or gives one's own back. An administrator stays in any case: who acts, or for one's own role
 * another one, has to be an administrator at this very moment. Throws `staff.last` and `staff.changed`.
 */
export const withdraw = action(
  { name: "staff.withdraw", effect: "command", input: ByUser, load: loadAdmin, policy: policy.manage },
  async ({ record: { seat, others } }) => {
    const { userId } = seat;
    const own = adminId();
    const staying = userId === own ? others[0]?.userId : own;
    if (staying === undefined) throw conflict("staff.last", "The last administrator cannot give the role back; make another one first");
    return commit({
      about: userId,
      writes: [Account.adminSeatGoes(userId), Account.adminSeatHolds(staying)],
      events: [Withdrawn({ userId, before: "admin", after: "none" })],
      changed: { before: { role: "admin" }, after: { role: "none" } },
      reply: { userId },
      refused: () => conflict("staff.changed", "The administrators changed while you were looking at them; read them again"),
    });
  },
);
