import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newMember, signInOf, withSignIn } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { removeWhere } from "../../../../test/support/rows.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import * as Account from "../account/index.ts";
import type { Admin, Member } from "../kernel/actor.ts";
import * as Staff from "./index.ts";

beforeAll(startTable);

const around = { standing: Account.standing };
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const hours = (count: number) => ({ ...around, now: minutes(count * 60) });

let count = 0;
let first: Admin;
beforeEach(async () => {
  count += 1;
  await removeWhere((item) => item["orgId"] === Account.PLATFORM || item["scope"] === "singleton" || item["__edb_e__"] === "admin-grant");
  const userId = `first-${count}`;
  await as(actors.system, () => Account.makeFirstAdmin({ userId, email: `${userId}@example.com`, name: "First Admin" }));
  first = { type: "admin", userId };
});

type Moment = { readonly signedInAt?: Date; readonly now?: Date };
/** Somebody who has signed in just now, unless it is said when. */
const signedIn = <T>(by: Admin, run: () => Promise<T>, { now = NOW, signedInAt = now }: Moment) =>
  as(by, () => withSignIn(signInOf("laptop", signedInAt), run), { ...around, now });
const ask = (by: Admin, { userId }: { readonly userId: string }, at: Moment = {}) => signedIn(by, () => Staff.ask({ userId }), at);
const confirm = (by: Admin, { userId }: { readonly userId: string }, at: Moment = {}) => signedIn(by, () => Staff.confirm({ userId }), at);
const withdraw = (by: Admin, { userId }: { readonly userId: string }) => as(by, () => Staff.withdraw({ userId }), around);
const person = (name: string): Promise<Member> => newMember(`${name}-${count}`);
const admins = async () => (await allItems()).filter((item) => item["orgId"] === Account.PLATFORM).map((item) => String(item["userId"]));
const eventsOf = async (userId: string) =>
  (await allItems())
    .filter((item) => item["subjectId"] === userId && String(item["type"]).startsWith("staff."))
    .map((item) => [item["type"], item["actor"], item["data"]]);

/** Another administrator, made as the operator makes the first: by hand. */
async function another(name: string): Promise<Admin> {
  const { userId } = await person(name);
  await removeWhere((item) => item["scope"] === "singleton");
  await as(actors.system, () => Account.makeFirstAdmin({ userId, email: `${userId}@example.com`, name: "Another Admin" }));
  return { type: "admin", userId };
}

