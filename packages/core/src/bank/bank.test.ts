import { beforeAll, beforeEach, expect, test } from "vitest";
import { newMember, signInOf, withSignIn } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import * as Account from "../account/index.ts";
import type { Member } from "../kernel/actor.ts";
import { Secrets } from "../ports/secrets.ts";
import { keyIdOf } from "../ports/seal.ts";
import { copyOf } from "../privacy/copy.ts";
import { reseal } from "../privacy/reseal.ts";
import * as Supplier from "../supplier/index.ts";
import { kindOf } from "../table/held.ts";
import * as Bank from "./index.ts";

beforeAll(startTable);
let keys = "1:first";
let owner: Member;
let count = 0;
beforeEach(async () => {
  keys = "1:first";
  Secrets.provide({ get: async () => keys });
  const userId = `paid-${(count += 1)}`;
  await as(actors.system, () => Account.intend(userId, { as: "supplier" }));
  owner = await newMember(userId);
});

const details = { holder: "Meghna Knit Composite", bankName: "Commerzbank", country: "DE", account: "DE89370400440532013000", bic: "COBADEFF" };
const saved = (more: { readonly account?: string; readonly version?: number } = {}, at = NOW) =>
  as(owner, () => withSignIn(signInOf("office", at), () => Bank.save({ ...details, version: 0, ...more })));
const rowOf = async () => (await allItems()).find((row) => kindOf(row) === "bank" && row["orgId"] === owner.orgId) ?? {};
const eventsOf = async () => (await allItems()).filter((row) => kindOf(row) === "event" && row["subjectId"] === owner.orgId);

test("before they are given there are none to read, to show or to pay to", async () => {
  await as(owner, () => Supplier.save({ application: { companyName: "Meghna Knit" } }));

  expect(await as(owner, () => Bank.mine({}))).toEqual({ version: 0 });
  await expect(as(actors.admin, () => Bank.reveal({ orgId: owner.orgId }))).rejects.toMatchObject({ code: "bank.none" });
  await expect(as(actors.admin, () => Bank.reveal({ orgId: "org_nobody" }))).rejects.toMatchObject({ kind: "not_found" });
});

test("a sign-in of more than ten minutes ago is not enough to say where money goes", async () => {
  const old = new Date(NOW.getTime() - 11 * 60_000);

  await expect(saved({}, old)).rejects.toMatchObject({ code: "sign_in.too_old" });
  expect(await rowOf()).toEqual({});
});

test("owner and manager read them with the account masked, and so does the answer to saving", async () => {
  const answer = await saved();

  expect(answer).toEqual({ details: { ...details, account: "•••• 3000" }, savedAt: expect.any(String), version: 1 });
  expect(await as(owner, () => Bank.mine({}))).toEqual(answer);
  expect(await as({ ...owner, kind: "manager" }, () => Bank.mine({}))).toEqual(answer);
});

test("an administrator reads them in full, and the log keeps who looked and nothing of what they saw", async () => {
  await saved();

  const shown = await as(actors.admin, () => Bank.reveal({ orgId: owner.orgId }), { key: "look" });
  expect(shown).toEqual({ orgId: owner.orgId, ...details, savedAt: expect.any(String) });
  const noted = (await eventsOf()).filter(({ type }) => type === "bank.revealed");
  expect(noted).toMatchObject([{ actor: { type: "admin" }, data: { orgId: owner.orgId } }]);
  expect(JSON.stringify(await allItems())).not.toContain(details.account);
});

test("nothing of them can be read in the table, and the log says which changed without saying to what", async () => {
  await saved();
  await saved({ account: "DE02120300000000202051", version: 1 });

  const raw = JSON.stringify([await rowOf(), ...(await eventsOf())]);
  for (const plain of [details.holder, details.bankName, details.account, "DE02120300000000202051", details.bic]) {
    expect(raw).not.toContain(plain);
  }
  const last = (await eventsOf()).findLast(({ changes }) => changes !== undefined && !Object.hasOwn(Object(changes), "bic"));
  expect(last?.["changes"]).toEqual({ account: { before: "[redacted]", after: "[redacted]" } });
});

test("of two who change them at once one is told to read again", async () => {
  await saved();

  await expect(saved()).rejects.toMatchObject({
    code: "bank.changed",
  });
  const both = await Promise.allSettled([1, 2].map(() => saved({ version: 1 })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a new key seals them anew, and they read as before without the old one", async () => {
  await saved();
  keys = "2:second,1:first";

  expect(await as(actors.system, async () => reseal(await rowOf()))).toBe(true);
  expect(keyIdOf(String((await rowOf())["details"]))).toBe("2");
  keys = "2:second";
  expect(await as(owner, () => Bank.mine({}))).toMatchObject({ details: { account: "•••• 3000" } });
});

test("the copy of one's data has them as they are shown everywhere, masked", async () => {
  await saved();

  const copy = await as(actors.system, () => copyOf({ userId: owner.userId, email: undefined, orgIds: [owner.orgId] }));
  expect(copy.sections["bank"]).toEqual([{ details: { ...details, account: "•••• 3000" }, savedAt: expect.any(String) }]);
});
