import { beforeAll, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import * as Account from "../account/index.ts";
import type { Member } from "../kernel/actor.ts";
import { Secrets } from "../ports/secrets.ts";
import * as Invitation from "./index.ts";

beforeAll(async () => {
  await startTable();
  Secrets.provide({ get: async (name) => `test ${name}` });
});

const around = { standing: Account.standing };
let count = 0;

async function somebody(as_: "buyer" | "supplier"): Promise<{ readonly member: Member; readonly email: string }> {
  count += 1;
  const userId = `person-${count}`;
  const email = `person${count}@example.com`;
  await as(actors.system, () => Account.intend(userId, { as: as_, company: "Meghna Knit" }));
  const { orgId } = await as(actors.system, () => Account.open({ userId, email, name: `Person ${count}` }));
  return { member: { type: "member", userId, orgId, orgKind: as_, kind: "owner" }, email };
}

async function invited(kind: Invitation.InvitableKind = "factory") {
  const [owner, guest] = [await somebody("supplier"), await somebody("buyer")];
  const { invitationId } = await as(owner.member, () => Invitation.send({ email: guest.email.toUpperCase(), kind }), around);
  const letter = await Invitation.letterOf(invitationId);
  if (!letter) throw new Error("the invitation has no letter");
  return { owner: owner.member, guest: guest.member, token: letter.secret, letter, invitationId };
}

describe("an invitation", () => {
  test("gives its addressee the offered seat and makes it the organisation they act for", async () => {
    const { owner, guest, token } = await invited();

    await as(guest, () => Invitation.take({ token }), around);

    expect(await Account.claimsFor(guest.userId)).toEqual({ orgId: owner.orgId, orgKind: "supplier", memberKind: "factory" });
    expect(await as(owner, () => Invitation.list({}), around)).toEqual([]);
  });

  test("works once, for one person", async () => {
    const { guest, token } = await invited();
    const answers = await Promise.allSettled([1, 2, 3].map(() => as(guest, () => Invitation.take({ token }), around)));

    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(as(guest, () => Invitation.take({ token }), around)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is refused to somebody with another address, and stays open", async () => {
    const { owner, token } = await invited();
    const { member: stranger } = await somebody("buyer");

    await expect(as(stranger, () => Invitation.take({ token }), around)).rejects.toMatchObject({ code: "invitation.other_address" });
    expect(await as(owner, () => Invitation.list({}), around)).toHaveLength(1);
  });

  test("ends after seven days", async () => {
    const { owner, guest, token } = await invited();
    const now = new Date(NOW.getTime() + 7 * 86_400_000);

    await expect(as(guest, () => Invitation.take({ token }), { ...around, now })).rejects.toMatchObject({ kind: "not_found" });
    expect(await as(owner, () => Invitation.list({}), { ...around, now })).toEqual([]);
  });

  test("stops working when it is taken back", async () => {
    const { owner, guest, token, invitationId } = await invited();

    await as(owner, () => Invitation.withdraw({ invitationId }), around);

    await expect(as(guest, () => Invitation.take({ token }), around)).rejects.toMatchObject({ kind: "not_found" });
    expect(await Invitation.letterOf(invitationId)).toBeUndefined();
  });

  test("that is sent again stands for a week from then by a new link, which works once; the link before ends", async () => {
    const { owner, guest, token, invitationId } = await invited();
    const later = { ...around, now: new Date(NOW.getTime() + 6 * 86_400_000) };
    const last = { ...around, now: new Date(NOW.getTime() + 12 * 86_400_000) };

    const again = await as(owner, () => Invitation.resend({ invitationId }), later);

    expect(again).toMatchObject({ expiresAt: "2026-03-15T09:00:00.000Z" });
    expect(await as(owner, () => Invitation.list({}), later)).toEqual([again]);
    await expect(as(guest, () => Invitation.take({ token }), later)).rejects.toMatchObject({ kind: "not_found" });
    const renewed = (await Invitation.letterOf(again.invitationId))?.secret ?? "";
    await as(guest, () => Invitation.take({ token: renewed }), last);
    await expect(as(guest, () => Invitation.take({ token: renewed }), last)).rejects.toMatchObject({ kind: "not_found" });
    await expect(as(owner, () => Invitation.resend({ invitationId: again.invitationId }), last)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("that is sent again by several at once is open once", async () => {
    const { owner, invitationId } = await invited();
    const resend = () => as(owner, () => Invitation.resend({ invitationId }), around);

    const answers = await Promise.allSettled([resend(), resend(), resend()]);

    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await as(owner, () => Invitation.list({}), around)).toHaveLength(1);
  });

  test("is sent five times at most", async () => {
    const { owner, invitationId } = await invited();
    let open = invitationId;
    const resend = () => as(owner, () => Invitation.resend({ invitationId: open }), around);

    for (let sending = 2; sending <= 5; sending += 1) open = (await resend()).invitationId;

    await expect(resend()).rejects.toMatchObject({ code: "invitation.sent_enough" });
  });

  test("is sent again by owners of the organisation only", async () => {
    const { owner, invitationId } = await invited();
    const { member: stranger } = await somebody("supplier");

    await expect(as(stranger, () => Invitation.resend({ invitationId }), around)).rejects.toMatchObject({ kind: "not_found" });
    await expect(as({ ...owner, kind: "manager" }, () => Invitation.resend({ invitationId }))).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("is not another organisation's to take back", async () => {
    const { invitationId } = await invited();
    const { member: stranger } = await somebody("supplier");

    await expect(as(stranger, () => Invitation.withdraw({ invitationId }), around)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is sent by owners only", async () => {
    const { member } = await somebody("supplier");
    const factory = { ...member, kind: "factory" } as const;

    await expect(as(factory, () => Invitation.send({ email: "a@example.com", kind: "factory" }))).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("offers only seats that exist in the organisation", async () => {
    const { member } = await somebody("buyer");

    await expect(as(member, () => Invitation.send({ email: "a@example.com", kind: "factory" }), around)).rejects.toMatchObject({
      code: "invitation.kind",
    });
  });

  test("leaves its secret in no row and no event", async () => {
    const { token } = await invited();

    expect(JSON.stringify(await allItems())).not.toContain(token);
  });

  test("a repeated call sends one invitation", async () => {
    const { member } = await somebody("supplier");
    const call = () => as(member, () => Invitation.send({ email: "a@example.com", kind: "manager" }), { ...around, key: "invite-once" });

    expect(await call()).toEqual(await call());
    expect(await as(member, () => Invitation.list({}), around)).toHaveLength(1);
  });

  test("its letter says who asks, for which organisation and until when", async () => {
    const { letter } = await invited();

    expect(letter).toMatchObject({ orgName: "Meghna Knit", kind: "factory", expiresAt: "2026-03-09T09:00:00.000Z" });
    expect(letter.invitedBy).toMatch(/^Person/);
  });
});

test("who was removed is refused at the next command, and acts for their own organisation again", async () => {
  const { owner, guest, token } = await invited("manager");
  await as(guest, () => Invitation.take({ token }), around);
  const manager: Member = { ...guest, orgId: owner.orgId, orgKind: "supplier", kind: "manager" };
  expect(await as(owner, () => Account.members({}), around)).toHaveLength(2);

  await as(owner, () => Account.remove({ userId: guest.userId }), around);

  await expect(Account.standing(manager)).rejects.toMatchObject({ code: "membership.ended" });
  expect(await Account.claimsFor(guest.userId)).toMatchObject({ orgId: guest.orgId, orgKind: "buyer" });
});

test("sending costs two requests, taking at most four in two hops, listing one", async () => {
  const { guest, token, owner } = await invited();

  expect(await cost(() => as(owner, () => Invitation.send({ email: "b@example.com", kind: "manager" }), around))).toMatchObject({
    requests: 2,
    hops: 2,
  });
  expect(await cost(() => as(guest, () => Invitation.take({ token }), around))).toMatchObject({ requests: 4, hops: 2 });
  expect(await cost(() => as(owner, () => Invitation.list({}), around))).toMatchObject({ requests: 1 });
});