describe("the administrator's role", () => {
  test("is given when another administrator confirms", async () => {
    const [second, member] = [await another("second"), await person("novice")];
    await ask(first, member);

    await confirm(second, member);

    const novice: Admin = { type: "admin", userId: member.userId };
    expect(await Account.standing(novice)).toEqual(novice);
    expect(await Account.claimsFor(member.userId)).toMatchObject({ orgId: member.orgId });
    expect(await eventsOf(member.userId)).toEqual([
      ["staff.admin_asked", { type: "admin", id: first.userId }, { userId: member.userId, askedBy: first.userId }],
      ["staff.admin_granted", { type: "admin", id: second.userId }, { userId: member.userId, askedBy: first.userId, before: "none", after: "admin" }],
    ]);
  });

  test("is not given by who asked for it, nor by the one who is to have it, nor by anybody else", async () => {
    const member = await person("novice");
    await ask(first, member);

    await expect(confirm(first, member)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(as(member, () => Staff.confirm({ userId: member.userId }), around)).rejects.toMatchObject({ kind: "not_found" });
    await expect(confirm({ type: "admin", userId: member.userId }, member)).rejects.toMatchObject({ code: "membership.ended" });
    expect(await admins()).toEqual([first.userId]);
  });

  test("is given once, of several who confirm at once", async () => {
    const [second, third, member] = [await another("second"), await another("third"), await person("novice")];
    await ask(first, member);

    const answers = await Promise.allSettled([confirm(second, member), confirm(third, member), confirm(second, member)]);

    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(confirm(third, member)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is not given when a day has passed, and can then be asked for again", async () => {
    const [second, member] = [await another("second"), await person("novice")];
    await ask(first, member);
    await expect(ask(second, member)).rejects.toMatchObject({ code: "staff.asked" });

    await expect(confirm(second, member, hours(24))).rejects.toMatchObject({ code: "staff.grant_ended" });
    await ask(second, member, hours(25));
    await confirm(first, member, hours(26));

    expect(await admins()).toContain(member.userId);
  });

  test("is neither asked for nor given by a sign-in of more than ten minutes ago, nor by a session that says nothing of its sign-in", async () => {
    const [second, member] = [await another("second"), await person("novice")];
    const old = { signedInAt: minutes(-11) };
    const tooOld = { code: "sign_in.too_old", kind: "forbidden" };

    await expect(ask(first, member, old)).rejects.toMatchObject(tooOld);
    await expect(as(first, () => Staff.ask({ userId: member.userId }), around)).rejects.toMatchObject(tooOld);
    await ask(first, member, { signedInAt: minutes(-9) });
    await expect(confirm(second, member, old)).rejects.toMatchObject(tooOld);
    await expect(as(second, () => Staff.confirm({ userId: member.userId }), around)).rejects.toMatchObject(tooOld);
    expect(await admins()).not.toContain(member.userId);

    await confirm(second, member, { signedInAt: minutes(-9) });

    expect(await admins()).toContain(member.userId);
  });

  test("is not given when it was called off, or when who asked is no administrator any more", async () => {
    const [second, member] = [await another("second"), await person("novice")];
    await ask(first, member);
    await as(second, () => Staff.callOff({ userId: member.userId }), around);
    await expect(confirm(second, member)).rejects.toMatchObject({ kind: "not_found" });

    await ask(first, member);
    await withdraw(second, first);
    await expect(confirm(second, member)).rejects.toMatchObject({ code: "staff.changed" });
  });

  test("is given by an operator as long as there is one administrator only, and not on the operator's word alone", async () => {
    const operator = { type: "system", cause: "operator:confirm-admin" } as const;
    const [second, third] = [await person("second"), await person("third")];
    const asOperator = ({ userId }: Member) => as(operator, () => Staff.confirm({ userId }));
    await expect(asOperator(second)).rejects.toMatchObject({ kind: "not_found" });
    await ask(first, second);
    await expect(as(actors.system, () => Staff.confirm({ userId: second.userId }))).rejects.toMatchObject({ kind: "not_found" });

    await asOperator(second);

    expect((await admins()).toSorted()).toEqual([first.userId, second.userId].toSorted());
    await ask(first, third);
    await expect(asOperator(third)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("and a suspension exclude each other, whichever comes first or both at once", async () => {
    const second = await another("second");
    const reason = "Something that cannot go on.";
    for (let round = 0; round < 5; round += 1) {
      const member = await person(`both-${round}`);
      await ask(first, member);

      await Promise.allSettled([confirm(second, member), as(first, () => Account.suspend({ userId: member.userId, reason }), around)]);

      const home = await Account.findHome(member.userId);
      const isAdmin = home?.seats.some(({ orgId }) => orgId === Account.PLATFORM);
      expect(isAdmin && home?.suspension).toBeFalsy();
    }
    await expect(as(first, () => Account.suspend({ userId: second.userId, reason }), around)).rejects.toMatchObject({ code: "person.admin" });
  });

  test("lists who has it and what waits, and of that nothing that has ended", async () => {
    const member = await person("novice");
    await ask(first, member);

    const staff = await as(first, () => Staff.list({}), around);

    expect(staff.admins).toEqual([{ userId: first.userId, name: "First Admin", email: `${first.userId}@example.com` }]);
    expect(staff.grants).toMatchObject([{ userId: member.userId, name: "Rina Das", askedBy: first.userId }]);
    expect((await as(first, () => Staff.list({}), hours(24))).grants).toEqual([]);
    await expect(as(member, () => Staff.list({}), around)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("withdrawing the role", () => {
  test("takes it away at the next call, and the person acts for their own organisation again", async () => {
    const second = await another("second");

    await withdraw(first, second);

    await expect(Account.standing(second)).rejects.toMatchObject({ code: "membership.ended" });
    expect(await Account.claimsFor(second.userId)).toMatchObject({ orgKind: "buyer", memberKind: "owner" });
    expect(await eventsOf(second.userId)).toEqual([
      ["staff.admin_withdrawn", { type: "admin", id: first.userId }, { userId: second.userId, before: "admin", after: "none" }],
    ]);
  });

  test("from oneself is refused to the last one, and works as long as another stays", async () => {
    await expect(withdraw(first, first)).rejects.toMatchObject({ code: "staff.last" });

    const second = await another("second");
    await withdraw(first, first);

    expect(await admins()).toEqual([second.userId]);
    await expect(withdraw(second, second)).rejects.toMatchObject({ code: "staff.last" });
  });

  test("from each other at once leaves one of the two", async () => {
    for (let round = 0; round < 8; round += 1) {
      const second = await another(`rival-${round}`);

      await Promise.allSettled([withdraw(first, second), withdraw(second, first)]);

      const left = await admins();
      expect(left).toHaveLength(1);
      first = { type: "admin", userId: left[0] ?? "" };
    }
  });

  test("from themselves at once, or in a ring, leaves at least one", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [second, third] = [await another(`ring-b-${round}`), await another(`ring-c-${round}`)];
      const acts = [
        [() => withdraw(first, second), () => withdraw(second, third), () => withdraw(third, first)],
        [() => withdraw(first, first), () => withdraw(second, second), () => withdraw(third, third)],
      ];

      for (const one of acts) await Promise.allSettled(one.map((act) => act()));

      const left = await admins();
      expect(left.length).toBeGreaterThan(0);
      first = { type: "admin", userId: left[0] ?? "" };
      await removeWhere((item) => item["orgId"] === Account.PLATFORM && item["userId"] !== first.userId);
    }
  });
});
