import * as z from "zod";
import * as Account from "../account/index.ts";
import { fits } from "../account/model.ts";
import { action } from "../kernel/action.ts";
import { conflict, notFound } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { keyedHash, sha256 } from "../ports/crypto.ts";
import { Secrets } from "../ports/secrets.ts";
import { commit } from "../table/commit.ts";
import { normalise } from "../table/unique.ts";
import { removing } from "../table/write.ts";
import { InvitableKind, type InvitationView, MAX_SENDINGS, OPEN_DAYS } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import { InvitationRow } from "./store.ts";

export { InvitableKind, InvitationView } from "./model.ts";
export { addressKey } from "./store.ts";

/** A seat was offered, or offered again by a new link that ends the one before. */
export const Sent = defineEvent(
  "invitation.sent",
  z.object({ orgId: z.string(), invitationId: id("invitation"), kind: InvitableKind, inPlaceOf: id("invitation").optional() }),
);
export const Withdrawn = defineEvent("invitation.withdrawn", z.object({ orgId: z.string(), invitationId: id("invitation") }));

/**
 * The secret of the mailed link. It is derived from the id by a key that only our Lambdas can read, so that the worker who
 * writes the mail can make it again and it need not be stored anywhere.
 */
const secretOf = async (invitationId: string): Promise<string> => keyedHash(await Secrets.use().get("proof-key"), `invitation:${invitationId}`);

const loadOwnOrg = async () => {
  const { actor } = Request.use();
  return actor.type === "member" ? { orgId: actor.orgId, orgKind: actor.orgKind, userId: actor.userId } : undefined;
};

const viewOf = ({ invitationId, email, kind, expiresAt }: store.Info): InvitationView => ({ invitationId, email, kind, expiresAt });

/** The invitations of the caller's organisation that are still open. */
export const list = action(
  { name: "invitation.list", effect: "read", input: z.strictObject({}), load: loadOwnOrg, policy: policy.read },
  async ({ record }): Promise<readonly InvitationView[]> => {
    const all = await store.listOf(record.orgId);
    return all.filter(({ expiresAt }) => expiresAt > nowIso()).map(viewOf);
  },
);

export type Letter = InvitationView & { readonly orgName: string; readonly invitedBy: string | undefined; readonly secret: string };

/** What the mail of an invitation says, or undefined when it has been taken or taken back meanwhile. */
export async function letterOf(invitationId: string): Promise<Letter | undefined> {
  const secret = await secretOf(invitationId);
  const found = await store.find(sha256(secret));
  if (!found) return undefined;
  const [orgName, inviter] = await Promise.all([Account.orgName(found.orgId), Account.findUser(found.invitedBy)]);
  return { ...viewOf(found), orgName, invitedBy: inviter?.name, secret };
}

/** Rows outlive the offer by a day, in epoch seconds. */
const endOf = (expires: Date): number => Math.floor(expires.getTime() / 1000) + 86_400;

const Sending = z.strictObject({ email: z.email().max(254), kind: InvitableKind });

type Offer = Omit<store.Info, "invitationId" | "tokenHash" | "expiresAt">;

/** An offer that stands from now on, under an id and a secret that nobody has seen, and the row that keeps it. */
async function offering(offer: Offer, now: Date) {
  const invitationId = newId("invitation");
  const expires = new Date(now.getTime() + OPEN_DAYS * 86_400_000);
  const info = { ...offer, invitationId, tokenHash: sha256(await secretOf(invitationId)), expiresAt: expires.toISOString() };
  return { invitationId, view: viewOf(info), write: await store.createWrite(info, endOf(expires)) };
}

/** Offers a seat by mail; the secret in the mail works once, for a week. Throws `invitation.kind`. */
export const send = action(
  { name: "invitation.send", effect: "command", input: Sending, load: loadOwnOrg, policy: policy.manage },
  async ({ input: { email, kind }, record, now }) => {
    const { orgId, orgKind, userId } = record;
    if (!fits(orgKind, kind)) throw conflict("invitation.kind", "There is no such seat in this organisation");
    const { invitationId, view, write } = await offering({ orgId, orgKind, kind, email: normalise(email), invitedBy: userId, sendings: 1 }, now);
    return commit({ about: orgId, writes: [write], events: [Sent({ orgId, invitationId, kind })], reply: view });
  },
);

