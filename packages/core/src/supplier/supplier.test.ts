import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { givePaper } from "../../../../test/support/papers.ts";
import { allItems, as, cost, startTable } from "../../../../test/support/table.ts";
import * as Account from "../account/index.ts";
import type { Member } from "../kernel/actor.ts";
import * as Supplier from "./index.ts";
import { figures, myFigures, profile, setWeek } from "./profile.ts";
import * as store from "./store.ts";

beforeAll(startTable);

const whole: Supplier.Draft = {
  companyName: "Meghna Knit Composite",
  country: "BD",
  city: "Gazipur",
  address: "Plot 12, Konabari",
  contactName: "Farid Alam",
  phone: "+880 2 9999",
  about: "Circular and flat knitting with our own dyeing since 1998.",
  families: ["knitwear", "casualwear"],
  techniques: ["embroidery"],
  moq: 100,
  leadDays: 30,
  weeklyCapacity: 4_000,
  yearEstablished: 1998,
  certificates: [{ name: "GOTS", issuer: "Control Union", number: "CU 1", expiresOn: "2027-01-31" }],
};

let count = 0;
let owner: Member;
beforeEach(async () => {
  count += 1;
  const userId = `supplier-${count}`;
  await as(actors.system, () => Account.intend(userId, { as: "supplier", company: `Mill ${count}` }));
  const { orgId } = await as(actors.system, () => Account.open({ userId, email: `mill${count}@example.com`, name: "Farid" }));
  owner = { type: "member", userId, orgId, orgKind: "supplier", kind: "owner" };
});

const byAdmin = <T>(run: () => Promise<T>) => as(actors.admin, run);
const save = (application: Supplier.Draft, version?: number) =>
  as(owner, () => Supplier.save({ application, ...(version === undefined ? {} : { version }) }));
const submitted = async () => {
  const { papers } = await save(whole);
  if (papers.length === 0) await givePaper(owner);
  return as(owner, () => Supplier.submit({}));
};
const verified = async () => {
  await submitted();
  return byAdmin(() => Supplier.verify({ orgId: owner.orgId }));
};
const queue = async (verification: Supplier.Verification) =>
  (await byAdmin(() => Supplier.list({ verification, limit: 50 }))).items.map(({ orgId }) => orgId);
const eventsOf = async () =>
  (await allItems()).filter((item) => item["__edb_e__"] === "event" && item["subjectId"] === owner.orgId).map((item) => item["type"]);

