import * as z from "zod";
import { action } from "../kernel/action.ts";
import { unauthenticated } from "../kernel/error.ts";
import { Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { changing } from "../table/write.ts";
import { UserRow } from "./entities.ts";
import { OrgChosen } from "./event.ts";
import { type Me, PLATFORM } from "./model.ts";
import * as policy from "./policy.ts";
import { noteUse } from "./session.ts";
import { shutOut } from "./shut-out.ts";
import * as store from "./store.ts";

const Nobody = z.strictObject({});

const PLATFORM_NAME = "SleekApp";

const loadSelf = async () => {
  const { actor } = Request.use();
  const found = actor.type === "member" || actor.type === "admin" ? await store.findHome(actor.userId) : undefined;
  return found ? { ...found, userId: found.user.userId } : undefined;
};

/** The names of the organisations, read together with the sign-in in hand, which is noted. */
async function namesOf({ userId, seats }: { readonly userId: string; readonly seats: readonly store.Seat[] }): Promise<ReadonlyMap<string, string>> {
  const { signIn } = Request.use();
  const own = signIn ? { userId, sessionId: signIn.id } : undefined;
  const { orgs, session } = await store.findOrgsAndSession(
    seats.map(({ orgId }) => orgId).filter((orgId) => orgId !== PLATFORM),
    own,
  );
  if (signIn) await noteUse(userId, signIn, session);
  return new Map([[PLATFORM, PLATFORM_NAME], ...orgs.map(({ orgId, name }) => [orgId, name] as const)]);
}

/** Who is signed in and for which organisation they act, with every seat they have; two requests, and a third that notes a new sign-in. */
export const me = action(
  { name: "account.me", effect: "read", input: Nobody, load: loadSelf, policy: policy.self },
  async ({ record, actor }): Promise<Me> => {
    const { user, seats } = record;
    if (record.suspension) throw shutOut();
    const orgId = actor.type === "member" ? actor.orgId : PLATFORM;
    const seat = seats.find((one) => one.orgId === orgId);
    if (!seat) throw unauthenticated("membership.ended", "You no longer belong to this organisation; sign in again");
    const names = await namesOf(record);
    const { userId, email, name, locale } = user;
    const nameOf = (one: string) => names.get(one) ?? "";
    const memberships = seats.map((one) => ({ orgId: one.orgId, orgKind: one.orgKind, kind: one.kind, orgName: nameOf(one.orgId) }));
    return { userId, email, name, locale, orgId, orgKind: seat.orgKind, memberKind: seat.kind, orgName: nameOf(orgId), memberships };
  },
);

const Choosing = z.strictObject({ orgId: z.string().max(60) });

/** A seat of the caller's own in the named organisation. */
const loadChosen = async ({ orgId }: z.output<typeof Choosing>) => {
  const { actor } = Request.use();
  return actor.type === "member" || actor.type === "admin" ? store.findSeat(actor.userId, orgId) : undefined;
};

/** Acts for another of the caller's organisations from the next token on. */
export const choose = action(
  { name: "account.choose_organisation", effect: "command", input: Choosing, load: loadChosen, policy: policy.self },
  async ({ record: { userId, orgId }, actor }) =>
    commit({
      about: userId,
      writes: [changing(UserRow.patch({ userId }).set({ activeOrgId: orgId }))],
      events: [OrgChosen({ userId, orgId })],
      changed: { before: { activeOrgId: actor.type === "member" ? actor.orgId : PLATFORM }, after: { activeOrgId: orgId } },
      reply: { orgId },
    }),
);
