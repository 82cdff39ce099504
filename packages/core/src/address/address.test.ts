import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newMember } from "../../../../test/support/account.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import * as Address from "./index.ts";

beforeAll(startTable);

let count = 0;
let member: Member;
beforeEach(async () => {
  count += 1;
  member = await newMember(`homely-${count}`);
});

const entry = (label: string) => ({ label, name: "Rina Das", street: "Elm Street 1", city: "Leeds", postcode: "LS1 1AA", country: "gb" });
const add = (label: string) => as(member, () => Address.add(entry(label)));
const book = async () => (await as(member, () => Address.list({}))).map(({ label, isDefault }) => `${label}${isDefault ? " first" : ""}`);

describe("an address book", () => {
  test("fills in the first address that came, until another is put first", async () => {
    await add("Office");
    const { addressId } = await add("Warehouse");
    expect(await book()).toEqual(["Office first", "Warehouse"]);

    await as(member, () => Address.putFirst({ addressId }));

    expect(await book()).toEqual(["Warehouse first", "Office"]);
  });

  test("keeps what is changed, forgets what is emptied, and refuses an old version", async () => {
    const { addressId } = await as(member, () => Address.add({ ...entry("Office"), company: "Das Ltd", region: "Yorkshire" }));

    const changed = await as(member, () => Address.update({ ...entry("Studio"), company: "Das Ltd", addressId, version: 1 }));

    expect(changed).toMatchObject({ label: "Studio", company: "Das Ltd", country: "GB", version: 2, isDefault: true });
    expect(changed).not.toHaveProperty("region");
    await expect(as(member, () => Address.update({ ...entry("Again"), addressId, version: 1 }))).rejects.toMatchObject({ code: "address.changed" });
  });

  test("is led by the oldest of the others when its first address goes, and by none when it is empty", async () => {
    const { addressId: office } = await add("Office");
    const { addressId: warehouse } = await add("Warehouse");

    await as(member, () => Address.remove({ addressId: office }));
    expect(await book()).toEqual(["Warehouse first"]);
    await as(member, () => Address.remove({ addressId: warehouse }));
    expect(await book()).toEqual([]);

    await add("Later");
    expect(await book()).toEqual(["Later first"]);
  });

  test("has room for twenty, also when thirty come at once", async () => {
    const all = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => add(`Place ${index}`)));

    expect((await book()).length).toBeLessThanOrEqual(20);
    while ((await book()).length < 20) await add("Filler");
    await expect(add("One more")).rejects.toMatchObject({ code: "address.too_many" });
    expect(all.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(20);
  });

  test("is nobody else's: another's address answers like one that is not there", async () => {
    const { addressId } = await add("Office");
    const other = await newMember(`nosy-${count}`);

    for (const act of [Address.remove, Address.putFirst])
      await expect(as(other, () => act({ addressId }))).rejects.toMatchObject({ code: "record.not_found" });
    await expect(as(other, () => Address.update({ ...entry("Mine"), addressId, version: 1 }))).rejects.toMatchObject({ code: "record.not_found" });
    expect(await as(other, () => Address.list({}))).toEqual([]);
  });
});