const ById = z.strictObject({ invitationId: id("invitation") });
const loadById = async ({ invitationId }: z.output<typeof ById>) => store.find(sha256(await secretOf(invitationId)));

/**
 * Mails the offer once more, by a link that works for a week from now; the link before ends, since whoever finds a lost mail may
 * not be whom it was for. Of several at once one holds. Throws `invitation.sent_enough`.
 */
export const resend = action(
  { name: "invitation.resend", effect: "command", input: ById, load: loadById, policy: policy.manage },
  async ({ record, now }) => {
    const { orgId, kind, invitationId: inPlaceOf, tokenHash: before, sendings } = record;
    if (sendings >= MAX_SENDINGS) throw conflict("invitation.sent_enough", `This mail was sent ${MAX_SENDINGS} times; withdraw the offer instead`);
    const { invitationId, view, write } = await offering({ ...record, sendings: sendings + 1 }, now);
    return commit({
      about: orgId,
      writes: [removing(InvitationRow.remove({ tokenHash: before })), write],
      events: [Sent({ orgId, invitationId, kind, inPlaceOf })],
      changed: { before: record, after: { invitationId, expiresAt: view.expiresAt, sendings: sendings + 1 } },
      reply: view,
      refused: notFound,
    });
  },
);

/** Takes the offer back; the mailed link stops working. */
export const withdraw = action(
  { name: "invitation.withdraw", effect: "command", input: ById, load: loadById, policy: policy.manage },
  async ({ record: { orgId, invitationId, tokenHash } }) =>
    commit({
      about: orgId,
      writes: [removing(InvitationRow.remove({ tokenHash }))],
      events: [Withdrawn({ orgId, invitationId })],
      changed: { before: { invitationId }, after: { invitationId: null } },
      reply: { invitationId },
    }),
);

const Taking = z.strictObject({ token: z.string().min(20).max(100) });

/** The invitation and who wants to take it, read together. */
async function loadTaking({ token }: z.output<typeof Taking>) {
  const { actor } = Request.use();
  if (actor.type !== "member") return undefined;
  const [invitation, user] = await Promise.all([store.find(sha256(token)), Account.findUser(actor.userId)]);
  return invitation && user ? { invitation, user } : undefined;
}

/** Why a seat was not taken, by the write that was refused: the invitation was gone, the seat taken, or the person changed meanwhile. */
const refusals = [
  notFound,
  () => conflict("invitation.seated", "You have a seat in this organisation already"),
  () => conflict("account.changed", "Your account changed meanwhile; try again"),
] as const;

/**
 * Takes the seat that was offered to the caller's address, which becomes the organisation they act for. A used, ended or
 * unknown secret answers 404; throws `invitation.other_address` and `invitation.seated`.
 */
export const take = action(
  { name: "invitation.take", effect: "command", input: Taking, load: loadTaking, policy: policy.take },
  async ({ record: { invitation, user } }) => {
    const { orgId, orgKind, kind, tokenHash, expiresAt, email } = invitation;
    if (expiresAt <= nowIso()) throw notFound();
    if (user.email !== email) throw conflict("invitation.other_address", "This invitation was sent to another address; sign in with that one");
    return commit({
      about: orgId,
      writes: [removing(InvitationRow.remove({ tokenHash })), ...Account.seatWrites(user, { orgId, orgKind, kind }, nowIso())],
      events: [Account.Joined({ orgId, orgKind, userId: user.userId, kind })],
      changed: { before: invitation, after: { invitationId: null } },
      reply: { orgId, kind },
      refused: (index) => refusals[index]?.() ?? notFound(),
    });
  },
);
