import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newMember } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, startTable } from "../../../../test/support/table.ts";
import type { Member, MemberKind } from "../kernel/actor.ts";
import { Secrets } from "../ports/secrets.ts";
import * as Invitation from "../invitation/index.ts";
import * as Account from "./index.ts";

beforeAll(async () => {
  await startTable();
  Secrets.provide({ get: async (name) => `test ${name}` });
});

const around = { standing: Account.standing };
let count = 0;
let owner: Member;
beforeEach(async () => {
  count += 1;
  owner = await newMember(`owner-${count}`);
});

/** Somebody with a seat in the owner's organisation; their own organisation stays theirs. */
async function colleague(kind: Invitation.InvitableKind = "member"): Promise<Member> {
  count += 1;
  const userId = `colleague-${count}`;
  const own = await newMember(userId);
  const { invitationId } = await as(owner, () => Invitation.send({ email: `${userId}@example.com`, kind }), around);
  const letter = await Invitation.letterOf(invitationId);
  await as(own, () => Invitation.take({ token: letter?.secret ?? "" }), around);
  return { ...own, orgId: owner.orgId, kind };
}

const seats = async () => {
  const items = (await allItems()).filter((item) => item["__edb_e__"] === "membership" && item["orgId"] === owner.orgId);
  return Object.fromEntries(items.map((item) => [item["userId"], item["kind"]]));
};
const owners = async (): Promise<readonly string[]> =>
  Object.entries(await seats())
    .filter(([, kind]) => kind === "owner")
    .map(([userId]) => userId);
const eventsOf = async (type: string) =>
  (await allItems()).filter((item) => item["type"] === type && item["subjectId"] === owner.orgId).map((item) => item["data"]);
const succeeded = (answers: readonly PromiseSettledResult<unknown>[]) => answers.filter(({ status }) => status === "fulfilled").length;

