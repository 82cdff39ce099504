import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, cost, startTable } from "../../../../test/support/table.ts";
import type { Actor, Member } from "../kernel/actor.ts";
import { Secrets } from "../ports/secrets.ts";
import * as Account from "./index.ts";

beforeAll(startTable);

let count = 0;
let userId = "";
beforeEach(() => {
  count += 1;
  userId = `user-${count}`;
});

const system = actors.system;
const person = () => ({ userId, email: `Person${count}@Example.com`, name: "Rina Das" });
const opened = async (intent?: Account.Intent): Promise<Member> => {
  if (intent) await as(system, () => Account.intend(userId, intent));
  const { orgId, orgKind, memberKind } = await as(system, () => Account.open(person()));
  if (orgKind === "platform") throw new Error("nobody signs up as the platform");
  return { type: "member", userId, orgId, orgKind, kind: memberKind };
};
const rowsOf = async (id: string) => (await allItems()).filter((item) => item["userId"] === id || item["subjectId"] === id);
const eventsOf = async (id: string) => (await rowsOf(id)).filter((item) => item["__edb_e__"] === "event");

describe("opening an account", () => {
  test("a person who said nothing becomes the owner of a buyer's organisation with their own name", async () => {
    const member = await opened();

    const me = await as(member, () => Account.me({}));
    expect(me).toMatchObject({ email: `person${count}@example.com`, orgName: "Rina Das", orgKind: "buyer", memberKind: "owner" });
    expect(await eventsOf(userId)).toMatchObject([{ type: "account.opened", data: { userId, orgId: member.orgId, as: "buyer" } }]);
  });

  test("what was said at sign-up holds at the confirmation, wherever that is typed", async () => {
    await opened({ as: "supplier", company: "Meghna Knit" });

    expect(await as(system, () => Account.claimsFor(userId))).toMatchObject({ orgKind: "supplier", memberKind: "owner" });
  });

  test("saying it twice, with another answer, keeps the first", async () => {
    await as(system, () => Account.intend(userId, { as: "supplier" }));
    await as(system, () => Account.intend(userId, { as: "buyer" }));

    expect((await opened()).orgKind).toBe("supplier");
  });

  test("five confirmations at once open one account with one event", async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => as(system, () => Account.open(person()))));

    expect(new Set(answers.map(({ orgId }) => orgId)).size).toBe(1);
    expect(await eventsOf(userId)).toHaveLength(1);
  });

  test("the event carries ids and no name or address", async () => {
    await opened({ as: "supplier", company: "Padma Textiles" });

    const text = JSON.stringify(await eventsOf(userId));
    expect(text).not.toMatch(/example|rina|padma/i);
  });
});

describe("the seat a token stands for", () => {
  test("a member who was removed is refused at the next command", async () => {
    const member = await opened();

    await expect(Account.standing({ ...member, userId: "user-gone" })).rejects.toMatchObject({ code: "membership.ended", kind: "unauthenticated" });
  });

  test("a member whose kind has changed acts as what they are now", async () => {
    const member = await opened();

    expect(await Account.standing({ ...member, kind: "viewer" })).toEqual(member);
  });

  test("an admin by token only is refused", async () => {
    await opened();

    await expect(Account.standing({ type: "admin", userId })).rejects.toMatchObject({ code: "membership.ended" });
  });

  test.each<Actor>([actors.visitor, actors.guest, actors.link, actors.system])("a $type has no seat to lose", async (actor) => {
    expect(await Account.standing(actor)).toBe(actor);
  });
});

describe("profile and organisation", () => {
  test("a new name shows in the profile and among the members", async () => {
    const member = await opened();

    await as(member, () => Account.updateProfile({ name: "Rina Sen", locale: "bn" }), { key: "rename-1" });

    expect(await as(member, () => Account.me({}))).toMatchObject({ name: "Rina Sen", locale: "bn" });
    expect(await as(member, () => Account.members({}))).toMatchObject([{ name: "Rina Sen", kind: "owner" }]);
  });

  test("the organisation keeps what its owner says, and forgets what they leave out", async () => {
    const member = await opened();
    await as(member, () => Account.updateOrganisation({ name: "North Mill", country: "de", phone: "+49 30 1234", version: 1 }));

    const answer = await as(member, () => Account.updateOrganisation({ name: "North Mill Ltd", country: "DE", version: 2 }));

    expect(answer).toEqual({ orgId: member.orgId, kind: "buyer", name: "North Mill Ltd", country: "DE", version: 3 });
    expect(await as(member, () => Account.organisation({}))).toEqual(answer);
  });

  test("two owners who change the same version cannot both win", async () => {
    const member = await opened();
    await as(member, () => Account.updateOrganisation({ name: "First", version: 1 }));

    await expect(as(member, () => Account.updateOrganisation({ name: "Second", version: 1 }))).rejects.toMatchObject({
      code: "organisation.changed",
    });
  });

  test("a member cannot change the organisation, and the floor cannot read it", async () => {
    const member = await opened();

    await expect(as({ ...member, kind: "member" }, () => Account.updateOrganisation({ name: "Mine", version: 1 }))).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(as({ ...member, kind: "factory" }, () => Account.organisation({}))).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("nobody acts for an organisation they have no seat in", async () => {
    const member = await opened();

    await expect(as(member, () => Account.choose({ orgId: "org_somebody-elses" }))).rejects.toMatchObject({ kind: "not_found" });
  });

  test("an owner's seat is not taken away", async () => {
    const member = await opened();

    await expect(as(member, () => Account.remove({ userId }))).rejects.toMatchObject({ code: "member.owner" });
  });
});

describe("the first admin", () => {
  test("is made once, acts for the platform, and is written to", async () => {
    const admin = { userId: "user-first-admin", email: "Ops@Example.com", name: "Ops" };

    await as(system, () => Account.makeFirstAdmin(admin));

    expect(await Account.claimsFor(admin.userId)).toEqual({ orgId: "platform", orgKind: "platform", memberKind: "admin" });
    expect(await Account.standing({ type: "admin", userId: admin.userId })).toMatchObject({ type: "admin" });
    expect(await as({ type: "admin", userId: admin.userId }, () => Account.me({}))).toMatchObject({ orgName: "SleekApp", orgKind: "platform" });
    expect(await Account.adminAddresses()).toEqual([{ email: "ops@example.com", name: "Ops" }]);
    await expect(as(system, () => Account.makeFirstAdmin({ ...admin, userId: "user-second" }))).rejects.toMatchObject({ code: "admin.exists" });
  });
});

test("a guest's key is the same for every spelling of the address and does not contain it", async () => {
  Secrets.provide({ get: async () => "pepper" });

  const key = await Account.guestOwnerId(" Ada@Example.com ");

  expect(key).toBe(await Account.guestOwnerId("ada@example.com"));
  expect(key).toMatch(/^e~[0-9a-f]{32}$/);
});

test("reads cost at most two requests and commands at most four in two hops", async () => {
  const member = await opened();
  const around = { standing: Account.standing };

  expect(await cost(() => as(member, () => Account.me({}), around))).toMatchObject({ requests: 2 });
  expect(await cost(() => as(member, () => Account.members({}), around))).toMatchObject({ requests: 1 });
  expect(await cost(() => as(member, () => Account.updateProfile({ name: "Rina" }), { ...around, key: "cost-key" }))).toMatchObject({
    requests: 3,
    hops: 2,
  });
  expect(await cost(() => as(member, () => Account.choose({ orgId: member.orgId }), around))).toMatchObject({ requests: 3, hops: 2 });
});
