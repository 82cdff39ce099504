import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { openSupplier } from "../../../../test/support/listing.ts";
import { givePaper, sentPaper } from "../../../../test/support/papers.ts";
import { allItems, as, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import { Links } from "../ports/blob.ts";
import * as Upload from "../upload/index.ts";
import * as Supplier from "./index.ts";
import * as Papers from "./papers.ts";

beforeAll(async () => {
  await startTable();
  Links.provide({
    presignPost: async ({ key, type }) => ({ url: "https://storage.example", fields: { key, "Content-Type": type }, key }),
    presignGet: async ({ key, seconds, downloadAs }) => `https://storage.example/${key}?for=${seconds}&as=${downloadAs ?? ""}`,
  });
});

let count = 0;
let owner: Member;
beforeEach(async () => {
  count += 1;
  owner = await openSupplier(`paper-${count}`);
});

const own = <T>(run: () => Promise<T>) => as(owner, run);
const whole: Supplier.Draft = {
  companyName: "Meghna Knit Composite",
  country: "BD",
  city: "Gazipur",
  address: "Plot 12, Konabari",
  contactName: "Farid Alam",
  phone: "+880 2 9999",
  about: "Circular and flat knitting with our own dyeing since 1998.",
  families: ["knitwear"],
  moq: 100,
  leadDays: 30,
  weeklyCapacity: 4_000,
};

describe("a paper", () => {
  test("is in the application once, before anything else was written and after", async () => {
    const first = await givePaper(owner);
    const uploadId = first.papers[0]?.uploadId ?? "";
    const again = await own(() => Papers.add({ uploadId, kind: "registration", name: "again.pdf" }));

    expect(again.papers).toEqual(first.papers);
    expect(first).toMatchObject({ version: 1, papers: [{ kind: "registration", name: "registration.pdf" }] });
    expect(JSON.stringify(first)).not.toContain("supplier/");
    expect(await own(() => Supplier.save({ application: whole, version: 1 }))).toMatchObject({ missing: [], papers: first.papers });
  });

  test("that is needed and missing keeps the application from being handed in", async () => {
    await own(() => Supplier.save({ application: whole }));
    await givePaper(owner, "tax");

    await expect(own(() => Supplier.submit({}))).rejects.toMatchObject({ code: "supplier.incomplete", details: { missing: ["registration"] } });
  });

  test("has to be checked first, and a photo has to be one", async () => {
    const waiting = await sentPaper(owner, "registration", "waiting");
    const photo = await sentPaper(owner, "photo");

    await expect(own(() => Papers.add({ uploadId: waiting, kind: "registration", name: "a" }))).rejects.toMatchObject({ code: "upload.not_ready" });
    await expect(own(() => Papers.add({ uploadId: photo, kind: "registration", name: "a" }))).rejects.toMatchObject({ code: "supplier.no_photo" });
    await expect(own(() => Papers.ask({ kind: "photo", type: "application/pdf" }))).rejects.toMatchObject({ code: "supplier.no_photo" });
  });

  test("that is taken out is swept a week later; one that is needed stays with a verified supplier", async () => {
    const { papers } = await givePaper(owner);
    const uploadId = papers[0]?.uploadId ?? "";
    const { papers: left } = await own(() => Papers.remove({ uploadId }));
    expect(left).toEqual([]);
    expect(await Upload.find(owner.orgId, uploadId)).toMatchObject({ use: "open" });

    const { papers: again } = await givePaper(owner);
    await own(() => Supplier.save({ application: whole }));
    await own(() => Supplier.submit({}));
    await expect(own(() => Papers.remove({ uploadId: again[0]?.uploadId ?? "" }))).rejects.toMatchObject({ code: "supplier.locked" });
    await as(actors.admin, () => Supplier.verify({ orgId: owner.orgId }));
    await expect(own(() => Papers.remove({ uploadId: again[0]?.uploadId ?? "" }))).rejects.toMatchObject({ code: "supplier.incomplete" });
  });

  test("is opened by its own office and the platform, for five minutes, and the platform's look is on record", async () => {
    const { papers } = await givePaper(owner);
    const { orgId } = owner;
    const uploadId = papers[0]?.uploadId ?? "";

    expect((await own(() => Papers.link({ uploadId }))).url).toContain("for=300&as=registration-");
    expect((await as(actors.admin, () => Papers.open({ orgId, uploadId }))).url).toContain(`supplier/${orgId}/${uploadId}.pdf`);
    expect((await allItems()).filter((row) => row["type"] === "supplier.paper_opened" && row["subjectId"] === orgId)).toHaveLength(1);
  });

  test.each([
    ["another supplier", actors.otherSupplier, "not_found"],
    ["a buyer", actors.buyerOwner, "not_found"],
  ] as const)("is hidden from %s", async (_who, actor, kind) => {
    const { papers } = await givePaper(owner);
    const uploadId = papers[0]?.uploadId ?? "";

    await expect(as(actor, () => Papers.link({ uploadId }))).rejects.toMatchObject({ kind });
    await expect(as(actor, () => Papers.open({ orgId: owner.orgId, uploadId }))).rejects.toMatchObject({ kind });
  });

  test("is not the floor's", async () => {
    const { papers } = await givePaper(owner);
    const floor: Member = { ...owner, kind: "factory" };

    await expect(as(floor, () => Papers.link({ uploadId: papers[0]?.uploadId ?? "" }))).rejects.toMatchObject({ kind: "forbidden" });
  });
});
