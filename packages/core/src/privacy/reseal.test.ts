import { beforeAll, beforeEach, expect, test } from "vitest";
import { newMember } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, startTable } from "../../../../test/support/table.ts";
import * as Account from "../account/index.ts";
import type { Member } from "../kernel/actor.ts";
import { keyIdOf, seal } from "../ports/seal.ts";
import { Secrets } from "../ports/secrets.ts";
import * as Supplier from "../supplier/index.ts";
import { commit } from "../table/commit.ts";
import { blanking, type HeldRow, kindOf } from "../table/held.ts";
import { reseal, sealedFields } from "./reseal.ts";

let keys = "1:first";
beforeAll(startTable);
beforeEach(() => {
  keys = "1:first";
  Secrets.provide({ get: async () => keys });
});

const PHONES = ["+44 20 7946 0111", "+880 2 9946 0222", "+49 30 5946 0333"] as const;
const at = (kind: string, id: string) => async () => (await allItems()).find((row) => kindOf(row) === kind && Object.values(row).includes(id)) ?? {};

async function everyone(tag: string): Promise<{ readonly buyer: Member; readonly supplier: Member }> {
  const buyer = await newMember(`buyer-${tag}`);
  await as(actors.system, () => Account.intend(`supplier-${tag}`, { as: "supplier" }));
  const supplier = await newMember(`supplier-${tag}`);
  await as(buyer, () => Account.updateProfile({ name: "Rina Das", phone: PHONES[0] }));
  await as(buyer, () => Account.updateOrganisation({ name: "Rina Company", phone: PHONES[1], version: 1 }));
  await as(supplier, () => Supplier.save({ application: { companyName: "Meghna Knit", phone: PHONES[2] } }));
  return { buyer, supplier };
}

const shownTo = async ({ buyer, supplier }: Awaited<ReturnType<typeof everyone>>) => [
  (await as(buyer, () => Account.profile({}))).phone,
  (await as(buyer, () => Account.organisation({}))).phone,
  (await as(supplier, () => Supplier.mine({}))).application.phone,
];

test("no telephone number can be read in the table, and their owners read them all", async () => {
  const people = await everyone("read");

  const raw = JSON.stringify(await allItems());
  for (const phone of PHONES) expect(raw).not.toContain(phone);
  expect(await shownTo(people)).toEqual(PHONES);
  expect((await as(actors.admin, () => Supplier.get({ orgId: people.supplier.orgId }))).application.phone).toBe(PHONES[2]);
});

test("a number that was moved to somebody else's row is not theirs to read", async () => {
  const { buyer } = await everyone("moved");
  const thief = await newMember("thief");
  const stolen = (await at("user", buyer.userId)())["phone"];
  const own = await at("user", thief.userId)();
  await as(actors.system, () => commit({ about: thief.userId, writes: [blanking(own, { phone: stolen })], events: [], reply: null }));

  await expect(as(thief, () => Account.profile({}))).rejects.toThrow(/authenticate/);
});

test("after a new key every number is sealed with it, once, and reads as before without the old one", async () => {
  const people = await everyone("anew");
  keys = "2:second,1:first";
  const rows = async (): Promise<HeldRow[]> =>
    (await allItems()).filter((row) => kindOf(row) in sealedFields && row["phone"] !== undefined && row["userId"] !== "thief");
  const sealAll = async () => {
    const done: boolean[] = [];
    for (const row of await rows()) done.push(await as(actors.system, () => reseal(row)));
    return done;
  };

  expect((await sealAll()).every(Boolean)).toBe(true);
  expect((await sealAll()).some(Boolean)).toBe(false);
  expect((await rows()).map((row) => keyIdOf(String(row["phone"])))).toEqual((await rows()).map(() => "2"));
  keys = "2:second";
  expect(await shownTo(people)).toEqual(PHONES);
});

test("a tax number is sealed anew beside the telephone of its row, and reads as before", async () => {
  const { buyer } = await everyone("tax");
  await as(buyer, () => Account.updateOrganisation({ name: "Rina Company", phone: PHONES[1], taxId: "DK 12.34.56.78", version: 2 }));
  keys = "2:second,1:first";
  const row = at("organisation", buyer.orgId);

  expect(await as(actors.system, async () => reseal(await row()))).toBe(true);
  expect(await as(actors.system, async () => reseal(await row()))).toBe(false);
  expect([keyIdOf(String((await row())["phone"])), keyIdOf(String((await row())["taxId"]))]).toEqual(["2", "2"]);
  keys = "2:second";
  expect(await as(buyer, () => Account.organisation({}))).toMatchObject({ phone: PHONES[1], taxId: "DK12345678" });
});

test("a number from before there were seals gets its first, and somebody who changes theirs meanwhile wins", async () => {
  const { buyer } = await everyone("old");
  const row = await at("user", buyer.userId)();
  await as(actors.system, () => commit({ about: "x", writes: [blanking(row, { phone: "+1 555 0100 100" })], events: [], reply: null }));
  const plain = await at("user", buyer.userId)();
  const newer = await seal("+1 555 0199 199", { record: "user", id: buyer.userId, field: "phone" });

  expect(await as(actors.system, () => reseal(plain))).toBe(true);
  expect((await as(buyer, () => Account.profile({}))).phone).toBe("+1 555 0100 100");
  await as(actors.system, () => commit({ about: "x", writes: [blanking(plain, { phone: newer })], events: [], reply: null }));
  await expect(as(actors.system, () => reseal(plain))).rejects.toMatchObject({ kind: "conflict" });
});
