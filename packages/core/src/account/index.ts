import * as z from "zod";
import { action } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { dateOf } from "../kernel/calendar.ts";
import { conflict, forbidden, notFound, unauthenticated } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { keyedHash, randomSecret, sha256 } from "../ports/crypto.ts";
import { Secrets } from "../ports/secrets.ts";
import { Queue } from "../ports/queue.ts";
import { config } from "../config.ts";
import { commit } from "../table/commit.ts";
import { normalise, UniqueRow } from "../table/unique.ts";
import { changing, creating, removing } from "../table/write.ts";
import { InvitationRow, MembershipRow, OrgRow, UserRow } from "./entities.ts";
import { type Claims, fits, InvitableKind, type Me, type MemberView, PLATFORM, type SignUpAs } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { groupOf, InvitableKind, Me, MemberView, PLATFORM, SignUpAs } from "./model.ts";
export type { Claims } from "./model.ts";

export const Opened = defineEvent("account.opened", z.object({ userId: z.string(), orgId: z.string(), as: z.enum(["buyer", "supplier"]) }));
export const Renamed = defineEvent("account.profile_changed", z.object({ userId: z.string() }));
export const Invited = defineEvent("account.member_invited", z.object({ orgId: z.string(), invitationId: z.string(), kind: InvitableKind }));
export const Joined = defineEvent("account.member_joined", z.object({ orgId: z.string(), userId: z.string(), kind: InvitableKind }));
export const Removed = defineEvent("account.member_removed", z.object({ orgId: z.string(), userId: z.string() }));
export const AdminMade = defineEvent("account.admin_made", z.object({ userId: z.string() }));

/** The key that owns a guest's work: a keyed hash of the address, so that the table does not hold a list of strangers' addresses as keys. */
export async function guestOwnerId(email: string): Promise<string> {
  return `e~${keyedHash(await Secrets.use().get("code-pepper"), `owner:${normalise(email)}`).slice(0, 32)}`;
}

type NewPerson = {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly as: SignUpAs;
  readonly orgName?: string | undefined;
};

/**
 * Gives a confirmed person their profile, an organisation of their own and the owner's seat in it, once. The same call again
 * finds everything in place and changes nothing.
 */
export async function open(person: NewPerson): Promise<Claims> {
  const existing = await store.findHome(person.userId);
  if (existing) return claimsIn(existing);
  const { userId, name, as } = person;
  const email = normalise(person.email);
  const orgId = newId("org");
  const at = nowIso();
  const orgName = person.orgName ?? name;
  const rows = [
    UserRow.create({ userId, email, name, locale: "en", activeOrgId: orgId, createdAt: at, version: 1 }),
    OrgRow.create({ orgId, kind: as, name: orgName, createdAt: at, version: 1 }),
    MembershipRow.create({ userId, orgId, orgKind: as, kind: "owner", email, name, createdAt: at }),
  ];
  return commit({
    about: userId,
    writes: rows.map(creating),
    events: [Opened({ userId, orgId, as })],
    reply: { orgId, orgKind: as, memberKind: "owner" as const },
  });
}

function claimsIn({ user, seats }: store.Home): Claims {
  const seat = seats.find(({ orgId }) => orgId === user.activeOrgId) ?? seats[0];
  if (!seat) throw forbidden("account.no_seat", "You do not belong to an organisation any more");
  return { orgId: seat.orgId, orgKind: seat.orgKind, memberKind: seat.kind };
}

/** The claims of a person's active organisation, or undefined for people we do not know yet. */
export async function claimsFor(userId: string): Promise<Claims | undefined> {
  const found = await store.findHome(userId);
  return found ? claimsIn(found) : undefined;
}

/** Re-reads the caller's seat: who was removed or changed since the token was made is refused, or acts as what they are now. */
export async function standing(actor: Actor): Promise<Actor> {
  if (actor.type !== "member" && actor.type !== "admin") return actor;
  const seat = await store.findSeat(actor.userId, actor.type === "admin" ? PLATFORM : actor.orgId);
  if (!seat) throw unauthenticated("membership.ended", "You no longer belong to this organisation; sign in again");
  return actor.type === "admin" ? actor : { ...actor, kind: seat.kind };
}

