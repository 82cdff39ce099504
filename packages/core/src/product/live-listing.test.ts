import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { makeVerified, openSupplier } from "../../../../test/support/listing.ts";
import { as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import { usd } from "../kernel/money.ts";
import { Blob } from "../ports/blob.ts";
import * as Upload from "../upload/index.ts";
import * as Product from "./index.ts";
import { listing } from "./listing.fixture.ts";

beforeAll(startTable);
beforeAll(() => {
  const nothing = async () => undefined;
  Blob.provide({ put: nothing, get: nothing, remove: nothing });
});

let count = 0;
let owner: Member;
beforeEach(async () => {
  count += 1;
  owner = await openSupplier(`maker-${count}`);
});

const own = <T>(run: () => Promise<T>) => as(owner, run);
const made = async (draft: Product.Draft = listing, now = NOW) => (await as(owner, () => Product.create({ draft }), { now })).productId;
describe("a live listing", () => {
  async function live(): Promise<{ productId: string; uploadId: string }> {
    const productId = await made();
    const uploadId = await as(actors.system, () =>
      Upload.receive({
        purpose: "product",
        subjectId: productId,
        orgId: owner.orgId,
        bytes: new Uint8Array(4),
        alt: "White T-shirt",
        origin: "model",
      }),
    );
    const verdict = { state: "ready", key: "product/a", width: 800, height: 1_000 } as const;
    await as(actors.system, () => Upload.settle({ subjectId: productId, uploadId, verdict }));
    await as(actors.system, () => Product.adoptPicture({ productId, uploadId }));
    await makeVerified(owner);
    await own(() => Product.submit({ productId }));
    await as(actors.admin, () => Product.approve({ productId }));
    return { productId, uploadId };
  }
  const admin = <T>(run: () => Promise<T>) => as(actors.admin, run);
  const find = (productId: string) => as(actors.system, () => Product.find(productId));
  const titlesIn = async (lane: Product.Status) =>
    (await as(actors.system, () => Product.listByStatus(lane, { limit: 50 }))).items
      .filter(({ orgId }) => orgId === owner.orgId)
      .map(({ status }) => status);
  const revise = (productId: string) => own(() => Product.update({ productId, draft: { title: "Heavier cotton T-shirt", gsm: 280 } }));
  const said = (version: number) => ({ version, reason: "The weight does not fit the title." });

  test("stays as it is while its words and pictures are revised, reviewed and sent back, until the revision is approved", async () => {
    const { productId, uploadId } = await live();
    const seen: unknown[] = [];
    const look = async () => {
      const record = await find(productId);
      const [picture] = record?.pictures ?? [];
      seen.push([record?.status, record?.draft.title, picture?.alt, record?.revision?.status]);
      expect(picture?.origin).toBe("model");
    };

    await revise(productId);
    await own(() => Product.setPictures({ productId, pictures: [{ uploadId, alt: "Ivory T-shirt" }] }));
    await look();
    const { version } = await own(() => Product.submit({ productId }));
    await look();
    expect(await titlesIn("pending_approval")).toEqual(["approved"]);
    await admin(() => Product.turnDown({ productId, ...said(version) }));
    await look();
    await own(() => Product.submit({ productId }));
    const view = await admin(() => Product.approve({ productId }));
    await look();

    const before = ["approved", "Heavy cotton T-shirt", "White T-shirt"];
    expect(seen).toEqual([
      [...before, "draft"],
      [...before, "pending_approval"],
      [...before, "changes_requested"],
      ["approved", "Heavier cotton T-shirt", "Ivory T-shirt", undefined],
    ]);
    expect([view.live, view.revision, await titlesIn("approved"), await titlesIn("pending_approval")]).toEqual([
      undefined,
      undefined,
      ["approved"],
      [],
    ]);
  });

  test("is shown to those who work on it beside what is proposed, and its history says what differed and why it was sent back", async () => {
    const { productId } = await live();
    await revise(productId);
    const { version, draft, live: shown } = await own(() => Product.submit({ productId }));
    await admin(() => Product.turnDown({ productId, ...said(version) }));

    expect([draft.title, shown?.draft.title]).toEqual(["Heavier cotton T-shirt", "Heavy cotton T-shirt"]);
    const { items } = await own(() => Product.history({ productId }));
    const changes = [
      { field: "title", before: "Heavy cotton T-shirt", after: "Heavier cotton T-shirt" },
      { field: "gsm", after: 280 },
    ];
    expect(items.map(({ at: _at, ...entry }) => entry)).toEqual([
      { what: "turned_down", by: "platform", status: "changes_requested", reason: said(version).reason, changes },
      { what: "submitted", by: "supplier", changes },
      { what: "approved", by: "platform" },
      { what: "submitted", by: "supplier", status: "pending_approval" },
    ]);
    const { requests } = await cost(() => own(() => Product.history({ productId })));
    expect(requests).toBe(2);
  });

  test("is not approved in a version that the reviewer has not seen", async () => {
    const { productId } = await live();
    await revise(productId);
    const { version } = await own(() => Product.submit({ productId }));
    await own(() => Product.withdraw({ productId }));
    await own(() => Product.update({ productId, draft: { title: "Another thing altogether" } }));
    await own(() => Product.submit({ productId }));

    await expect(admin(() => Product.approve({ productId, version }))).rejects.toMatchObject({ code: "product.changed" });
    expect((await find(productId))?.draft.title).toBe("Heavy cotton T-shirt");
  });

  test("has no revision that says nothing new, and drops one that nobody wants", async () => {
    const { productId } = await live();
    await own(() => Product.update({ productId, draft: { composition: "" } }));
    await expect(own(() => Product.submit({ productId }))).rejects.toMatchObject({ code: "product.unchanged" });

    const view = await own(() => Product.discardRevision({ productId }));

    expect([view.status, view.revision, view.draft.title]).toEqual(["approved", undefined, "Heavy cotton T-shirt"]);
    await expect(own(() => Product.discardRevision({ productId }))).rejects.toMatchObject({ code: "product.no_revision" });
  });

  test("cannot be written in while its revision is reviewed", async () => {
    const { productId } = await live();
    await revise(productId);
    await own(() => Product.submit({ productId }));

    await expect(revise(productId)).rejects.toMatchObject({ code: "product.locked" });
  });

  test("rests and comes back as it was, and a revision that is approved meanwhile does not wake it", async () => {
    const { productId } = await live();

    const paused = await own(() => Product.pause({ productId }));
    await revise(productId);
    await own(() => Product.submit({ productId }));
    const approved = await admin(() => Product.approve({ productId }));
    const resumed = await own(() => Product.resume({ productId }));

    expect([paused.status, approved.status, resumed.status, resumed.draft.gsm]).toEqual(["paused", "paused", "approved", 280]);
    expect(resumed.publishedAt).toBe(paused.publishedAt);
  });

  test("goes on from its revision when it leaves the catalogue for good", async () => {
    const { productId } = await live();
    await revise(productId);
    await own(() => Product.submit({ productId }));

    await as(actors.system, () => Product.takeDownAll(owner.orgId));

    const { status, draft, revision } = (await find(productId)) ?? {};
    expect([status, draft?.title, revision]).toEqual(["draft", "Heavier cotton T-shirt", undefined]);
    expect([await titlesIn("pending_approval"), await titlesIn("draft")]).toEqual([[], ["draft"]]);
  });

  test("is featured up to a day by the platform, which a draft is not", async () => {
    const { productId } = await live();
    const feature = (until: string | null) => admin(() => Product.feature({ productId, until }));

    expect([(await feature("2026-12-24")).featuredUntil, (await feature(null)).featuredUntil]).toEqual(["2026-12-24", undefined]);
    await expect(own(() => Product.feature({ productId, until: null }))).rejects.toMatchObject({ kind: "not_found" });
    const draft = await made();
    await expect(admin(() => Product.feature({ productId: draft, until: "2026-12-24" }))).rejects.toMatchObject({ code: "product.not_live" });
  });

  test("sells at the price and the share that the platform sets for it, and its supplier does not set one", async () => {
    const { productId } = await live();
    const { version, finalPrice } = await admin(() => Product.get({ productId }));

    const view = await admin(() => Product.setFee({ productId, feeBps: 1_250, version }));

    expect([finalPrice, view.feeBps, view.finalPrice, view.status]).toEqual([usd(501), 1_250, usd(512), "approved"]);
    const { items } = await own(() => Product.history({ productId }));
    expect(items[0]).toMatchObject({ what: "fee_set", by: "platform", feeBps: 1_250 });
    await expect(admin(() => Product.setFee({ productId, feeBps: 900, version }))).rejects.toMatchObject({ code: "product.changed" });
    await expect(admin(() => Product.setFee({ productId, feeBps: 5_001 }))).rejects.toMatchObject({ kind: "invalid" });
    await expect(own(() => Product.setFee({ productId, feeBps: 0 }))).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is copied with what is being written and its pictures, as a draft without its numbers, name or past", async () => {
    const { productId } = await live();
    await own(() => Product.update({ productId, draft: { gsm: 280, variants: [{ sku: "T-M", options: { Size: "M" }, stock: 4 }] } }));

    const copy = await own(() => Product.duplicate({ productId }));

    const view = await own(() => Product.get(copy));
    const { pictures } = await own(() => Product.get({ productId }));
    expect(view).toMatchObject({ status: "draft", draft: { title: "Heavy cotton T-shirt (copy)", gsm: 280 }, missing: [] });
    expect([view.pictures, view.draft.variants, view.slug, view.publishedAt]).toEqual([pictures, [], undefined, undefined]);
    await expect(as(actors.otherSupplier, () => Product.duplicate({ productId }))).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is replaced by one of two revisions at once, never by half of each", async () => {
    const { productId } = await live();
    await revise(productId);
    const { version } = await own(() => Product.submit({ productId }));

    const decided = await Promise.allSettled([
      admin(() => Product.approve({ productId, version })),
      admin(() => Product.turnDown({ productId, ...said(version) })),
      own(() => Product.withdraw({ productId })),
    ]);

    expect(decided.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