describe("an application", () => {
  test("is empty before the first save and names everything that is missing", async () => {
    const view = await as(owner, () => Supplier.mine({}));

    expect(view).toMatchObject({ verification: "draft", application: {}, version: 0 });
    expect(view.missing).toContain("companyName");
  });

  test("keeps what is half typed, and drops what is taken out again", async () => {
    await save({ companyName: "M", about: "too short", moq: 0, city: "Dhaka" });
    await save({ companyName: "Me", certificates: [{ name: "GO" }] });

    const view = await as(owner, () => Supplier.mine({}));
    expect(view.application).toEqual({ companyName: "Me", certificates: [{ name: "GO" }] });
    expect(view.missing).toEqual(expect.arrayContaining(["city", "certificates"]));
  });

  test("is complete without techniques and certificates", async () => {
    const { techniques: _techniques, certificates: _certificates, ...bare } = whole;

    await save(bare);
    const { missing } = await givePaper(owner);

    expect(missing).toEqual([]);
  });

  test("is not overwritten by a device that shows an older version", async () => {
    await save(whole, 0);

    await expect(save({ companyName: "Other" }, 0)).rejects.toMatchObject({ code: "supplier.changed" });
  });

  test("is handed in only when it is complete, and then gives the organisation its name", async () => {
    await save({ ...whole, about: "short" });
    await givePaper(owner);
    await expect(as(owner, () => Supplier.submit({}))).rejects.toMatchObject({ code: "supplier.incomplete", details: { missing: ["about"] } });

    await submitted();

    expect(await Account.orgName(owner.orgId)).toBe("Meghna Knit Composite");
    expect(await queue("pending")).toContain(owner.orgId);
  });

  test("is locked while somebody reads it, and open again when it is taken back", async () => {
    await submitted();
    await expect(save(whole)).rejects.toMatchObject({ code: "supplier.locked" });

    await as(owner, () => Supplier.withdraw({}));

    await expect(save(whole)).resolves.toMatchObject({ verification: "draft" });
    expect(await queue("pending")).not.toContain(owner.orgId);
  });

  test("is not a buyer's to write, nor the floor's", async () => {
    await expect(as(actors.buyerOwner, () => Supplier.save({ application: {} }))).rejects.toMatchObject({ kind: "not_found" });
    await expect(as({ ...owner, kind: "factory" }, () => Supplier.save({ application: {} }))).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the platform's answer", () => {
  test("a verified supplier is a candidate with its own figures", async () => {
    await verified();

    expect(await Supplier.verifiedName(owner.orgId)).toBe("Meghna Knit Composite");
    const mine = (await byAdmin(Supplier.candidates)).find(({ supplierId }) => supplierId === owner.orgId);
    expect(mine).toMatchObject({
      isVerified: true,
      families: ["knitwear", "casualwear"],
      moq: 100,
      leadDays: 30,
      weeklyCapacity: 4_000,
      weeklyBooked: 0,
    });
  });

  test("a rejected supplier reads the reasons, mends the application and comes back without them", async () => {
    await submitted();
    await byAdmin(() => Supplier.reject({ orgId: owner.orgId, reason: "The trade licence has expired." }));
    expect(await as(owner, () => Supplier.mine({}))).toMatchObject({ verification: "rejected", reasons: "The trade licence has expired." });

    const again = await submitted();

    expect(again.verification).toBe("pending");
    expect(again.reasons).toBeUndefined();
  });

  test("a suspended supplier is nobody's candidate until it is restored", async () => {
    await verified();
    await byAdmin(() => Supplier.suspend({ orgId: owner.orgId, reason: "The certificate is not theirs." }));

    expect(await Supplier.verifiedName(owner.orgId)).toBeUndefined();
    expect((await byAdmin(Supplier.candidates)).map(({ supplierId }) => supplierId)).not.toContain(owner.orgId);
    await byAdmin(() => Supplier.restore({ orgId: owner.orgId }));
    expect(await Supplier.verifiedName(owner.orgId)).toBe("Meghna Knit Composite");
  });

  test("a verified supplier may change its figures but not take something out", async () => {
    await verified();

    expect(await save({ ...whole, moq: 50 })).toMatchObject({ verification: "verified", application: { moq: 50 } });
    const { moq: _moq, ...without } = whole;
    await expect(save(without)).rejects.toMatchObject({ code: "supplier.incomplete" });
  });

  test("two admins who answer at once cannot both win", async () => {
    await submitted();
    const { orgId } = owner;

    const answers = await Promise.allSettled([
      byAdmin(() => Supplier.verify({ orgId })),
      byAdmin(() => Supplier.reject({ orgId, reason: "Not this time round." })),
    ]);

    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test.each(["draft", "unknown"] as const)("a %s supplier cannot be verified", async (which) => {
    await save(whole);
    const orgId = which === "draft" ? owner.orgId : "org_nobody";

    await expect(byAdmin(() => Supplier.verify({ orgId }))).rejects.toMatchObject({ kind: which === "draft" ? "conflict" : "not_found" });
  });

  test("each step leaves one event, and the queues hold each supplier once", async () => {
    await verified();

    expect((await eventsOf()).filter((type) => String(type).startsWith("supplier."))).toEqual([
      "supplier.saved",
      "supplier.paper_added",
      "supplier.submitted",
      "supplier.verified",
    ]);
    const everywhere = (await Promise.all(Supplier.Verification.options.map(queue))).flat().filter((orgId) => orgId === owner.orgId);
    expect(everywhere).toHaveLength(1);
  });
});

describe("the public page", () => {
  const slugOf = async () => (await store.find(owner.orgId))?.slug ?? "";
  const visit = async (slug: string) => as(actors.visitor, () => profile({ slug }));

  test("shows a verified supplier by its name, with what has expired marked, and no person, telephone or street", async () => {
    const gone = { name: "SA 8000", issuer: "Social audits", number: "SA 1", expiresOn: "2026-03-01" };
    await save({ ...whole, certificates: [...(whole.certificates ?? []), gone] });
    await givePaper(owner);
    await as(owner, () => Supplier.submit({}));
    await byAdmin(() => Supplier.verify({ orgId: owner.orgId }));

    const page = await visit(await slugOf());

    expect(page).toMatchObject({ companyName: "Meghna Knit Composite", weeklyBand: { from: 2_501, to: 5_000 }, scorecard: { onTime: { of: 0 } } });
    expect(page.certificates.map(({ name, isExpired }) => [name, isExpired])).toEqual([
      ["GOTS", false],
      ["SA 8000", true],
    ]);
    expect(Object.keys(page)).not.toEqual(expect.arrayContaining(["phone"]));
    expect(JSON.stringify(page)).not.toContain(whole.address);
    expect(JSON.stringify(page)).not.toContain(whole.contactName);
  });

  test("shows each family with its own terms, and with those of the whole house where it has none", async () => {
    await save({ ...whole, familyTerms: { knitwear: { moq: 250, leadDays: 45 }, uniforms: { moq: 9, leadDays: 9 } } });
    await givePaper(owner);
    await as(owner, () => Supplier.submit({}));
    await byAdmin(() => Supplier.verify({ orgId: owner.orgId }));

    expect((await visit(await slugOf())).terms).toEqual([
      { family: "knitwear", moq: 250, leadDays: 45 },
      { family: "casualwear", moq: 100, leadDays: 30 },
    ]);
  });

  test("needs both terms of a family, or neither", async () => {
    expect(await save({ ...whole, familyTerms: { knitwear: { moq: 250 } } })).toMatchObject({ missing: ["familyTerms", "registration"] });
  });

  test("is nobody's while the supplier is not verified, and comes back under the same name", async () => {
    await verified();
    const slug = await slugOf();

    await byAdmin(() => Supplier.suspend({ orgId: owner.orgId, reason: "The certificate is not theirs." }));
    await expect(visit(slug)).rejects.toMatchObject({ kind: "not_found" });
    await byAdmin(() => Supplier.restore({ orgId: owner.orgId }));

    expect((await visit(slug)).slug).toBe(slug);
    await expect(visit("nobody-at-all")).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("capacity", () => {
  test("of a coming week is set by the office, and other days are refused", async () => {
    await verified();

    const { weeks } = await as(owner, () => setWeek({ weekOn: "2026-03-02", pieces: 500 }));

    expect(weeks[0]).toEqual({ weekOn: "2026-03-02", total: 500, booked: 0, free: 500 });
    expect(weeks[1]).toMatchObject({ total: 4_000, free: 4_000 });
    await expect(as(owner, () => setWeek({ weekOn: "2026-03-03", pieces: 500 }))).rejects.toMatchObject({ code: "supplier.week" });
    await expect(as(owner, () => setWeek({ weekOn: "2026-02-23", pieces: 500 }))).rejects.toMatchObject({ code: "supplier.week" });
  });

  test("and scorecard are read by the supplier's office and the platform, in one request", async () => {
    await verified();

    expect(await cost(() => as(owner, () => myFigures({})))).toMatchObject({ requests: 1 });
    expect(await byAdmin(() => figures({ orgId: owner.orgId }))).toEqual(await as(owner, () => myFigures({})));
    await expect(as({ ...owner, kind: "factory" }, () => myFigures({}))).rejects.toMatchObject({ kind: "forbidden" });
  });
});

test("the queue is read oldest first and page by page", async () => {
  await submitted();
  const all = (await byAdmin(() => Supplier.list({ verification: "pending", limit: 50 }))).items;

  const first = await byAdmin(() => Supplier.list({ verification: "pending", limit: 1 }));
  const cursor = first.nextCursor ?? "";

  expect(first.items).toEqual(all.slice(0, 1));
  if (all.length > 1) expect((await byAdmin(() => Supplier.list({ verification: "pending", limit: 1, cursor }))).items).toEqual(all.slice(1, 2));
});

test("reads cost one request, commands three in two hops", async () => {
  const around = { standing: Account.standing };

  expect(await cost(() => as(owner, () => Supplier.save({ application: whole }), { ...around, key: "save-it-1" }))).toMatchObject({
    requests: 3,
    hops: 2,
  });
  expect(await cost(() => as(owner, () => Supplier.mine({}), around))).toMatchObject({ requests: 1 });
  await givePaper(owner);
  expect(await cost(() => as(owner, () => Supplier.submit({}), { ...around, key: "submit-1" }))).toMatchObject({ requests: 3, hops: 2 });
  expect(await cost(() => byAdmin(() => Supplier.list({})))).toMatchObject({ requests: 1 });
});