const Nobody = z.strictObject({});
const loadSelf = async () => {
  const { actor } = Request.use();
  const found = actor.type === "member" || actor.type === "admin" ? await store.findHome(actor.userId) : undefined;
  return found ? { ...found, userId: found.user.userId } : undefined;
};

/** Who is signed in, with every seat they have. */
export const me = action(
  { name: "account.me", effect: "read", input: Nobody, load: loadSelf, policy: policy.self },
  async ({ record, actor }): Promise<Me> => {
    const { user, seats } = record;
    const orgId = actor.type === "member" ? actor.orgId : PLATFORM;
    const seat = seats.find((one) => one.orgId === orgId);
    if (!seat) throw unauthenticated("membership.ended", "You no longer belong to this organisation; sign in again");
    const org = orgId === PLATFORM ? undefined : await store.findOrg(orgId);
    const { userId, email, name, locale } = user;
    const memberships = seats.map((one) => ({ orgId: one.orgId, orgKind: one.orgKind, kind: one.kind }));
    return { userId, email, name, locale, orgId, orgKind: seat.orgKind, memberKind: seat.kind, orgName: org?.name ?? "SleekApp", memberships };
  },
);

const Profile = z.strictObject({ name: z.string().trim().min(2).max(100), locale: z.enum(["en", "bn"]).optional() });

/** Changes the caller's own name and language. */
export const updateProfile = action(
  { name: "account.update_profile", effect: "command", input: Profile, load: loadSelf, policy: policy.self },
  async ({ input, record }) => {
    const { user } = record;
    const patch = UserRow.patch({ userId: user.userId }).set({ name: input.name, locale: input.locale ?? user.locale, version: user.version + 1 });
    return commit({
      about: user.userId,
      writes: [changing(patch.where(({ version }, { eq }) => eq(version, user.version)))],
      events: [Renamed({ userId: user.userId })],
      reply: { name: input.name, locale: input.locale ?? user.locale },
    });
  },
);

const loadOwnOrg = async () => {
  const { actor } = Request.use();
  return actor.type === "member" ? { orgId: actor.orgId, orgKind: actor.orgKind } : undefined;
};

/** Everybody with a seat in the caller's organisation. */
export const members = action(
  { name: "account.members", effect: "read", input: Nobody, load: loadOwnOrg, policy: policy.listMembers },
  async ({ record }): Promise<readonly MemberView[]> => {
    const seats = await store.listSeats(record.orgId);
    return seats.map(({ userId, name, email, kind }) => ({ userId, name, email, kind }));
  },
);

const INVITED_DAYS = 7;
const Inviting = z.strictObject({ email: z.email().max(254), kind: InvitableKind });

/** Offers a seat by mail; the secret in the mail works once, for a week. */
export const invite = action(
  { name: "account.invite", effect: "command", input: Inviting, load: loadOwnOrg, policy: policy.manageMembers },
  async ({ input, record, actor, now }) => {
    if (!fits(record.orgKind, input.kind)) throw conflict("invitation.kind", "There is no such seat in this organisation");
    const token = randomSecret();
    const invitationId = newId("invitation");
    const expires = new Date(now.getTime() + INVITED_DAYS * 86_400_000);
    const { orgId, orgKind } = record;
    const invitedBy = actor.type === "member" ? actor.userId : PLATFORM;
    const row = InvitationRow.create({
      tokenHash: sha256(token),
      invitationId,
      orgId,
      orgKind,
      kind: input.kind,
      email: normalise(input.email),
      invitedBy,
      expiresAt: expires.toISOString(),
      ttl: Math.floor(expires.getTime() / 1000) + 86_400,
    });
    const reply = await commit({
      about: orgId,
      writes: [creating(row)],
      events: [Invited({ orgId, invitationId, kind: input.kind })],
      reply: { invitationId },
    });
    const org = await store.findOrg(orgId);
    // The secret is in no row and no event, so the mail is queued here, under the invitation's id.
    const data = { organisation: org?.name ?? "", memberKind: input.kind, expiresOn: dateOf(expires), url: `${config("WEB_ORIGIN")}/join#${token}` };
    if (reply.invitationId === invitationId)
      await Queue.use().send("send-mail", [{ id: invitationId, group: orgId, body: { template: "invitation", to: normalise(input.email), data } }]);
    return reply;
  },
);

