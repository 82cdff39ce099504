import { rangeService } from "@sleekapp/core/adapters/password-range";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bind, close } from "../wire.ts";
import { leaked } from "./leaked.ts";
import { type Passwords, startPasswords } from "./index.ts";

let service: Passwords;
const failures: string[] = [];
beforeAll(async () => {
  service = await startPasswords();
});
afterAll(() => service.stop());

const at = (url: () => string) => rangeService({ url, onFailure: (error) => void failures.push(error.name) });
const real = () => at(() => service.endpoint);
const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex").toUpperCase();

test.each(leaked)("%s is in its range", async (password) => {
  const hash = sha1(password);

  expect(await real().range(hash.slice(0, 5))).toContain(hash.slice(5));
});

test("an answer is padded when asked to be, and none of the padding counts as a leak", async () => {
  const answer = await fetch(`${service.endpoint}/range/00000`, { headers: { "add-padding": "true" } });
  const lines = (await answer.text()).split("\r\n");

  expect(lines).toHaveLength(800);
  expect(lines.every((line) => /^[0-9A-F]{35}:0$/.test(line))).toBe(true);
  expect(await real().range("00000")).toEqual([]);
});

test("a prefix that is none is refused as the real service does", async () => {
  expect((await fetch(`${service.endpoint}/range/xyz`)).status).toBe(400);
});

test("a service that answers with an error, or not within two seconds, holds nobody up", async () => {
  service.failNext(1);
  expect(await real().range("00000")).toBeUndefined();

  const silent = createServer(() => undefined);
  const port = await bind(silent);
  const from = performance.now();
  expect(await at(() => `http://127.0.0.1:${port}`).range("00000")).toBeUndefined();
  expect(performance.now() - from).toBeGreaterThan(1_900);
  await close(silent);

  expect(failures).toEqual(["Error", "TimeoutError"]);
});
