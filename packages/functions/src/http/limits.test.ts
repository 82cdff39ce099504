import { dynamo } from "@sleekapp/core/table/client";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startTable } from "../../../../test/support/table.ts";
import { ErrorBody } from "./errors.ts";
import { freeSeat, send, useApp } from "./app.testing.ts";

beforeAll(startTable);
useApp();

let seat: string;
beforeEach(() => {
  seat = freeSeat();
});

const statuses = async (calls: readonly Promise<{ readonly status: number }>[]): Promise<readonly number[]> =>
  (await Promise.all(calls)).map(({ status }) => status);
const count = (all: readonly number[], status: number): number => all.filter((one) => one === status).length;
/** Nobody has called from here yet. */
let lines6 = 0;
const line6 = () => `2001:db8:0:${(lines6 += 1).toString(16)}`;

describe("a limit", () => {
  test("lets exactly its number through, however many call at once", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => send("/v1/counted", { seat }, { user: "user-crowd" })));

    const all = answers.map(({ status }) => status);
    expect([count(all, 201), count(all, 429)]).toEqual([20, 80]);
    for (const { status, headers, answer } of answers) {
      if (status === 201) continue;
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(headers.get("ratelimit-remaining")).toBe("0");
      expect(ErrorBody.parse(answer).error.details).toMatchObject({ remaining: 0 });
    }
  });

  test("says with every answer what is left of it", async () => {
    const first = await send("/v1/counted", { seat }, { user: "user-left" });
    const second = await send("/v1/counted", { seat }, { user: "user-left" });

    expect([first, second].map(({ headers }) => [headers.get("ratelimit-limit"), headers.get("ratelimit-remaining")])).toEqual([
      ["20", "19"],
      ["20", "18"],
    ]);
    expect(Number(first.headers.get("ratelimit-reset"))).toBeGreaterThan(0);
  });

  test("of an address is held against forwarded headers, of which a thousand change nothing", async () => {
    const address = "198.51.100.77:40000";
    const forged = (index: number) => ({ "x-forwarded-for": `10.0.${index >> 8}.${index & 255}`, "x-real-ip": `10.1.${index >> 8}.${index & 255}` });
    const all = await statuses(
      Array.from({ length: 1_000 }, (_, index) => send("/v1/guest/line", undefined, { method: "GET", address, headers: forged(index) })),
    );

    expect([count(all, 200), count(all, 429)]).toEqual([3, 997]);
  });

  test("counts an IPv6 line once, whichever of its addresses calls and however it is written", async () => {
    const line = line6();
    const addresses = [`${line}::1:443`, `${line}:aaaa:bbbb:cccc:dddd:52000`, `[${line}:0:0:0:9]:443`, `${line.replace(":db8:", ":0db8:")}::7:1`];
    const from = (address: string) => send("/v1/guest/line", undefined, { method: "GET", address });

    expect(await statuses(addresses.map(from))).toEqual(expect.arrayContaining([200, 200, 200, 429]));
    expect((await from(`${line6()}::1:443`)).status).toBe(200);
  });

  test("of a caller is, for somebody who has proved no address, that of the place they call from: nobody uses up another's", async () => {
    const from = (address: string) => send("/v1/guest/desk", undefined, { method: "GET", address: `${address}:40000` });

    expect(await statuses(["198.51.100.101", "198.51.100.101", "198.51.100.101"].map(from))).toEqual(expect.arrayContaining([200, 200, 429]));
    expect((await from("198.51.100.102")).status).toBe(200);
  });

  test("of a target holds for everybody together, in whatever case it is written", async () => {
    const hall = (name: string, body: string, user: string) => send(`/v1/halls/${name}/seats`, { seat: body }, { user });

    const same = await statuses([hall("one", "Balcony", "user-x"), hall("two", " balcony ", "user-y"), hall("three", "BALCONY", "user-z")]);
    const path = await statuses(["a1", "a2", "a3", "a4", "a5"].map((other, index) => hall("four", other, `user-${index}`)));

    expect([count(same, 201), count(same, 429)]).toEqual([2, 1]);
    expect([count(path, 201), count(path, 429)]).toEqual([4, 1]);
  });

  test("that cannot be counted lets reads through and nothing else", async () => {
    const broken = vi.spyOn(dynamo, "send").mockRejectedValue(new Error("the table does not answer"));

    const read = await send("/v1/guest/line", undefined, { method: "GET", address: "198.51.100.90:40000" });
    const command = await send("/v1/counted", { seat }, { user: "user-uncounted" });
    broken.mockRestore();

    expect([read.status, read.headers.get("ratelimit-remaining")]).toEqual([200, null]);
    expect(command.status).toBeGreaterThanOrEqual(500);
    expect((await send("/v1/counted", { seat }, { user: "user-uncounted" })).status).toBe(201);
  });
});
