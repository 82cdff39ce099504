import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memoryPool, newMember, signInOf, withSignIn } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, startTable } from "../../../../test/support/table.ts";
import * as Invitation from "../invitation/index.ts";
import type { Member } from "../kernel/actor.ts";
import { Directory } from "../ports/directory.ts";
import { Secrets } from "../ports/secrets.ts";
import * as Account from "./index.ts";

beforeAll(async () => {
  await startTable();
  Secrets.provide({ get: async (name) => `test ${name}` });
});

const { admin } = actors;
const around = { standing: Account.standing };
const reason = "Asked suppliers to pay outside the platform.";
let count = 0;
let person: Member;
let pool: ReturnType<typeof memoryPool>;
beforeEach(async () => {
  count += 1;
  person = await newMember(`suspect-${count}`);
  pool = memoryPool();
  Directory.provide(pool);
});

const suspend = (userId = person.userId) => as(admin, () => Account.suspend({ userId, reason }));
const restore = () => as(admin, () => Account.restore({ userId: person.userId }));
const facts = () => as(actors.system, () => Account.tokenFacts({ userId: person.userId, email: `${person.userId}@example.com` }));
const events = async () =>
  (await allItems())
    .filter((item) => item["__edb_e__"] === "event" && item["subjectId"] === person.userId && String(item["type"]).startsWith("account."))
    .map((item) => ({ type: item["type"], data: item["data"], actor: item["actor"] }));

describe("somebody who is suspended", () => {
  test("is refused at the next command, at the next token and when asking who they are", async () => {
    await suspend();

    await expect(Account.standing(person)).rejects.toMatchObject({ kind: "forbidden", code: "account.suspended" });
    await expect(facts()).rejects.toMatchObject({ code: "account.suspended" });
    await expect(as(person, () => Account.me({}))).rejects.toMatchObject({ code: "account.suspended" });
  });

  test("is refused in every organisation, also by a sign-in that was never used before", async () => {
    const owner = await newMember(`host-${count}`);
    const { invitationId } = await as(owner, () => Invitation.send({ email: `${person.userId}@example.com`, kind: "member" }), around);
    const letter = await Invitation.letterOf(invitationId);
    await as(person, () => Invitation.take({ token: letter?.secret ?? "" }), around);

    await suspend();

    const elsewhere: Member = { ...person, orgId: owner.orgId, kind: "member" };
    for (const seat of [person, elsewhere])
      await expect(as(seat, () => withSignIn(signInOf(`unused-${count}`), () => Account.standing(seat)))).rejects.toMatchObject({
        code: "account.suspended",
      });
  });

  test("is signed out everywhere by the worker", async () => {
    await as(person, () => withSignIn(signInOf(`laptop-${count}`), () => Account.me({})));
    await suspend();

    await as(actors.system, () => Account.endSessionsOf({ userId: person.userId }));

    expect(pool.signedOut).toEqual([person.userId]);
    const session = (await allItems()).find((item) => item["sessionId"] === `laptop-${count}`);
    expect(session).toHaveProperty("endedAt");
  });

  test("may sign in again when the suspension has ended", async () => {
    await suspend();

    await restore();

    expect(await Account.standing(person)).toEqual(person);
    expect((await facts()).claims).toMatchObject({ orgId: person.orgId });
  });

  test("is listed with the reason until it ends", async () => {
    await suspend();
    const mine = async () => (await as(admin, () => Account.suspended({ limit: 50 }))).items.filter(({ userId }) => userId === person.userId);

    expect(await mine()).toEqual([expect.objectContaining({ reason, suspendedBy: admin.userId, name: "Rina Das" })]);
    await restore();
    expect(await mine()).toEqual([]);
  });
});

describe("a suspension", () => {
  test("and its end are told with who, whom, before and after, and without the reason", async () => {
    await suspend();
    await restore();

    const told = await events();
    expect(told.slice(-2).toSorted((a, b) => String(b.type).localeCompare(String(a.type)))).toEqual([
      {
        type: "account.suspended",
        data: { userId: person.userId, before: "active", after: "suspended" },
        actor: { type: "admin", id: admin.userId },
      },
      { type: "account.restored", data: { userId: person.userId, before: "suspended", after: "active" }, actor: { type: "admin", id: admin.userId } },
    ]);
    expect(JSON.stringify(told)).not.toContain("outside the platform");
  });

  test("is the platform's alone", async () => {
    for (const by of [person, actors.otherSupplier, actors.guest])
      await expect(as(by, () => Account.suspend({ userId: person.userId, reason }))).rejects.toMatchObject({ kind: "not_found" });
  });

  test("happens once, of several at once", async () => {
    const answers = await Promise.allSettled([1, 2, 3].map(() => suspend()));

    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(suspend()).rejects.toMatchObject({ code: "person.suspended" });
    await restore();
    await expect(restore()).rejects.toMatchObject({ code: "person.active" });
  });

  test("holds in a seat that is taken at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const userId = `racer-${count}-${round}`;
      const racer = await newMember(userId);
      const owner = await newMember(`host-${count}-${round}`);
      const { invitationId } = await as(owner, () => Invitation.send({ email: `${userId}@example.com`, kind: "member" }), around);
      const letter = await Invitation.letterOf(invitationId);

      const [, done] = await Promise.allSettled([as(racer, () => Invitation.take({ token: letter?.secret ?? "" }), around), suspend(userId)]);

      expect(done.status).toBe("fulfilled");
      for (const orgId of [racer.orgId, owner.orgId])
        await expect(Account.standing({ ...racer, orgId })).rejects.toMatchObject({ code: "account.suspended" });
    }
  });
});

describe("what the platform reads of people", () => {
  test("is where they belong and how they stand, by id or by address", async () => {
    pool.put({ userId: person.userId, email: `${person.userId}@example.com`, isEmailProven: true, hasSecondFactor: false });
    const known = await as(admin, () => Account.person({ userId: person.userId }));

    expect(Object.keys(known).toSorted()).toEqual(["createdAt", "email", "memberships", "name", "userId"]);
    expect(known.memberships).toEqual([{ orgId: person.orgId, orgKind: "buyer", kind: "owner", orgName: "Rina Das" }]);
    expect(await as(admin, () => Account.findPerson({ email: `${person.userId.toUpperCase()}@example.com` }))).toEqual(known);
    await expect(as(admin, () => Account.findPerson({ email: "nobody@example.com" }))).rejects.toMatchObject({ kind: "not_found" });
  });

  test("lists organisations newest first, page by page, and each with its people", async () => {
    const { items, nextCursor } = await as(admin, () => Account.organisations({ limit: 2 }));

    expect(items).toHaveLength(2);
    expect(nextCursor).toBeDefined();
    const own = await as(admin, () => Account.organisationPeople({ orgId: person.orgId }));
    expect(own.members).toEqual([{ userId: person.userId, name: "Rina Das", email: `${person.userId}@example.com`, kind: "owner" }]);
  });

  test("is hidden from everybody else", async () => {
    await expect(as(person, () => Account.person({ userId: person.userId }))).rejects.toMatchObject({ kind: "not_found" });
    await expect(as(person, () => Account.organisationPeople({ orgId: person.orgId }))).rejects.toMatchObject({ kind: "not_found" });
    await expect(as(person, () => Account.organisations({}))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(as(person, () => Account.suspended({}))).rejects.toMatchObject({ kind: "forbidden" });
  });
});
