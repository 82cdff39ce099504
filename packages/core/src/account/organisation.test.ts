import { beforeAll, describe, expect, test } from "vitest";
import { newMember } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import * as Account from "./index.ts";
import { TaxId } from "./model.ts";

beforeAll(startTable);

test.each([
  ["dk 12 34 56 78", "DK12345678"],
  ["12-3456789", "123456789"],
  ["12.345.678/0001-95", "12345678000195"],
  ["  27AAPFU0939F1ZV ", "27AAPFU0939F1ZV"],
])("the tax number %j is kept as %s", (typed, kept) => {
  expect(TaxId.parse(typed)).toBe(kept);
});

test.each(["", "12.34", "DK-ABCDEF", "DK 1234 5678 9012 3456 7890", "DK12345678; DROP", "ДК12345678", "1".repeat(41)])(
  "%j is no tax number",
  (typed) => {
    expect(TaxId.safeParse(typed).success).toBe(false);
  },
);

const taxed = async (userId: string): Promise<Member> => {
  const owner = await newMember(userId);
  await as(owner, () => Account.updateOrganisation({ name: "North Mill", country: "DK", phone: "+45 1234 5678", taxId: "DK 98765432", version: 1 }));
  return owner;
};

describe("an organisation's tax number", () => {
  test("is told to its owner, and to nobody else who reads the organisation", async () => {
    const owner = await taxed("tax-told");
    const keysFor = async (kind: Member["kind"]) => Object.keys(await as({ ...owner, kind }, () => Account.organisation({}))).toSorted();
    const known = ["country", "kind", "name", "orgId", "phone", "version"];

    expect(await keysFor("owner")).toEqual([...known, "taxId"].toSorted());
    expect(await Promise.all((["member", "viewer", "manager"] as const).map(keysFor))).toEqual([known, known, known]);
    expect((await as(owner, () => Account.organisation({}))).taxId).toBe("DK98765432");
    expect(JSON.stringify(await as(actors.admin, () => Account.organisationPeople({ orgId: owner.orgId })))).not.toContain("taxId");
  });

  test("stands nowhere in the table in plain, neither in its row nor in what was noted of the change", async () => {
    const owner = await taxed("tax-sealed");

    const all = await allItems();
    expect(JSON.stringify(all)).not.toContain("98765432");
    const noted = all.find((row) => row["type"] === "account.organisation_changed" && row["subjectId"] === owner.orgId);
    expect(noted?.["changes"]).toMatchObject({ taxId: { after: "[redacted]" } });
  });

  test("goes when it is left out, and is then on no bill", async () => {
    const owner = await taxed("tax-gone");
    expect(await as(actors.system, () => Account.billed(owner.orgId))).toEqual({ name: "North Mill", taxId: "DK98765432" });

    await as(owner, () => Account.updateOrganisation({ name: "North Mill", version: 2 }));

    expect(await as(actors.system, () => Account.billed(owner.orgId))).toEqual({ name: "North Mill" });
  });
});
