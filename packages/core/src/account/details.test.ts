import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memoryPool, newMember } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import { Blob, Links } from "../ports/blob.ts";
import { Directory } from "../ports/directory.ts";
import { mailsFor } from "../mail-out/index.ts";
import { EventMessage } from "../table/outbox.ts";
import * as Account from "./index.ts";
import { Profile, Username } from "./model.ts";

beforeAll(startTable);

const removed: string[] = [];
const pool = memoryPool();
beforeAll(() => {
  Links.provide({
    presignPost: async ({ key }) => ({ url: "https://files.example", fields: {}, key }),
    presignGet: async ({ key }) => `https://files.example/${key}?signed`,
  });
  Blob.provide({
    put: async () => undefined,
    get: async () => undefined,
    remove: async (key) => void removed.push(key),
  });
  Directory.provide(pool);
});

let count = 0;
let member: Member;
beforeEach(async () => {
  count += 1;
  member = await newMember(`keeper-${count}`);
});
const profile = (who: Member = member) => as(who, () => Account.profile({}));

describe("what a person says about themselves", () => {
  test("is kept; what is left out stays, and a telephone can be taken away", async () => {
    await as(member, () => Account.updateProfile({ name: "Rina Das", timeZone: "Asia/Dhaka", phone: "+880 1700 000000" }));
    await as(member, () => Account.updateProfile({ name: "Rina Sen", locale: "bn" }));
    expect(await profile()).toMatchObject({ name: "Rina Sen", locale: "bn", timeZone: "Asia/Dhaka", phone: "+880 1700 000000" });

    await as(member, () => Account.updateProfile({ name: "Rina Sen", phone: null }));

    expect(await profile()).toEqual({
      userId: member.userId,
      email: `${member.userId}@example.com`,
      name: "Rina Sen",
      locale: "bn",
      timeZone: "Asia/Dhaka",
    });
  });

  test.each([
    ["a time zone that is none", { timeZone: "Mars/Olympus" }],
    ["a telephone with letters", { phone: "call me" }],
    ["a language we do not have", { locale: "xx" }],
    ["a name of one letter", { name: "R" }],
  ])("%s is refused", (_name, change) => {
    expect(Profile.safeParse({ name: "Rina", ...change }).success).toBe(false);
  });
});

describe("a username", () => {
  test.each(["ri", "1rina", "rina--das", "rina-", "rina_das", "sleekapp", "admin", "x".repeat(31)])("%s is none", (username) => {
    expect(Username.safeParse(username).success).toBe(false);
  });

  test("belongs to one person, however it is spelled, and is free again after a change", async () => {
    const other = await newMember(`rival-${count}`);
    await as(member, () => Account.chooseUsername({ username: `Rina-${count}` }));

    await expect(as(other, () => Account.chooseUsername({ username: `rina-${count}` }))).rejects.toMatchObject({ code: "username.taken" });
    await as(member, () => Account.chooseUsername({ username: `rina-das-${count}` }));
    await as(other, () => Account.chooseUsername({ username: `rina-${count}` }));

    expect([await profile(), await profile(other)].map(({ username }) => username)).toEqual([`rina-das-${count}`, `rina-${count}`]);
  });

  test("of ten who want it at the same moment one has it", async () => {
    const rivals = await Promise.all(Array.from({ length: 10 }, (_, index) => newMember(`crowd-${count}-${index}`)));

    const all = await Promise.allSettled(rivals.map((one) => as(one, () => Account.chooseUsername({ username: `wanted-${count}` }))));

    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a picture", () => {
  const send = async (who: Member = member) => (await as(who, () => Account.askAvatar({ type: "image/png" }))).uploadId;

  test("that has not been looked at is not shown, and another's is not there", async () => {
    const uploadId = await send();

    await expect(as(member, () => Account.setAvatar({ uploadId }))).rejects.toMatchObject({ code: "upload.not_ready" });
    await expect(as(await newMember(`thief-${count}`), () => Account.setAvatar({ uploadId }))).rejects.toMatchObject({ code: "record.not_found" });
  });
});

describe("a changed address", () => {
  const proven = (email: string, isEmailProven = true) => pool.put({ userId: member.userId, email, isEmailProven, hasSecondFactor: false });

  test("is taken over from the user pool wherever ours is kept, and the one before is told", async () => {
    proven(`New${count}@Example.com`);

    expect(await as(member, () => Account.confirmEmail({}), { key: `email-${count}-key` })).toEqual({ email: `new${count}@example.com` });

    expect(await as(member, () => Account.members({}))).toMatchObject([{ email: `new${count}@example.com` }]);
    const [event] = (await allItems()).filter((item) => item["type"] === "account.email_changed" && item["subjectId"] === member.userId);
    expect(JSON.stringify(event)).not.toMatch(/example/);
    const mails = await as(actors.system, () => mailsFor(EventMessage.parse(event)));
    expect(mails).toEqual([{ template: "account-notice", to: `${member.userId}@example.com`, data: { notice: "address_changed" } }]);
  });

  test("that nobody has proven changes nothing", async () => {
    proven("x@example.com", false);

    await expect(as(member, () => Account.confirmEmail({}))).rejects.toMatchObject({ code: "email.unproven" });
    expect((await profile()).email).toBe(`${member.userId}@example.com`);
  });
});