describe("the kind of a seat", () => {
  test("is changed by the owner and holds from the member's next command on", async () => {
    const member = await colleague("member");

    await as(owner, () => Account.changeKind({ userId: member.userId, kind: "viewer" }), around);

    expect(await Account.standing(member)).toMatchObject({ kind: "viewer" });
    expect(await eventsOf("account.member_kind_changed")).toEqual([{ orgId: owner.orgId, userId: member.userId, before: "member", after: "viewer" }]);
  });

  test("is one that exists in the organisation", async () => {
    const { userId } = await colleague();

    await expect(as(owner, () => Account.changeKind({ userId, kind: "factory" }), around)).rejects.toMatchObject({ code: "member.kind" });
  });

  test("stays an owner's", async () => {
    await expect(as(owner, () => Account.changeKind({ userId: owner.userId, kind: "viewer" }), around)).rejects.toMatchObject({
      code: "member.owner",
    });
  });

  test("is not a member's or a stranger's to change", async () => {
    const [member, other] = [await colleague(), await colleague()];
    const stranger = await newMember(`stranger-${count}`);
    const change = (by: Member) => as(by, () => Account.changeKind({ userId: other.userId, kind: "viewer" }), around);

    await expect(change(member)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(change(stranger)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("leaving", () => {
  test("gives the seat back, and the person acts for their own organisation again", async () => {
    const member = await colleague();

    await as(member, () => Account.leave({}), around);

    await expect(Account.standing(member)).rejects.toMatchObject({ code: "membership.ended" });
    expect(await Account.claimsFor(member.userId)).toMatchObject({ memberKind: "owner", orgKind: "buyer" });
    expect(await seats()).toEqual({ [owner.userId]: "owner" });
  });

  test("is refused to the owner", async () => {
    await expect(as(owner, () => Account.leave({}), around)).rejects.toMatchObject({ code: "member.owner" });
  });

  test("the last seat of all leaves a person with an organisation of their own at the next token", async () => {
    const heir = await colleague();
    const person = { userId: owner.userId, email: `${owner.userId}@example.com` };
    await as(owner, () => Account.handOver({ userId: heir.userId }), around);
    await as({ ...owner, kind: "member" }, () => Account.leave({}), around);

    const tokens = await Promise.all([1, 2, 3].map(() => as(actors.system, () => Account.tokenFacts(person))));

    const [first] = tokens;
    expect(first?.claims).toMatchObject({ orgKind: "buyer", memberKind: "owner" });
    expect(first?.claims.orgId).not.toBe(owner.orgId);
    expect(new Set(tokens.map(({ claims }) => claims.orgId)).size).toBe(1);
  });
});

describe("handing over", () => {
  test("makes the member the owner and the owner a member", async () => {
    const member = await colleague("viewer");

    await as(owner, () => Account.handOver({ userId: member.userId }), around);

    expect(await seats()).toEqual({ [owner.userId]: "member", [member.userId]: "owner" });
    expect(await eventsOf("account.organisation_handed_over")).toEqual([{ orgId: owner.orgId, from: owner.userId, to: member.userId }]);
  });

  test("to oneself, to a stranger or by a member is refused", async () => {
    const [member, other] = [await colleague(), await colleague()];
    const stranger = await newMember(`stranger-${count}`);
    const hand = (by: Member, userId: string) => as(by, () => Account.handOver({ userId }), around);

    await expect(hand(owner, owner.userId)).rejects.toMatchObject({ code: "member.owner" });
    await expect(hand(owner, stranger.userId)).rejects.toMatchObject({ kind: "not_found" });
    await expect(hand(member, other.userId)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("to three at once leaves exactly one owner", async () => {
    const members = [await colleague(), await colleague(), await colleague()];

    const answers = await Promise.allSettled(members.map(({ userId }) => as(owner, () => Account.handOver({ userId }), around)));

    expect(succeeded(answers)).toBe(1);
    expect(await owners()).toHaveLength(1);
  });

  test("while the heir leaves or is removed or changed leaves exactly one owner, whoever wins", async () => {
    for (let round = 0; round < 6; round += 1) {
      const heir = await colleague();
      const { userId } = heir;
      const acts = [
        () => as(owner, () => Account.handOver({ userId }), around),
        () => as(heir, () => Account.leave({}), around),
        () => as(owner, () => Account.remove({ userId }), around),
        () => as(owner, () => Account.changeKind({ userId, kind: "viewer" }), around),
      ];
      const turned = [...acts.slice(round % acts.length), ...acts.slice(0, round % acts.length)];

      await Promise.allSettled(turned.map((act) => act()));

      const [only, ...others] = await owners();
      expect(others).toEqual([]);
      if (only === userId) await as({ ...heir, kind: "owner" }, () => Account.handOver({ userId: owner.userId }), around);
      expect(await owners()).toEqual([owner.userId]);
    }
  });

  test("ends what the former owner decides at that very moment", async () => {
    const [heir, third] = [await colleague(), await colleague()];
    const stale: MemberKind = "owner";
    await as(owner, () => Account.handOver({ userId: heir.userId }), around);

    const late = as({ ...owner, kind: stale }, () => Account.remove({ userId: third.userId }), { standing: async (actor) => actor });

    await expect(late).rejects.toMatchObject({ code: "member.changed" });
    expect(await seats()).toMatchObject({ [third.userId]: "member" });
  });
});

describe("removing", () => {
  test("ends that seat and no other", async () => {
    const member = await colleague();
    const own = await Account.claimsFor(member.userId);

    await as(owner, () => Account.remove({ userId: member.userId }), around);

    expect(own?.orgId).toBe(owner.orgId);
    await expect(Account.standing(member)).rejects.toMatchObject({ code: "membership.ended" });
    expect(await Account.claimsFor(member.userId)).toMatchObject({ memberKind: "owner" });
  });

  test("who has other seats acts for one of them at the next token, and may choose among them", async () => {
    const member = await colleague();
    await as(owner, () => Account.remove({ userId: member.userId }), around);
    const { orgId = "" } = (await Account.claimsFor(member.userId)) ?? {};
    const actor: Member = { ...member, orgId, kind: "owner" };

    await expect(as(actor, () => Account.choose({ orgId: owner.orgId }), around)).rejects.toMatchObject({ kind: "not_found" });
    expect(await as(actor, () => Account.choose({ orgId }), around)).toEqual({ orgId });
  });
});