const Taking = z.strictObject({ token: z.string().min(20).max(100) });
const loadInvitation = ({ token }: z.output<typeof Taking>) => store.findInvitation(sha256(token));

/** Takes the seat that was offered to the caller's address; it becomes their active organisation. */
export const join = action(
  { name: "account.join", effect: "command", input: Taking, load: loadInvitation, policy: policy.takeSeat },
  async ({ record, actor, now }) => {
    if (actor.type !== "member" || record.expiresAt <= now.toISOString()) throw notFound();
    const found = await store.findHome(actor.userId);
    if (!found || found.user.email !== record.email) throw conflict("invitation.other_address", "This invitation was sent to another address");
    const { userId, email, name, version } = found.user;
    const { orgId, orgKind, kind, tokenHash } = record;
    return commit({
      about: orgId,
      writes: [
        removing(InvitationRow.remove({ tokenHash })),
        creating(MembershipRow.create({ userId, orgId, orgKind, kind, email, name, createdAt: now.toISOString() })),
        changing(UserRow.patch({ userId }).set({ activeOrgId: orgId, version: version + 1 })),
      ],
      events: [Joined({ orgId, userId, kind })],
      reply: { orgId, kind },
      refused: () => conflict("invitation.used", "This invitation has been used already"),
    });
  },
);

const Removing = z.strictObject({ userId: z.string().max(60) });

async function loadMember({ userId }: z.output<typeof Removing>) {
  const { actor } = Request.use();
  return actor.type === "member" ? store.findSeat(userId, actor.orgId) : undefined;
}

/** Takes a seat away; it ends at the person's next command. */
export const remove = action(
  { name: "account.remove_member", effect: "command", input: Removing, load: loadMember, policy: policy.manageMembers },
  async ({ record }) => {
    const { userId, orgId, kind } = record;
    if (kind === "owner") throw conflict("member.owner", "An owner hands the organisation over before leaving");
    return commit({
      about: orgId,
      writes: [removing(MembershipRow.remove({ userId, orgId }))],
      events: [Removed({ orgId, userId })],
      reply: { userId },
    });
  },
);

/** The first admin, made by an operator once; a second call is refused with `admin.exists`. */
export async function makeFirstAdmin(person: {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}): Promise<{ readonly userId: string }> {
  const { userId, email, name } = person;
  const at = nowIso();
  const rows = [
    creating(UniqueRow.create({ scope: "singleton", value: "admin", subjectId: userId })),
    creating(MembershipRow.create({ userId, orgId: PLATFORM, orgKind: "platform", kind: "admin", email: normalise(email), name, createdAt: at })),
  ];
  const known = await store.findHome(userId);
  const profile = known
    ? changing(UserRow.patch({ userId }).set({ activeOrgId: PLATFORM, version: known.user.version + 1 }))
    : creating(UserRow.create({ userId, email: normalise(email), name, locale: "en", activeOrgId: PLATFORM, createdAt: at, version: 1 }));
  return commit({
    about: userId,
    writes: [...rows, profile],
    events: [AdminMade({ userId })],
    reply: { userId },
    refused: () => conflict("admin.exists", "This stage has its first admin already"),
  });
}

/** Name of an organisation, for cards and mails. */
export const orgName = async (orgId: string): Promise<string> => (await store.findOrg(orgId))?.name ?? "";

/** Where an organisation's people are written to: owners and those who act for it, never its viewers or its floor. */
export async function addressesOf(orgId: string): Promise<readonly { readonly email: string; readonly name: string }[]> {
  const seats = await store.listSeats(orgId);
  return seats.filter(({ kind }) => kind !== "viewer" && kind !== "factory").map(({ email, name }) => ({ email, name }));
}

/** A person's address, for mails about their own doing. */
export const emailOf = async (userId: string): Promise<string | undefined> => (await store.findHome(userId))?.user.email;
