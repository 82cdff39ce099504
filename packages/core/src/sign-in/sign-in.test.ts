import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import { Request } from "../kernel/request.ts";
import { Secrets } from "../ports/secrets.ts";
import * as SignIn from "./index.ts";
import { STRANGERS_AN_HOUR } from "./rules.ts";

beforeAll(startTable);
beforeAll(() => Secrets.provide({ get: async (name) => `the ${name}` }));

let count = 0;
let userId = "";
let email = "";
beforeEach(() => {
  count += 1;
  userId = `person-${count}`;
  email = `person${count}@example.com`;
});

const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
/** Runs as the named network, the way the edge states it. */
const from = <T>(address: string, now: Date, run: () => Promise<T>): Promise<T> =>
  as(actors.visitor, () => Request.with({ ...Request.use(), address }, run), { now });
const passFrom = async (address: string, now = NOW, name = email): Promise<string> =>
  (await from(address, now, () => SignIn.askPass({ email: name }))).pass;
const knock = async (address: string | undefined, now = NOW, who: string | undefined = userId): Promise<void> => {
  const pass = address === undefined ? undefined : await passFrom(address, now);
  await as(actors.system, () => SignIn.begin({ userId: who, email, pass }), { now });
};
const success = async (address: string | undefined, now = NOW): Promise<void> => {
  const pass = address === undefined ? undefined : await passFrom(address, now);
  await as(actors.system, () => SignIn.succeed({ userId, email, pass }), { now });
};
const eventsOf = async (id = userId) =>
  (await allItems())
    .filter((item) => item["__edb_e__"] === "event" && item["subjectId"] === id)
    .toSorted((a, b) => String(a["eventId"]).localeCompare(String(b["eventId"])));
const typesOf = async () => (await eventsOf()).map(({ type }) => String(type));

const home = "203.0.113.7";
const elsewhere = "198.51.100.9";

describe("one network at one account", () => {
  test("the sixth try without a success waits, and is let through when the wait is over", async () => {
    for (let tries = 0; tries < 5; tries += 1) await knock(elsewhere);

    await expect(knock(elsewhere)).rejects.toMatchObject({
      code: "sign_in.locked",
      message: "Too many tries from here. Wait a minute and try again",
    });
    await knock(elsewhere, later(1));
    await expect(knock(elsewhere, later(2))).rejects.toMatchObject({ details: { retryAfter: 60 } });
    await knock(elsewhere, later(3));
  });

  test("a stranger who is locked out keeps nobody else out", async () => {
    for (let tries = 0; tries < 5; tries += 1) await knock(elsewhere);
    await expect(knock(elsewhere)).rejects.toMatchObject({ code: "sign_in.locked" });

    await knock(home);
    await success(home);
  });

  test("a success forgets the tries before it", async () => {
    for (let tries = 0; tries < 5; tries += 1) await knock(home);
    await success(home, later(1));

    for (let tries = 0; tries < 5; tries += 1) await knock(home, later(2));
  });

  test("of fifty tries at once no more than five are let through", async () => {
    const pass = await passFrom(elsewhere);
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => as(actors.system, () => SignIn.begin({ userId, email, pass }))));

    const passed = all.filter(({ status }) => status === "fulfilled").length;
    expect(passed).toBeGreaterThan(0);
    expect(passed).toBeLessThanOrEqual(5);
  });

  test("an IPv6 line that changes its address is the same network", async () => {
    for (let tries = 0; tries < 5; tries += 1) await knock(`2001:db8:5:${count}::${tries + 1}`);

    await expect(knock(`2001:db8:5:${count}:dead::9`)).rejects.toMatchObject({ code: "sign_in.locked" });
  });
});

describe("many networks at one account", () => {
  const crowd = async (): Promise<void> => {
    for (let one = 0; one < STRANGERS_AN_HOUR; one += 1) await knock(`10.${count}.${Math.floor(one / 200)}.${one % 200}`);
  };

  test("strangers together have an hour's worth of tries, and a network the account knows is not held to it", async () => {
    await knock(home);
    await success(home);
    await crowd();

    await expect(knock("192.0.2.200")).rejects.toMatchObject({ code: "sign_in.locked" });
    await knock(home, later(5));
    await success(home, later(5));
  });

  test("what strangers used up comes back with the next hour", async () => {
    await crowd();

    await expect(knock("192.0.2.200", later(30))).rejects.toMatchObject({ code: "sign_in.locked" });
    await knock("192.0.2.200", later(60));
  });
});

describe("attempts without a pass of ours", () => {
  test("are counted together, and lock out nobody who has one", async () => {
    for (let tries = 0; tries < 5; tries += 1) await knock(undefined);

    await expect(knock(undefined)).rejects.toMatchObject({ code: "sign_in.locked" });
    await knock(home);
  });

  test("never make their source a known one, however often they succeed", async () => {
    await knock(undefined);
    await success(undefined);

    expect(await eventsOf()).toMatchObject([{ data: { source: "direct", isNewSource: true } }]);
    await knock(undefined);
    await success(undefined);
    expect((await eventsOf()).at(-1)).toMatchObject({ data: { source: "direct", isNewSource: true } });
  });

  test.each([
    ["of another name", async () => passFrom(home, NOW, "somebody@example.com")],
    ["that has ended", async () => passFrom(home, later(-11))],
    ["that was changed", async () => `${(await passFrom(home)).slice(0, -1)}x`],
    ["that is nonsense", async () => "nonsense"],
  ])("a pass %s counts as none", async (_name, pass) => {
    const given = await pass();
    await as(actors.system, () => SignIn.succeed({ userId, email, pass: given }));

    expect((await eventsOf())[0]).toMatchObject({ data: { source: "direct" } });
  });
});

describe("what is written down", () => {
  test("a failure when the next attempt comes, the lock-out when it begins, the success with its source", async () => {
    for (let tries = 0; tries < 5; tries += 1) await knock(home);
    await knock(home, later(1));
    await success(home, later(1));

    expect((await typesOf()).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => "sign_in.failed"),
      "sign_in.locked",
      "sign_in.locked",
      "sign_in.succeeded",
    ]);
    expect(JSON.stringify(await eventsOf())).not.toMatch(/203\.0|example/);
  });

  test("a failure that nobody follows up is found by the sweep, once", async () => {
    await knock(home);
    const sweep = (now: Date) => as(actors.system, SignIn.settleGivenUp, { now });

    await sweep(later(4));
    expect(await typesOf()).toEqual([]);
    await sweep(later(6));
    await sweep(later(7));

    expect(await typesOf()).toEqual(["sign_in.failed"]);
  });

  test("a name that is nobody's is counted like one that is, and leaves no event", async () => {
    for (let tries = 0; tries < 5; tries += 1) await as(actors.system, () => SignIn.begin({ email, pass: undefined }));

    await expect(as(actors.system, () => SignIn.begin({ email, pass: undefined }))).rejects.toMatchObject({ code: "sign_in.locked" });
    expect((await allItems()).filter((item) => JSON.stringify(item).includes(email))).toEqual([]);
  });
});
