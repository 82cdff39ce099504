import { beforeEach, expect, test } from "vitest";
import { Secrets } from "./secrets.ts";
import { currentKeyId, isSealed, keyIdOf, seal, unseal } from "./seal.ts";

let keys = "";
beforeEach(() => {
  keys = "1:first secret";
  Secrets.provide({ get: async () => keys });
});

const place = { record: "user", id: "u1", field: "phone" };

test("a sealed value says nothing, is another one each time, and opens again where it belongs", async () => {
  const [one, two] = [await seal("+44 20 7946 0000", place), await seal("+44 20 7946 0000", place)];

  expect(one).not.toBe(two);
  expect(`${one}${Buffer.from(one.split(".")[2] ?? "", "base64url").toString("latin1")}`).not.toMatch(/7946|\+44/);
  expect(await unseal(one, place)).toBe("+44 20 7946 0000");
  expect([isSealed(one), isSealed("+44 20 7946 0000")]).toEqual([true, false]);
});

test.each([
  ["of another person", { ...place, id: "u2" }],
  ["of another kind", { ...place, record: "organisation" }],
  ["in another field", { ...place, field: "taxId" }],
])("a value that was moved to the row %s does not open", async (_name, elsewhere) => {
  await expect(unseal(await seal("+44 20 7946 0000", place), elsewhere)).rejects.toThrow();
});

test("a value with one bit changed does not open", async () => {
  const [format, id, body = ""] = (await seal("+44 20 7946 0000", place)).split(".");
  const bytes = Buffer.from(body, "base64url");
  bytes[14] = (bytes[14] ?? 0) ^ 1;

  await expect(unseal([format, id, bytes.toString("base64url")].join("."), place)).rejects.toThrow();
});

test("another key seals from now on, and the one before still opens what it has sealed", async () => {
  const old = await seal("+44 20 7946 0000", place);
  keys = "2:second secret,1:first secret";

  expect(keyIdOf(await seal("x", place))).toBe("2");
  expect(await currentKeyId()).toBe("2");
  expect(await unseal(old, place)).toBe("+44 20 7946 0000");
});

test("a key that was taken away opens nothing, and names itself", async () => {
  const old = await seal("+44 20 7946 0000", place);
  keys = "2:second secret";

  await expect(unseal(old, place)).rejects.toThrow("the key 1 of a sealed field is not set");
});

test("a secret without an id is the key 1, and a value from before there were seals is given as it is", async () => {
  const old = await seal("+44 20 7946 0000", place);
  keys = "first secret";

  expect(await unseal(old, place)).toBe("+44 20 7946 0000");
  expect(await unseal("+44 30 1111", place)).toBe("+44 30 1111");
  expect(keyIdOf("+44 30 1111")).toBeUndefined();
});
