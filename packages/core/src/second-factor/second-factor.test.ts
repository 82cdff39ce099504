import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memoryPool, newMember, signInOf, withSignIn } from "../../../../test/support/account.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import type { Guest, Member } from "../kernel/actor.ts";
import { Directory } from "../ports/directory.ts";
import { Secrets } from "../ports/secrets.ts";
import * as SecondFactor from "./index.ts";
import { RecoveryCode } from "./model.ts";

beforeAll(startTable);
beforeAll(() => Secrets.provide({ get: async (name) => `the ${name}` }));

const pool = memoryPool();
let count = 0;
let member: Member;
let email = "";
const isOn = (hasSecondFactor: boolean) => pool.put({ userId: member.userId, email, isEmailProven: true, hasSecondFactor });
beforeEach(async () => {
  Directory.provide(pool);
  count += 1;
  email = `careful-${count}@example.com`;
  member = await newMember(`careful-${count}`, email);
  isOn(true);
});

const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const mine = <T>(run: () => Promise<T>, signedInAt = minutesAgo(1), key?: string): Promise<T> =>
  as(member, () => withSignIn(signInOf("laptop", signedInAt), run), key === undefined ? {} : { key });
const confirm = async (): Promise<readonly string[]> => (await mine(() => SecondFactor.confirm({}))).recoveryCodes;
const guest = (address = email): Guest => ({ type: "guest", ownerId: "e~x", email: address });
const recover = (code: string, who = guest()) => as(who, () => SecondFactor.recover({ code }));
const state = () => mine(() => SecondFactor.get({}));
const eventsOf = async () =>
  (await allItems()).filter((item) => item["__edb_e__"] === "event" && item["subjectId"] === member.userId).map((item) => String(item["type"]));

describe("setting up", () => {
  test("tells ten codes once, and keeps none of them on the table, in the kept answer either", async () => {
    const { recoveryCodes } = await mine(() => SecondFactor.confirm({}), minutesAgo(1), `confirm-${count}-key`);

    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(RecoveryCode.parse(code)).toBe(code);
    const table = JSON.stringify(await allItems());
    for (const code of recoveryCodes) expect(table).not.toContain(code);
    expect(await state()).toEqual({ isOn: true, isRequired: false, recoveryCodesLeft: 10 });
  });

  test("is answered alike when the answer was lost on the way", async () => {
    const first = await mine(() => SecondFactor.confirm({}), minutesAgo(1), `lost-${count}-key`);

    expect(await mine(() => SecondFactor.confirm({}), minutesAgo(1), `lost-${count}-key`)).toEqual(first);
    await expect(mine(() => SecondFactor.confirm({}), minutesAgo(1), `other-${count}-key`)).rejects.toMatchObject({ code: "second_factor.on" });
  });

  test("counts only once the user pool says that it is on, and only once", async () => {
    isOn(false);
    await expect(confirm()).rejects.toMatchObject({ code: "second_factor.off" });
    isOn(true);
    await confirm();

    await expect(confirm()).rejects.toMatchObject({ code: "second_factor.on" });
  });
});

describe("changing it", () => {
  test.each([
    ["new codes", () => SecondFactor.renewCodes({})],
    ["turning it off", () => SecondFactor.turnOff({})],
  ] as const)("%s takes a sign-in of the last ten minutes", async (_name, act) => {
    await confirm();

    const run = async (): Promise<unknown> => act();

    await expect(mine(run, minutesAgo(11))).rejects.toMatchObject({ code: "sign_in.too_old", kind: "forbidden" });
    await mine(run, minutesAgo(9));
  });

  test("new codes end the ones before", async () => {
    const [old = ""] = await confirm();
    const [fresh = ""] = (await mine(() => SecondFactor.renewCodes({}))).recoveryCodes;

    await expect(recover(old)).rejects.toMatchObject({ code: "recovery.refused" });
    await recover(fresh);
  });

  test("turning it off is told to the user pool, ends all codes and is written down", async () => {
    const [code = ""] = await confirm();

    await mine(() => SecondFactor.turnOff({}));

    expect(await state()).toEqual({ isOn: false, isRequired: false, recoveryCodesLeft: 0 });
    await expect(recover(code)).rejects.toMatchObject({ code: "recovery.refused" });
    expect(await eventsOf()).toEqual(expect.arrayContaining(["second_factor.turned_on", "second_factor.turned_off"]));
  });
});

describe("recovering", () => {
  test("takes a proven address and a code, in whatever way it was copied, and signs out everywhere", async () => {
    const [code = ""] = await confirm();

    await recover(code.toLowerCase().replaceAll("-", " "));

    expect(await state()).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
    expect(pool.signedOut).toContain(member.userId);
    expect(await eventsOf()).toContain("second_factor.recovered");
  });

  test("works once: of ten at the same moment one is let through, and none after", async () => {
    const [code = "", second = ""] = await confirm();

    const all = await Promise.allSettled(Array.from({ length: 10 }, () => recover(code)));

    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const used of [code, second]) await expect(recover(used)).rejects.toMatchObject({ code: "recovery.refused" });
  });

  test("a wrong code, another's code and an address without an account are refused with the same words", async () => {
    const [code = ""] = await confirm();
    const said = async (given: string, who: Guest) => recover(given, who).catch((error: unknown) => (error instanceof Error ? error.message : ""));
    const other = `stranger-${count}@example.com`;
    pool.put({ userId: `stranger-${count}`, email: other, isEmailProven: true, hasSecondFactor: true });

    const all = [await said("0000-0000-0000-0000", guest()), await said(code, guest(other)), await said(code, guest("nobody@example.com"))];

    expect(new Set(all)).toEqual(new Set(["This recovery code does not work for this address"]));
    expect(await state()).toMatchObject({ isOn: true, recoveryCodesLeft: 10 });
  });

  test("somebody who has proven nothing is refused", async () => {
    const [code = ""] = await confirm();

    await expect(as({ type: "visitor" }, () => SecondFactor.recover({ code }))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(as(member, () => SecondFactor.recover({ code }))).rejects.toMatchObject({ kind: "forbidden" });
  });
});
